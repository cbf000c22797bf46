package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.in.FlowProcessor;
import io.wirecase.detection.in.Tally;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.store.Expiry;
import io.wirecase.detection.testing.Blocks;
import io.wirecase.detection.testing.Scans;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.KafkaHeaders;
import io.wirecase.platform.testing.RealBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RealBrokerTest {

    private static final int PARTITIONS = Topic.DEFAULT_PARTITIONS;

    @TempDir
    private Path data;

    private final List<Alert> alerts = new ArrayList<>();
    private final Map<Integer, List<EndMarker>> markers = new HashMap<>();
    private final Map<Integer, Long> alertsByPartition = new HashMap<>();

    @Test
    void aRestartInTheMiddleOfACaptureLosesNothingAndDoublesNothing() {
        List<Flow> flows = new ArrayList<>(Scans.sweep());
        flows.addAll(Scans.pageLoad(3_600_000));
        int half = flows.size() / 4;
        try (RealBroker broker = RealBroker.startWithTopics()) {
            try (KafkaStreams first = streams(broker, "first")) {
                first.start();
                publish(broker, flows.subList(0, half), false);
                collect(broker, 20);
            }
            alerts.clear();
            // Another folder: what the second instance knows, it has from the broker.
            try (KafkaStreams second = streams(broker, "second")) {
                second.start();
                publish(broker, flows.subList(half, flows.size()), true);
                collectToTheEnd(broker);
            }
        }
        List<Alert> scans =
                alerts.stream().filter(a -> a.kind().equals("horizontal_scan")).toList();
        assertThat(scans.stream().map(Alert::id).distinct()).hasSize(1);
        assertThat(scans.stream().map(Alert::revision))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, scans.size()).boxed().toList());
        assertThat(scans.getLast().evidence().behaviour())
                .isNotNull()
                .satisfies(b -> assertThat(b.flows()).isEqualTo(129));
        assertThat(alerts.stream().filter(a -> a.kind().equals(Alert.FLOW)).map(Alert::id))
                .hasSize(129)
                .doesNotHaveDuplicates();
        markers.forEach((partition, some) -> assertThat(some.stream()
                        .mapToLong(marker -> marker.alerts() == null ? 0 : marker.alerts())
                        .sum())
                .isEqualTo(alertsByPartition.getOrDefault(partition, 0L)));
    }

    private KafkaStreams streams(RealBroker broker, String folder) {
        DetectionConfig config =
                Configs.of(broker.bootstrap(), data.resolve(folder), Map.of("wirecase.detection.instance", "one"));
        return new KafkaStreams(
                DetectionTopology.of(
                        Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE),
                        new FlowProcessor.Settings(PARTITIONS, PARTITIONS, Expiry.DEFAULT),
                        new Tally()),
                StreamSettings.of(config));
    }

    private static void publish(RealBroker broker, List<Flow> flows, boolean end) {
        Map<Integer, List<Flow>> byPartition = new HashMap<>();
        for (Flow flow : flows) {
            String key = Partitioning.flowKey(flow.origin().site(), flow.key().transport(), flow.originator());
            byPartition
                    .computeIfAbsent(Partitioning.partition(key, PARTITIONS), any -> new ArrayList<>())
                    .add(flow);
        }
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(ClientDefaults.producer(broker.bootstrap(), "test"))) {
            byPartition.forEach((partition, some) -> Blocks.of(some, FlowBlock.MAX_FLOWS / 10)
                    .forEach(block -> producer.send(record(partition, EventType.FLOW_BLOCK, block))));
            for (int partition = 0; end && partition < PARTITIONS; partition++) {
                EndMarker marker = Blocks.end(flows.getFirst(), partition, PARTITIONS, 0);
                producer.send(record(partition, EventType.CAPTURE_END, Codec.encode(marker)));
            }
        }
    }

    private static ProducerRecord<String, byte[]> record(int partition, EventType type, byte[] value) {
        return new ProducerRecord<>(
                Topics.FLOWS.name(), partition, "key", value, KafkaHeaders.of(type, "1", "capture"));
    }

    private void collectToTheEnd(RealBroker broker) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(broker)) {
            while (markers.values().stream().mapToInt(List::size).sum() < PARTITIONS * 2 * PARTITIONS) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            }
        }
    }

    private void collect(RealBroker broker, int atLeast) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(broker)) {
            while (alerts.size() < atLeast) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            }
        }
        alertsByPartition.clear();
    }

    private static KafkaConsumer<String, byte[]> consumer(RealBroker broker) {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(ClientDefaults.consumer(broker.bootstrap(), "test"));
        consumer.assign(IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.ALERTS.name(), partition))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        return consumer;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            if (KafkaHeaders.type(record.headers()).equals(java.util.Optional.of(EventType.ALERT))) {
                alerts.add(Codec.decode(record.value(), Alert.class));
                alertsByPartition.merge(record.partition(), 1L, Long::sum);
            } else {
                markers.computeIfAbsent(record.partition(), any -> new ArrayList<>())
                        .add(Codec.decode(record.value(), EndMarker.class));
            }
        } catch (Unreadable bug) {
            throw new AssertionError(bug);
        }
    }
}
