package io.wirecase.local.cli;

import io.wirecase.local.app.BrokerMain;
import io.wirecase.local.stack.CaptureBenchmark;
import io.wirecase.local.stack.DetectionBenchmark;
import io.wirecase.scenarios.bulk.Bulk;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench}: what reading captures costs, and what detection costs. */
@Command(
        name = "bench",
        description = "Say what reading a capture or detection costs: packets/s or flows/s, processor time, memory.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    /** What is measured. */
    enum Subject {
        CAPTURE,
        DETECTION
    }

    private static final int MILLION = 1_000_000;

    private final Context context;

    @Parameters(index = "0", paramLabel = "capture", description = "What to measure: capture, detection.")
    private @Nullable Subject subject;

    @Option(names = "--file", paramLabel = "FILE", description = "A capture; by default two are made and kept.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--scale", paramLabel = "X", description = "How long the captures made are, 1 by default.")
    private double scale = 1;

    @Option(names = "--repeat", paramLabel = "N", description = "How often each is read in one process.")
    private int repeat = 1;

    @Option(names = "--no-write", description = "Make the flows and do not encode them.")
    private boolean noWrite;

    @Option(
            names = "--start-cache",
            description = "Begin from a start cache as the service does; reading the first capture once makes it.")
    private boolean startCache;

    @Option(names = "--flows", paramLabel = "N", description = "How many flows detection reads of each sort.")
    private int flows = 100_000;

    BenchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return subject == Subject.DETECTION ? detection() : capture();
    }

    /** Each with a broker and a process of its own: none has state or compiled code of another. */
    private int detection() throws IOException, InterruptedException {
        context.terminal().step("flags: " + DetectionBenchmark.flags(context.home()));
        DetectionBenchmark benchmark = new DetectionBenchmark(context.home(), BrokerMain.class.getName());
        String some = Integer.toString(flows);
        String many = Integer.toString((int) Math.min(MILLION, 10L * flows));
        for (List<String> arguments : List.of(
                List.of("--traffic", "offices", "--flows", some),
                List.of("--traffic", "offices", "--flows", some, "--first-stage"),
                List.of("--traffic", "spread", "--flows", some),
                List.of("--traffic", "nat", "--flows", some),
                List.of("--traffic", "attempts", "--flows", some),
                List.of("--traffic", "scanner", "--flows", some),
                List.of("--traffic", "flood", "--flows", many, "--max-entries", "50000", "--watch"),
                List.of("--traffic", "conversations", "--flows", many, "--recover"))) {
            if (benchmark.run(arguments) != 0) {
                return ExitCode.FAILED;
            }
        }
        return 0;
    }

    private int capture() throws IOException, InterruptedException {
        context.terminal().step("flags: " + CaptureBenchmark.flags(context.home()));
        List<Path> captures = files.isEmpty() ? made() : files;
        Path cache = startCache ? CaptureBenchmark.startCache(context.home(), captures.getFirst()) : null;
        for (Path file : captures) {
            List<String> arguments = new ArrayList<>(List.of("--repeat", Integer.toString(repeat)));
            if (noWrite) {
                arguments.add("--no-write");
            }
            arguments.add(file.toString());
            if (CaptureBenchmark.run(context.home(), cache, arguments) != 0) {
                return ExitCode.FAILED;
            }
        }
        return 0;
    }

    private List<Path> made() throws IOException {
        Path folder = Files.createDirectories(context.home().folder().resolve("bench"));
        List<Path> all = new ArrayList<>();
        for (Bulk bulk : Bulk.values()) {
            Path file = folder.resolve(bulk.title() + "-" + scale + ".pcap");
            if (!Files.exists(file)) {
                context.terminal().step("writing " + file);
                Settings usual = Settings.DEFAULT;
                bulk.write(file, CaptureFormat.PCAP, usual.seed(), usual.start(), scale);
            }
            all.add(file);
        }
        return all;
    }
}
