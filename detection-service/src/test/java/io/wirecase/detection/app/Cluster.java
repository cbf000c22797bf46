package io.wirecase.detection.app;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Sighting;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.in.FlowProcessor;
import io.wirecase.detection.in.SubjectProcessor;
import io.wirecase.detection.in.Tally;
import io.wirecase.detection.out.Outbox;
import io.wirecase.detection.out.Outgoing;
import io.wirecase.detection.store.DetectionStore;
import io.wirecase.detection.store.Expiry;
import io.wirecase.detection.testing.Blocks;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Both stages with as many partitions each as wanted, in one thread: which partition goes on is drawn by lot, as
 * threads and machines would draw it.
 */
final class Cluster {

    private final Tally tally = new Tally();
    private final List<Task> flows = new ArrayList<>();
    private final List<Task> digests = new ArrayList<>();
    private final List<List<Record<String, byte[]>>> alerts = new ArrayList<>();
    private final List<Record<String, byte[]>> sightings = Collections.synchronizedList(new ArrayList<>());
    private final Random chance;
    private int kills;

    Cluster(Detection detection, Expiry expiry, int flowPartitions, int digestPartitions, Random chance) {
        this.chance = chance;
        int alertPartitions = 1 + chance.nextInt(4);
        FlowProcessor.Settings settings = new FlowProcessor.Settings(alertPartitions, digestPartitions, expiry);
        for (int i = 0; i < flowPartitions; i++) {
            flows.add(new Task(() -> new FlowProcessor(detection, settings, tally), DetectionStore.NAME, 0, i));
        }
        for (int i = 0; i < digestPartitions; i++) {
            digests.add(
                    new Task(() -> new SubjectProcessor(detection, settings, tally), DetectionStore.SUBJECTS, 1, i));
        }
        for (int i = 0; i < alertPartitions; i++) {
            alerts.add(Collections.synchronizedList(new ArrayList<>()));
        }
    }

    Tally tally() {
        return tally;
    }

    /** Puts flows and end markers on the partitions of the flows topic, as capture does for each of its captures. */
    void publish(List<Flow> all, int blockSize) {
        Map<UUID, Flow> captures = new LinkedHashMap<>();
        all.forEach(flow -> captures.putIfAbsent(flow.origin().captureId(), flow));
        for (int i = 0; i < flows.size(); i++) {
            int partition = i;
            List<List<byte[]>> streams = new ArrayList<>();
            captures.forEach((capture, any) -> {
                List<Flow> its = all.stream()
                        .filter(flow -> flow.origin().captureId().equals(capture) && partition(flow) == partition)
                        .toList();
                List<byte[]> blocks = new ArrayList<>(Blocks.of(its, Math.min(blockSize, FlowBlock.MAX_FLOWS)));
                blocks.add(Codec.encode(Blocks.end(any, partition, flows.size(), its.size())));
                streams.add(blocks);
            });
            interleave(flows.get(i), streams);
        }
    }

    private int partition(Flow flow) {
        String key = Partitioning.flowKey(flow.origin().site(), flow.key().transport(), flow.originator());
        return Partitioning.partition(key, flows.size());
    }

    /** The blocks of each capture in their order, its end marker last; whose come next is drawn. */
    private void interleave(Task task, List<List<byte[]>> streams) {
        int[] next = new int[streams.size()];
        long left = streams.stream().mapToLong(List::size).sum();
        while (left > 0) {
            int which = chance.nextInt(streams.size());
            List<byte[]> stream = streams.get(which);
            if (next[which] < stream.size()) {
                boolean last = next[which] == stream.size() - 1;
                task.offer(record(last ? EventType.CAPTURE_END : EventType.FLOW_BLOCK, stream.get(next[which]++)));
                left--;
            }
        }
    }

    /** Runs until nothing waits, one record at a time. */
    void run() {
        run(() -> true, 0);
    }

    /**
     * Runs until nothing waits; every partition is killed now and then in the middle of a transaction.
     *
     * @param oneIn of how many steps one is a kill
     */
    void runAndKill(int oneIn) {
        run(() -> chance.nextInt(3) == 0, oneIn);
    }

