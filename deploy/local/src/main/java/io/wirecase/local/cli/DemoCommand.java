package io.wirecase.local.cli;

import io.wirecase.local.stack.PartFailedException;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: writes an office's day of traffic and analyses it. */
@Command(
        name = "demo",
        description = "Write an office's day of made-up traffic and analyse it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String FIXTURE = "OfficeDay";

    private final Context context;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write (default: a new folder in wirecase-reports).")
    private @Nullable Path out;

    DemoCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, PartFailedException {
        Path capture =
                Files.createDirectories(context.home().folder().resolve("demo")).resolve(FIXTURE + ".pcap");
        context.terminal().step("writing an office's day of traffic");
        Fixtures.named(FIXTURE).write(capture, CaptureFormat.PCAP, Settings.DEFAULT);
        return new Analysis(context, new Wish(List.of(capture), out, null, null, null, null, false, null)).run();
    }
}
