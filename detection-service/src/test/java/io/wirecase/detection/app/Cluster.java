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
import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;

/**
 * Both stages with as many partitions each as wanted, in one thread: which partition goes on is drawn by lot, as
 * threads and machines would draw it.
 */
final class Cluster {

    private final Tally tally = new Tally();
    private final List<Task> flows = new ArrayList<>();
    private final List<Task> digests = new ArrayList<>();
    private final List<List<Record<String, byte[]>>> alerts = new ArrayList<>();
    private final List<Record<String, byte[]>> sightings = new ArrayList<>();
    private final Random chance;

    Cluster(Detection detection, Expiry expiry, int flowPartitions, int digestPartitions, Random chance) {
        this.chance = chance;
        int alertPartitions = 1 + chance.nextInt(4);
        FlowProcessor.Settings settings = new FlowProcessor.Settings(alertPartitions, digestPartitions, expiry);
        for (int i = 0; i < flowPartitions; i++) {
            flows.add(new Task(new FlowProcessor(detection, settings, tally), DetectionStore.NAME, 0, i));
        }
        for (int i = 0; i < digestPartitions; i++) {
            digests.add(new Task(new SubjectProcessor(detection, settings, tally), DetectionStore.SUBJECTS, 1, i));
        }
        for (int i = 0; i < alertPartitions; i++) {
            alerts.add(new ArrayList<>());
        }
    }

    /** One partition of one stage. */
    private static final class Task {
        private final Processor<String, byte[], String, Outgoing> processor;
        private final MockProcessorContext<String, Outgoing> context;
        private final Deque<Record<String, byte[]>> waiting = new ArrayDeque<>();

        Task(Processor<String, byte[], String, Outgoing> processor, String store, int stage, int partition) {
            this.processor = processor;
            Properties settings = new Properties();
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "cluster");
            context = new MockProcessorContext<>(settings, new TaskId(stage, partition), new File("target/cluster"));
            context.setCurrentSystemTimeMs(1_000_000);
            var state = Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(store), Serdes.Bytes(), Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
            state.init(context.getStateStoreContext(), state);
            context.addStateStore(state);
            processor.init(context);
        }
    }

    Tally tally() {
        return tally;
    }

    /** Puts flows and end markers on the partitions of the flows topic, as capture does. */
    void publish(List<Flow> all, int blockSize) {
        List<List<Flow>> byPartition = new ArrayList<>();
        flows.forEach(any -> byPartition.add(new ArrayList<>()));
        for (Flow flow : all) {
            String key = Partitioning.flowKey(flow.origin().site(), flow.key().transport(), flow.originator());
            byPartition.get(Partitioning.partition(key, flows.size())).add(flow);
        }
        for (int i = 0; i < flows.size(); i++) {
            Task task = flows.get(i);
            Blocks.of(byPartition.get(i), Math.min(blockSize, FlowBlock.MAX_FLOWS))
                    .forEach(block -> task.waiting.add(record(EventType.FLOW_BLOCK, block)));
            EndMarker end = Blocks.end(
                    all.getFirst(), i, flows.size(), byPartition.get(i).size());
            task.waiting.add(record(EventType.CAPTURE_END, Codec.encode(end)));
        }
    }

    /** Runs until nothing waits. */
    void run() {
        List<Task> all = new ArrayList<>(flows);
        all.addAll(digests);
        while (true) {
            List<Task> ready =
                    all.stream().filter(task -> !task.waiting.isEmpty()).toList();
            if (ready.isEmpty()) {
                return;
            }
            step(ready.get(chance.nextInt(ready.size())));
        }
    }

    private void step(Task task) {
        task.processor.process(task.waiting.removeFirst());
        for (CapturedForward<? extends String, ? extends Outgoing> forward : task.context.forwarded()) {
            Record<? extends String, ? extends Outgoing> sent = forward.record();
            Record<String, byte[]> record =
                    new Record<>(sent.key(), sent.value().bytes(), sent.timestamp(), sent.headers());
            Integer partition = sent.value().partition();
            String child = forward.childName().orElseThrow();
            if (child.equals(Outbox.SIGHTINGS)) {
                sightings.add(record);
            } else if (child.equals(Outbox.DIGESTS)) {
                digests.get(partition).waiting.add(record);
            } else if (partition != null) {
                alerts.get(partition).add(record);
            } else {
                throw new AssertionError("put aside: " + sent.headers());
            }
        }
        task.context.resetForwards();
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

    /** Entries of state of the fullest partition of a stage. */
    long entries(int stage) {
        return (stage == 0 ? flows : digests)
                .stream()
                        .mapToLong(task -> {
                            var store = task.context
                                    .<org.apache.kafka.streams.state.KeyValueStore<Object, Object>>getStateStore(
                                            stage == 0 ? DetectionStore.NAME : DetectionStore.SUBJECTS);
                            return store.approximateNumEntries();
                        })
                        .max()
                        .orElse(0);
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
