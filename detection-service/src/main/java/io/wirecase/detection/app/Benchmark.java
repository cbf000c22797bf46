package io.wirecase.detection.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * What detection costs: the topology of the service with the service's settings on flows of one sort, against a broker
 * that has the topics and nothing else in them. {@code BOOTSTRAP FOLDER [--traffic SORT] [--flows N] [--max-entries N]
 * [--first-stage] [--watch] [--recover]}
 */
public final class Benchmark {

    private static final int USAGE = 64;
    private static final int FAILED = 1;

    private Benchmark() {}

    /**
     * What is measured.
     *
     * @param bootstrap where the broker is
     * @param data a folder for state
     * @param traffic the sort of flows
     * @param flows how many
     * @param maxEntries entries of state of a partition above which the oldest go
     * @param firstStage without sightings, and without what is judged where flows of many originators meet
     * @param watch whether memory is told on the way
     * @param recover whether it begins again without its files
     */
    record Wish(
            String bootstrap,
            Path data,
            BenchTraffic traffic,
            int flows,
            long maxEntries,
            boolean firstStage,
            boolean watch,
            boolean recover) {

        private static final int FLOWS = 100_000;
        private static final long MAX_ENTRIES = 1_000_000;

        static Wish parse(List<String> arguments) {
            Deque<String> words = new ArrayDeque<>(arguments);
            Wish wish = new Wish(
                    word(words), Path.of(word(words)), BenchTraffic.OFFICES, FLOWS, MAX_ENTRIES, false, false, false);
            while (!words.isEmpty()) {
                wish = wish.with(words.removeFirst(), words);
            }
            return wish;
        }

        private Wish with(String option, Deque<String> words) {
            return switch (option) {
                case "--traffic" -> {
                    BenchTraffic sort = BenchTraffic.valueOf(word(words).toUpperCase(Locale.ROOT));
                    yield new Wish(bootstrap, data, sort, flows, maxEntries, firstStage, watch, recover);
                }
                case "--flows" -> {
                    int many = Integer.parseInt(word(words));
                    yield new Wish(bootstrap, data, traffic, many, maxEntries, firstStage, watch, recover);
                }
                case "--max-entries" -> {
                    long most = Long.parseLong(word(words));
                    yield new Wish(bootstrap, data, traffic, flows, most, firstStage, watch, recover);
                }
                case "--first-stage" -> new Wish(bootstrap, data, traffic, flows, maxEntries, true, watch, recover);
                case "--watch" -> new Wish(bootstrap, data, traffic, flows, maxEntries, firstStage, true, recover);
                case "--recover" -> new Wish(bootstrap, data, traffic, flows, maxEntries, firstStage, watch, true);
                default -> throw new IllegalArgumentException(option + " is unknown");
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
            new BenchRun(wish, out).all();
            return 0;
        } catch (IOException | IllegalStateException failed) {
            err.println(failed.getMessage());
            return FAILED;
        }
    }
}
