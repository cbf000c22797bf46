package io.wirecase.capture.app;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.out.Rehearsal;
import io.wirecase.capture.run.CaptureReader;
import io.wirecase.capture.run.FlowSink;
import io.wirecase.capture.run.Tallies;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.Ids;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * What capture costs: {@code [--repeat N] [--no-write] [--max-flows N] FILE...} reads, decodes, parses and assembles
 * each file as the service does, encodes the flows in blocks as they travel, and says what that took. One process, so
 * that its processor time holds starting the virtual machine and compiling.
 */
public final class Benchmark {

    private static final int USAGE = 64;
    private static final int FAILED = 1;
    private static final int PARTITIONS = 6;
    private static final double NANOS = 1e9;
    private static final String HELP = "[--repeat N] [--no-write] [--max-flows N] FILE...";

    private final Wish wish;
    private final PrintStream out;

    private Benchmark(Wish wish, PrintStream out) {
        this.wish = wish;
        this.out = out;
    }

    /** Runs and exits: 0 done, 1 a file could not be read, 64 usage. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(Arrays.asList(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        Wish wish;
        try {
            wish = Wish.parse(arguments);
        } catch (IllegalArgumentException bad) {
            err.println(bad.getMessage() + "; usage: " + HELP);
            return USAGE;
        }
        try {
            new Benchmark(wish, out).all();
            return 0;
        } catch (IOException bad) {
            err.println(bad.getMessage());
            return FAILED;
        }
    }

    private void all() throws IOException, InterruptedException {
        for (int i = 0; i < wish.repeat; i++) {
            for (Path file : wish.files) {
                once(file);
            }
        }
        out.println(ProcessCost.now());
    }

    private void once(Path file) throws IOException, InterruptedException {
        CaptureIdentity capture =
                new CaptureIdentity(Ids.named("benchmark", file.toString()), 1, "benchmark", "benchmark");
        Rehearsal rehearsal = new Rehearsal(capture, PARTITIONS);
        FlowSink sink = wish.write ? rehearsal : new Nowhere();
        long before = ProcessCost.processor().toNanos();
        long begun = System.nanoTime();
        switch (new CaptureReader(wish.settings(), new Tallies()).read(file, capture, sink)) {
            case CaptureReader.Unreadable(String reason) -> throw new IOException(file + ": " + reason);
            case CaptureReader.Read(Accounts accounts) -> {
                rehearsal.finish();
                tell(
                        file,
                        accounts,
                        System.nanoTime() - begun,
                        ProcessCost.processor().toNanos() - before);
                if (wish.write) {
                    out.printf("  %d blocks, %d bytes%n", rehearsal.blocks(), rehearsal.bytes());
                }
            }
        }
    }

    private void tell(Path file, Accounts accounts, long wall, long cpu) throws IOException {
        out.printf(
                Locale.ROOT,
                "%s: %d bytes, %d packets (%d not decoded), %d flows (%d evicted): %.2f s, %.2f s of processor time,"
                        + " %.0f packets/s%n",
                file.getFileName(),
                Files.size(file),
                accounts.packets(),
                accounts.packets() - accounts.decoded(),
                accounts.flows(),
                accounts.evicted(),
                wall / NANOS,
                cpu / NANOS,
                accounts.packets() * NANOS / Math.max(1, wall));
    }

    /** Takes flows and forgets them. */
    private static final class Nowhere implements FlowSink {
        private static final Runnable FORGET = () -> {};

        @Override
        public void accept(Flow flow) {
            // Only assembling is measured.
        }

        @Override
        public Runnable ended(Flow flow) {
            return FORGET;
        }

        @Override
        public void tick(double progress, Accounts accounts) {
            // Nobody waits for progress.
        }
    }

    private record Wish(int repeat, boolean write, int maxFlows, List<Path> files) {

        static Wish parse(List<String> arguments) {
            int repeat = 1;
            boolean write = true;
            int maxFlows = FlowSettings.DEFAULT.maxFlows();
            List<Path> files = new ArrayList<>();
            for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
                String word = words.next();
                switch (word) {
                    case "--repeat" -> repeat = number(word, words);
                    case "--max-flows" -> maxFlows = number(word, words);
                    case "--no-write" -> write = false;
                    default -> files.add(Path.of(word));
                }
            }
            if (files.isEmpty()) {
                throw new IllegalArgumentException("a capture is needed");
            }
            return new Wish(repeat, write, maxFlows, files);
        }

        private static int number(String option, Iterator<String> words) {
            if (!words.hasNext()) {
                throw new IllegalArgumentException(option + " needs a number");
            }
            return Integer.parseInt(words.next());
        }

        FlowSettings settings() {
            FlowSettings usual = FlowSettings.DEFAULT;
            return new FlowSettings(
                    usual.tcpIdle(),
                    usual.udpIdle(),
                    usual.closedLinger(),
                    usual.active(),
                    maxFlows,
                    usual.maxBufferedBytes(),
                    usual.maxParserBytes());
        }
    }
}
