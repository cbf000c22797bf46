package io.wirecase.detection.app;

import io.wirecase.core.wire.Topics;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.in.FlowProcessor;
import io.wirecase.detection.in.SubjectProcessor;
import io.wirecase.detection.in.Tally;
import io.wirecase.detection.out.ExplicitPartitioner;
import io.wirecase.detection.out.Outbox;
import io.wirecase.detection.out.OutgoingSerializer;
import io.wirecase.detection.store.DetectionStore;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Two stages, each one processor with one store: from the flows topic to alerts and to digests, and from the digests
 * topic to alerts. What cannot be read goes to the dead letters of the topic it came from.
 */
final class DetectionTopology {

    private static final String SOURCE = "flows";
    private static final String PROCESSOR = "detect";
    private static final String DIGESTS = "subjects";
    private static final String JOIN = "join";

    private DetectionTopology() {}

    static Topology of(Detection detection, FlowProcessor.Settings settings, Tally tally) {
        Topology topology = new Topology();
        topology.addSource(SOURCE, new StringDeserializer(), new ByteArrayDeserializer(), Topics.FLOWS.name());
        topology.addProcessor(PROCESSOR, () -> new FlowProcessor(detection, settings, tally), SOURCE);
        topology.addStateStore(store(DetectionStore.NAME), PROCESSOR);
        topology.addSink(
                Outbox.ALERTS,
                Topics.ALERTS.name(),
                new StringSerializer(),
                new OutgoingSerializer(),
                new ExplicitPartitioner(),
                PROCESSOR);
        topology.addSink(
                Outbox.DEAD_LETTERS,
                Topics.FLOWS.deadLetters().name(),
                new StringSerializer(),
                new OutgoingSerializer(),
                PROCESSOR);
        topology.addSink(
                Outbox.DIGESTS,
                Topics.DIGESTS.name(),
                new StringSerializer(),
                new OutgoingSerializer(),
                new ExplicitPartitioner(),
                PROCESSOR);
        subjects(topology, detection, settings, tally);
        return topology;
    }

    /** The second stage: digests of all partitions of flows meet at their subjects. */
    private static void subjects(Topology topology, Detection detection, FlowProcessor.Settings settings, Tally tally) {
        topology.addSource(DIGESTS, new StringDeserializer(), new ByteArrayDeserializer(), Topics.DIGESTS.name());
        topology.addProcessor(JOIN, () -> new SubjectProcessor(detection, settings, tally), DIGESTS);
        topology.addStateStore(store(DetectionStore.SUBJECTS), JOIN);
        topology.addSink(
                Outbox.Names.OF_SUBJECTS.alerts(),
                Topics.ALERTS.name(),
                new StringSerializer(),
                new OutgoingSerializer(),
                new ExplicitPartitioner(),
                JOIN);
        topology.addSink(
                Outbox.Names.OF_SUBJECTS.deadLetters(),
                Topics.DIGESTS.deadLetters().name(),
                new StringSerializer(),
                new OutgoingSerializer(),
                JOIN);
        topology.addSink(
                Outbox.SIGHTINGS, Topics.SIGHTINGS.name(), new StringSerializer(), new OutgoingSerializer(), JOIN);
    }

    /** Compacted without retention by time: the engine's cache between commits saves most writes to it. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }
}
