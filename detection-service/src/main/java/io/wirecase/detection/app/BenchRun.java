package io.wirecase.detection.app;

import io.wirecase.core.intel.Networks;
import io.wirecase.core.wire.Topic;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.in.FlowProcessor;
import io.wirecase.detection.in.Tally;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.sighting.FactReader;
import io.wirecase.detection.store.DetectionStore;
import io.wirecase.detection.store.Expiry;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
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
    private static final double NANOS = 1e9;
    private static final int PARTS = 5;
    private static final long MEGABYTE = 1 << 20;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Networks NOBODY = Networks.parse("192.0.2.0/24");

    private final Benchmark.Wish wish;
    private final PrintStream out;
    private final Tally tally = new Tally();

    BenchRun(Benchmark.Wish wish, PrintStream out) {
        this.wish = wish;
        this.out = out;
    }

    void all() throws IOException, InterruptedException {
        new BenchPublisher(wish.bootstrap()).publish(wish.traffic(), wish.flows());
        double before = processor();
        long begun = System.nanoTime();
        try (KafkaStreams streams = streams("first")) {
            streams.start();
            await();
            double took = processor() - before;
            say(
                    "%s%s: %,d flows, %.1f s, %.1f s of processor time: %,.0f flows/s per core",
                    wish.traffic().name().toLowerCase(Locale.ROOT),
                    wish.firstStage() ? ", first stage alone" : "",
                    wish.flows(),
                    (System.nanoTime() - begun) / NANOS,
                    took,
                    wish.flows() / took);
            say(
                    "  alerts %,d, sightings %,d, put aside %,d, entries of state that went early %,d",
                    tally.alerts.sum(),
                    tally.sightings.sum(),
                    tally.deadFlows.sum() + tally.unreadable.sum(),
                    tally.crowdedOut.sum());
            state(streams, DetectionStore.NAME);
            state(streams, DetectionStore.SUBJECTS);
        }
        if (wish.recover()) {
            recover();
        }
        say("  " + memory());
    }

    private KafkaStreams streams(String folder) {
        DetectionConfig config = BenchConfig.of(wish.bootstrap(), wish.data().resolve(folder));
        Properties settings = StreamSettings.of(config);
        Expiry usual = Expiry.DEFAULT;
        Expiry expiry = new Expiry(usual.slot(), usual.slots(), usual.perWalk(), wish.maxEntries());
        return new KafkaStreams(
                DetectionTopology.of(
                        detection(),
                        new FlowProcessor.Settings(Topic.DEFAULT_PARTITIONS, Topic.DEFAULT_PARTITIONS, expiry),
                        tally),
                settings);
    }

    private Detection detection() {
        Detection all = Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE);
        return wish.firstStage()
                ? new Detection(
                        all.flows(),
                        all.scans(),
                        all.wording(),
                        all.settings(),
                        all.behaviours(),
                        List.of(),
                        new FactReader(NOBODY))
                : all;
    }

    /** Until all flows are read and nothing is done any more: the second stage has no count of its own. */
    private void await() throws IOException, InterruptedException {
        int part = 1;
        double before = processor();
        double used = Double.MAX_VALUE;
        while (tally.flows.sum() < wish.flows() || used > IDLE * LOOK.toMillis() / 1_000) {
            Thread.sleep(LOOK);
            if (wish.watch() && tally.flows.sum() >= (long) wish.flows() * part / PARTS) {
                say("  %,d flows: %s, %,d went early", tally.flows.sum(), memory(), tally.crowdedOut.sum());
                part++;
            }
            used = processor() - before;
            before = processor();
        }
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

    /** As an instance begins that replaces one which was killed, and has none of its files. */
    private void recover() throws InterruptedException {
        long begun = System.nanoTime();
        double before = processor();
        try (KafkaStreams streams = streams("second")) {
            streams.start();
            while (streams.state() != KafkaStreams.State.RUNNING) {
                Thread.sleep(LOOK.dividedBy(10));
            }
            say(
                    "  from an empty folder to running again: %.1f s, %.1f s of processor time",
                    (System.nanoTime() - begun) / NANOS, processor() - before);
        }
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
