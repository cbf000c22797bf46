package io.wirecase.detection.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What detection costs: the topology of the service with the service's settings on flows of one sort, against a broker
 * that has the topics and nothing else in them. {@code BOOTSTRAP FOLDER [--traffic SORT] [--flows N] [--max-entries N]
 * [--first-stage] [--watch] [--recover | --serve]}
 */
public final class Benchmark {

    private static final int USAGE = 64;
    private static final int FAILED = 1;

    private Benchmark() {}

    /** What is done besides. */
    enum Extra {
        /** Without sightings, and without what is judged where flows of many originators meet. */
        FIRST_STAGE,
        /** Memory is told on the way. */
        WATCH,
        /** It is killed then, and begins again with its files and without. */
        RECOVER,
        /** Nothing is measured: an instance like any other, to be killed. */
        SERVE;

        String option() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Extra of(String option) {
            return Arrays.stream(values())
                    .filter(extra -> extra.option().equals(option))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(option + " is unknown"));
        }
    }

    /**
     * What is measured.
     *
     * @param bootstrap where the broker is
     * @param data a folder for state
     * @param traffic the sort of flows
     * @param flows how many
     * @param maxEntries entries of state of a partition above which the oldest go
     * @param extras what is done besides
     */
    record Wish(String bootstrap, Path data, BenchTraffic traffic, int flows, long maxEntries, Set<Extra> extras) {

        private static final int FLOWS = 100_000;
        private static final long MAX_ENTRIES = 1_000_000;

        Wish {
            extras = Set.copyOf(extras);
        }

        static Wish parse(List<String> arguments) {
            Deque<String> words = new ArrayDeque<>(arguments);
            Wish wish = new Wish(word(words), Path.of(word(words)), BenchTraffic.OFFICES, FLOWS, MAX_ENTRIES, Set.of());
            while (!words.isEmpty()) {
                wish = wish.with(words.removeFirst(), words);
            }
            return wish;
        }

        boolean has(Extra extra) {
            return extras.contains(extra);
        }

        private Wish with(String option, Deque<String> words) {
            return switch (option) {
                case "--traffic" -> {
                    BenchTraffic sort = BenchTraffic.valueOf(word(words).toUpperCase(Locale.ROOT));
                    yield new Wish(bootstrap, data, sort, flows, maxEntries, extras);
                }
                case "--flows" -> new Wish(bootstrap, data, traffic, Integer.parseInt(word(words)), maxEntries, extras);
                case "--max-entries" -> new Wish(bootstrap, data, traffic, flows, Long.parseLong(word(words)), extras);
                default -> {
                    Set<Extra> more = new HashSet<>(extras);
                    more.add(Extra.of(option));
                    yield new Wish(bootstrap, data, traffic, flows, maxEntries, more);
                }
            };
        }

        private static String word(Deque<String> words) {
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a word is missing");
            }
            return words.removeFirst();
        }
    }

    /** Runs and exits: 0 done, 1 it failed, 64 usage. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        Wish wish;
        try {
            wish = Wish.parse(arguments);
        } catch (IllegalArgumentException bad) {
            err.println(bad.getMessage());
            return USAGE;
        }
        try {
            if (wish.has(Extra.SERVE)) {
                BenchInstance.serve(wish, out);
            } else {
                new BenchRun(wish, out).all();
            }
            return 0;
        } catch (IOException | IllegalStateException failed) {
            err.println(failed.getMessage());
            return FAILED;
        }
    }
}
