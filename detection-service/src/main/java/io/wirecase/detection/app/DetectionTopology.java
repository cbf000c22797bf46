package io.wirecase.detection.app;

import io.wirecase.core.wire.Topics;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.in.FlowProcessor;
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

/** From the flows topic through one processor with one store to the alerts topic and the dead letters. */
final class DetectionTopology {

    private static final String SOURCE = "flows";
    private static final String PROCESSOR = "detect";

    private DetectionTopology() {}

    static Topology of(Detection detection, FlowProcessor.Settings settings, Tally tally) {
        Topology topology = new Topology();
        topology.addSource(SOURCE, new StringDeserializer(), new ByteArrayDeserializer(), Topics.FLOWS.name());
        topology.addProcessor(PROCESSOR, () -> new FlowProcessor(detection, settings, tally), SOURCE);
        topology.addStateStore(store(), PROCESSOR);
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
        return topology;
    }

    /** Compacted without retention by time: the engine's cache between commits saves most writes to it. */
    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(DetectionStore.NAME), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }
}
