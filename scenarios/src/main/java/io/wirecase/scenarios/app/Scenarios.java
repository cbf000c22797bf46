package io.wirecase.scenarios.app;

import io.wirecase.scenarios.bulk.Bulk;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code NAME [--seed N] [--start RFC3339] [--format F] -o FILE}, or {@code --list}. */
public final class Scenarios {
    private static final int USAGE = 64;
    private static final int FAILED = 1;
    private static final String HELP = """
            Writes a labelled capture.

              NAME -o FILE [--seed N] [--start RFC3339] [--format FORMAT] [--scale X]
              --list

            --scale makes the benchmark captures (bulk-...) X times as long.
            FORMAT is one of pcap (default), pcap_big, pcap_nano, pcap_nano_big, pcapng, pcapng_big.""";

    private Scenarios() {}

    /** Runs and exits: 0 written, 1 could not write, 64 usage. */
    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--list")) {
            Fixtures.all().forEach(fixture -> out.printf("%-16s %s%n", fixture.name(), fixture.why()));
            for (Bulk bulk : Bulk.values()) {
                out.printf("%-16s %s%n", bulk.title(), bulk.why());
            }
            return 0;
        }
        if (arguments.isEmpty() || arguments.contains("--help")) {
            (arguments.isEmpty() ? err : out).println(HELP);
            return arguments.isEmpty() ? USAGE : 0;
        }
        Request request;
        try {
            request = Request.parse(arguments);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            err.println(e.getMessage());
            return USAGE;
        }
        try {
            request.write();
            return 0;
        } catch (IOException e) {
            err.println("cannot write " + request.file + ": " + e.getMessage());
            return FAILED;
        }
    }

    private record Request(String name, Path file, CaptureFormat format, Settings settings, double scale) {
        void write() throws IOException {
            Optional<Bulk> bulk = Bulk.named(name);
            if (bulk.isPresent()) {
                bulk.get().write(file, format, settings.seed(), settings.start(), scale);
            } else {
                Fixtures.named(name).write(file, format, settings);
            }
        }

        static Request parse(List<String> arguments) {
            long seed = Settings.DEFAULT.seed();
            Instant start = Settings.DEFAULT.start();
            CaptureFormat format = CaptureFormat.PCAP;
            double scale = 1;
            @Nullable String name = null;
            @Nullable Path file = null;
            for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
                String word = words.next();
                switch (word) {
                    case "--seed" -> seed = Long.parseLong(value(word, words));
                    case "--start" -> start = Instant.parse(value(word, words));
                    case "--format" ->
                        format = CaptureFormat.valueOf(value(word, words).toUpperCase(Locale.ROOT));
                    case "--scale" -> scale = Double.parseDouble(value(word, words));
                    case "-o" -> file = Path.of(value(word, words));
                    default -> {
                        if (name != null || word.startsWith("-")) {
                            throw new IllegalArgumentException("unknown argument " + word);
                        }
                        name = word;
                    }
                }
            }
            if (name == null || file == null) {
                throw new IllegalArgumentException("a fixture's name and -o FILE are needed; --list shows the names");
            }
            if (Bulk.named(name).isEmpty()) {
                // Says which names there are.
                Fixtures.named(name);
            }
            return new Request(name, file, format, new Settings(seed, start), scale);
        }

        private static String value(String option, Iterator<String> words) {
            if (!words.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return words.next();
        }
    }
}
