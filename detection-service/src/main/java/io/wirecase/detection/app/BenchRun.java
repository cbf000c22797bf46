package io.wirecase.detection.app;

import io.wirecase.detection.in.Tally;
import io.wirecase.detection.store.DetectionStore;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** The topology on flows that wait for it, until it is idle; its own clients count, broker and publishing do not. */
final class BenchRun {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final double IDLE = 0.1;
    private static final int PARTS = 5;
    private static final long MEGABYTE = 1 << 20;
    private static final Path STATUS = Path.of("/proc/self/status");

    private final Benchmark.Wish wish;
    private final PrintStream out;
    private final Tally tally = new Tally();
    private int part = 1;

    BenchRun(Benchmark.Wish wish, PrintStream out) {
        this.wish = wish;
        this.out = out;
    }

    void all() throws IOException, InterruptedException {
        int half = wish.flows() / 2;
        BenchPublisher publisher = new BenchPublisher(wish.bootstrap());
        publisher.publish(wish.traffic(), 0, half);
        try (KafkaStreams streams = BenchInstance.streams(wish, wish.data().resolve("first"), tally)) {
            double cold = measured(streams::start, half);
            streams.pause();
            publisher.publish(wish.traffic(), half, wish.flows());
            double warm = measured(streams::resume, wish.flows());
            say(
                    "%s%s: %,d flows, %.1f s of processor time: %,.0f flows/s per core; the second half alone %,.0f",
                    wish.traffic().name().toLowerCase(Locale.ROOT),
                    wish.has(Benchmark.Extra.FIRST_STAGE) ? ", first stage alone" : "",
                    wish.flows(),
                    cold + warm,
                    wish.flows() / (cold + warm),
                    (wish.flows() - half) / warm);
            say(
                    "  alerts %,d, sightings %,d, put aside %,d, entries of state that went early %,d",
                    tally.alerts.sum(),
                    tally.sightings.sum(),
                    tally.deadFlows.sum() + tally.unreadable.sum(),
                    tally.crowdedOut.sum());
            state(streams, DetectionStore.NAME);
            state(streams, DetectionStore.SUBJECTS);
        }
        if (wish.has(Benchmark.Extra.RECOVER)) {
            new BenchRecovery(wish, this::say).all();
        }
        say("  " + memory());
    }

    /**
     * Until so many flows are read and nothing is done any more: the second stage has no count of its own.
     *
     * @return the processor time it took
     */
    private double measured(Runnable begin, int flows) throws IOException, InterruptedException {
        double begun = processor();
        begin.run();
        double before = begun;
        double used = Double.MAX_VALUE;
        while (tally.flows.sum() < flows || used > IDLE * LOOK.toMillis() / 1_000) {
            Thread.sleep(LOOK);
            if (wish.has(Benchmark.Extra.WATCH) && tally.flows.sum() >= (long) wish.flows() * part / PARTS) {
                say("  %,d flows: %s, %,d went early", tally.flows.sum(), memory(), tally.crowdedOut.sum());
                part++;
            }
            used = processor() - before;
            before = processor();
        }
        return before - begun;
    }

    private void state(KafkaStreams streams, String name) {
        TreeMap<Character, long[]> byKind = new TreeMap<>();
        var store = streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore()));
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                long[] sum = byKind.computeIfAbsent((char) entry.key.get()[0], any -> new long[2]);
                sum[0]++;
                sum[1] += entry.key.get().length + entry.value.length;
            }
        }
        long bytes = byKind.values().stream().mapToLong(sum -> sum[1]).sum();
        long entries = byKind.values().stream().mapToLong(sum -> sum[0]).sum();
        StringBuilder kinds = new StringBuilder();
        byKind.forEach((kind, sum) -> kinds.append(String.format(Locale.ROOT, " %c %,d in %,d", kind, sum[1], sum[0])));
        say(
                "  %s: %,d entries, %,d bytes (%.0f a flow);%s",
                name, entries, bytes, bytes / (double) wish.flows(), kinds);
    }

    /** What is alive after a collection, and what the process has of the machine. */
    private static String memory() throws IOException {
        ManagementFactory.getMemoryMXBean().gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
        if (!Files.exists(STATUS)) {
            return "heap alive " + heap + " MB";
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return "heap alive " + heap + " MB"
                    + lines.filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                            .map(line -> (line.startsWith("VmRSS") ? ", in memory " : ", at most ")
                                    + Long.parseLong(line.replaceAll("\\D+", "")) / 1_024 + " MB")
                            .sorted()
                            .reduce("", String::concat);
        }
    }

    private static double processor() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1_000.0;
    }

    private void say(String form, Object... values) {
        out.println(String.format(Locale.ROOT, form, values));
    }
}