    private void run(BooleanSupplier commits, int oneIn) {
        List<Task> all = all();
        while (true) {
            List<Task> ready =
                    all.stream().filter(task -> task.waits() || task.open()).toList();
            if (ready.isEmpty()) {
                return;
            }
            Task task = ready.get(chance.nextInt(ready.size()));
            if (task.waits()) {
                task.step();
            }
            if (oneIn > 0 && chance.nextInt(oneIn) == 0) {
                task.kill();
                kills++;
            } else if (commits.getAsBoolean()) {
                send(task.commit(oneIn > 0));
            }
        }
    }

    /** Runs until nothing waits, in several threads that share the partitions as the engine's do. */
    void runInThreads(int threads) {
        List<Task> all = all();
        AtomicInteger idle = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                List<Task> mine = new ArrayList<>();
                for (int i = thread; i < all.size(); i += threads) {
                    mine.add(all.get(i));
                }
                running.add(pool.submit(() -> work(mine, all, idle, threads)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    /** All are idle, and nothing waits: nobody is left who could send any more. */
    private void work(List<Task> mine, List<Task> all, AtomicInteger idle, int threads) {
        while (true) {
            for (Task task : mine) {
                while (task.waits()) {
                    task.step();
                    send(task.commit(false));
                }
            }
            idle.incrementAndGet();
            while (mine.stream().noneMatch(Task::waits)) {
                if (idle.get() == threads && all.stream().noneMatch(Task::waits)) {
                    return;
                }
                Thread.onSpinWait();
            }
            idle.decrementAndGet();
        }
    }

    /** How often a partition was killed. */
    int kills() {
        return kills;
    }

    private List<Task> all() {
        List<Task> all = new ArrayList<>(flows);
        all.addAll(digests);
        return all;
    }

    private void send(List<Task.Sent> some) {
        for (Task.Sent one : some) {
            Record<? extends String, ? extends Outgoing> sent = one.record();
            Record<String, byte[]> record =
                    new Record<>(sent.key(), sent.value().bytes(), sent.timestamp(), sent.headers());
            Integer partition = sent.value().partition();
            if (one.child().equals(Outbox.SIGHTINGS)) {
                sightings.add(record);
            } else if (one.child().equals(Outbox.DIGESTS)) {
                digests.get(partition).offer(record);
            } else if (partition != null) {
                alerts.get(partition).add(record);
            } else {
                throw new AssertionError("put aside: " + sent.headers());
            }
        }
    }

    List<Sighting> sightings() {
        List<Sighting> told = new ArrayList<>();
        for (Record<String, byte[]> record : sightings) {
            try {
                told.add(Codec.decode(record.value(), Sighting.class));
            } catch (Unreadable bug) {
                throw new AssertionError(bug);
            }
        }
        return told;
    }

    int alertPartitions() {
        return alerts.size();
    }

    List<Alert> alerts(int partition) {
        return read(partition, EventType.ALERT, Alert.class);
    }

    List<EndMarker> markers(int partition) {
        return read(partition, EventType.CAPTURE_END, EndMarker.class);
    }

    /** Whether anything of a partition lies behind its last marker. */
    boolean anythingBehindTheMarkers(int partition) {
        List<Record<String, byte[]>> all = alerts.get(partition);
        return !KafkaHeaders.type(all.getLast().headers()).equals(java.util.Optional.of(EventType.CAPTURE_END));
    }

    List<Alert> alerts() {
        List<Alert> all = new ArrayList<>();
        for (int i = 0; i < alerts.size(); i++) {
            all.addAll(alerts(i));
        }
        return all;
    }

    /** Entries of state that the second stage has read so far. */
    long readOfSubjects() {
        return digests.stream().mapToLong(Task::reads).sum();
    }

    /** Entries of state of the fullest partition of a stage. */
    long entries(int stage) {
        return (stage == 0 ? flows : digests)
                .stream().mapToLong(Task::size).max().orElse(0);
    }

    private <T> List<T> read(int partition, EventType type, Class<T> as) {
        List<T> found = new ArrayList<>();
        for (Record<String, byte[]> record : alerts.get(partition)) {
            if (KafkaHeaders.type(record.headers()).equals(java.util.Optional.of(type))) {
                try {
                    found.add(Codec.decode(record.value(), as));
                } catch (Unreadable bug) {
                    throw new AssertionError(bug);
                }
            }
        }
        return found;
    }

    private static Record<String, byte[]> record(EventType type, byte[] value) {
        Headers headers = KafkaHeaders.of(type, "1", "capture");
        return new Record<>("key", value, 0, headers);
    }
}
