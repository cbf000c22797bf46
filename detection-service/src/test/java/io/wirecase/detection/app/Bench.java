package io.wirecase.detection.app;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.intel.Sighting;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventHeaders;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Topics;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.in.FlowProcessor;
import io.wirecase.detection.in.Tally;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.store.Expiry;
import io.wirecase.detection.testing.Blocks;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology in the engine's own test driver. */
final class Bench implements AutoCloseable {

    private final Tally tally = new Tally();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> in;
    private final TestOutputTopic<String, byte[]> out;
    private final TestOutputTopic<String, byte[]> dead;
    private final TestOutputTopic<String, byte[]> sightings;

    Bench(int alertPartitions) {
        this(alertPartitions, Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE), Expiry.DEFAULT);
    }

    Bench(int alertPartitions, Detection detection, Expiry expiry) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, "target/bench-state");
        driver = new TopologyTestDriver(
                DetectionTopology.of(detection, new FlowProcessor.Settings(alertPartitions, 1, expiry), tally),
                settings);
        in = driver.createInputTopic(Topics.FLOWS.name(), new StringSerializer(), new ByteArraySerializer());
        out = driver.createOutputTopic(Topics.ALERTS.name(), new StringDeserializer(), new ByteArrayDeserializer());
        sightings = driver.createOutputTopic(
                Topics.SIGHTINGS.name(), new StringDeserializer(), new ByteArrayDeserializer());
        dead = driver.createOutputTopic(
                Topics.FLOWS.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    void send(@Nullable EventType type, byte @Nullable [] value) {
        TestRecord<String, byte[]> record = type == null
                ? new TestRecord<>("key", value)
                : new TestRecord<>("key", value, KafkaHeaders.of(type, "1", "capture"));
        in.pipeInput(record);
    }

    void flows(List<Flow> flows, int blockSize) {
        Blocks.of(flows, blockSize).forEach(block -> send(EventType.FLOW_BLOCK, block));
    }

    void end(Flow anyOfIt, long flows) {
        send(EventType.CAPTURE_END, Codec.encode(Blocks.end(anyOfIt, 0, 1, flows)));
    }

    void delete(Flow anyOfIt) {
        send(EventType.CAPTURE_DELETED, Codec.encode(Blocks.end(anyOfIt, 0, 1, 0)));
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    long entries() {
        long count = 0;
        for (String store : List.of("detection-state", "subject-state")) {
            try (var all = driver.getKeyValueStore(store).all()) {
                while (all.hasNext()) {
                    all.next();
                    count++;
                }
            }
        }
        return count;
    }

    Tally tally() {
        return tally;
    }

    List<Sighting> sightings() {
        List<Sighting> told = new ArrayList<>();
        for (TestRecord<String, byte[]> record : sightings.readRecordsToList()) {
            try {
                told.add(Codec.decode(record.value(), Sighting.class));
            } catch (Unreadable bug) {
                throw new AssertionError(bug);
            }
        }
        return told;
    }

    Output read() {
        List<Alert> alerts = new ArrayList<>();
        List<EndMarker> markers = new ArrayList<>();
        for (TestRecord<String, byte[]> record : out.readRecordsToList()) {
            try {
                if (KafkaHeaders.type(record.headers()).orElseThrow() == EventType.ALERT) {
                    alerts.add(Codec.decode(record.value(), Alert.class));
                } else {
                    markers.add(Codec.decode(record.value(), EndMarker.class));
                }
            } catch (Unreadable bug) {
                throw new AssertionError(bug);
            }
        }
        List<String> reasons = dead.readRecordsToList().stream()
                .map(record -> KafkaHeaders.value(record.headers(), EventHeaders.REASON)
                        .orElseThrow())
                .toList();
        return new Output(alerts, markers, reasons);
    }

    /** What came out since it was read last. */
    record Output(List<Alert> alerts, List<EndMarker> markers, List<String> deadReasons) {

        List<Alert> scans() {
            return alerts.stream()
                    .filter(alert -> !alert.kind().equals(Alert.FLOW))
                    .toList();
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
