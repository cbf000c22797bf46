package io.wirecase.enrichment.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.wirecase.core.alert.Alert;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.suppression.Tripwires;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventHeaders;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Topics;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.enrichment.testing.Checked;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.KafkaHeaders;
import io.wirecase.platform.testing.Schemas;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The whole service on a real broker, which goes away in the middle. */
@QuarkusTest
@QuarkusTestResource(BrokerForTests.class)
final class ServiceTest {
    private static final int PARTITIONS = 4;
    private static final int ALERTS = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void everyRecordComesOutOnItsPartitionBeforeItsMarkerThroughAnOutage()
            throws ExecutionException, InterruptedException, Unreadable {
        Alert alert = new Checked().alert();
        EndMarker marker = new EndMarker(UUID.randomUUID(), 1, "office", 2, PARTITIONS, 9, (long) ALERTS);
        try (var producer = new KafkaProducer<String, byte[]>(
                ClientDefaults.producer(BrokerForTests.broker().bootstrap(), "test"))) {
            for (int i = 0; i < ALERTS; i++) {
                send(producer, i % PARTITIONS, EventType.ALERT, Codec.encode(alert));
            }
            send(producer, 1, EventType.ALERT, "{\"id\":7}".getBytes(StandardCharsets.UTF_8));
            send(producer, 3, EventType.FLOW_BLOCK, new byte[] {1});
            producer.flush();
            BrokerForTests.broker().pause();
            BrokerForTests.broker().resume();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                send(producer, partition, EventType.CAPTURE_END, Codec.encode(marker));
            }
        }

        for (int partition = 0; partition < PARTITIONS; partition++) {
            List<ConsumerRecord<String, byte[]>> out = upToMarker(partition);
            long alerts =
                    out.stream().filter(r -> type(r, EventType.ENRICHED_ALERT)).count();
            assertThat(alerts).as("partition %d", partition).isGreaterThanOrEqualTo(ALERTS / PARTITIONS);
            EnrichedAlert first = Codec.decode(out.getFirst().value(), EnrichedAlert.class);
            assertThat(first.alert()).isEqualTo(alert);
            assertThat(first.exchange()).isNotNull();
            assertThat(out.getFirst().key()).isEqualTo("office|192.168.50.71");
            assertThat(Codec.decode(out.getLast().value(), EndMarker.class)).isEqualTo(marker);
            assertThat(Schemas.faults(EventType.ENRICHED_ALERT, out.getFirst().value()))
                    .isEmpty();
            assertThat(Schemas.faults(EventType.CAPTURE_END, out.getLast().value()))
                    .isEmpty();
        }
        assertThat(deadLetter(1)).contains("not a Alert");
        assertThat(deadLetter(3)).isEqualTo("no alert and no end of a capture");
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void aRuleMarksAlertsWithinSecondsAndATripwireBreaksItAtOnce()
            throws ExecutionException, InterruptedException, Unreadable {
        Suppression rule = rule(new Tripwires.Status(List.of("http:204")));
        try (var producer = new KafkaProducer<String, byte[]>(
                ClientDefaults.producer(BrokerForTests.broker().bootstrap(), "test-rules"))) {
            producer.send(rule(rule.id(), "{}".getBytes(StandardCharsets.UTF_8)));
            producer.send(rule(rule.id(), Codec.encode(rule))).get();
            EnrichedAlert hidden = until(producer, new Checked().alert(), mark -> mark.suppressed() != null);
            assertThat(hidden.suppressed()).isNotNull();
            assertThat(hidden.suppressed().hidden()).isTrue();
            assertThat(hidden.suppressed().rules().getFirst().rule()).isEqualTo(rule.id());
            assertThat(Schemas.faults(EventType.ENRICHED_ALERT, Codec.encode(hidden)))
                    .isEmpty();

            Alert large = new Checked().replies(200, 189, 20_480).alert();
            EnrichedAlert moved = until(producer, large, mark -> true);
            assertThat(moved.suppressed()).isNotNull();
            assertThat(moved.suppressed().hidden()).isFalse();
            assertThat(moved.suppressed().rules().getFirst().moved())
                    .extracting(m -> m.expected() + " became " + m.observed().raw())
                    .containsExactly("http:204 became http:200");

            producer.send(rule(rule.id(), null)).get();
            EnrichedAlert shown = until(producer, new Checked().alert(), mark -> mark.suppressed() == null);
            assertThat(shown.alert()).isEqualTo(hidden.alert());
        }
    }

    private static Suppression rule(Tripwires.Status status) {
        Suppression.Match match =
                new Suppression.Match("192.168.50.0/24", null, "*.ubuntu.com", null, 80, null, "watched", null);
        String when = "2026-01-01T00:00:00Z";
        return new Suppression(
                UUID.randomUUID(),
                1,
                match,
                "our own checks",
                "net team",
                null,
                when,
                when,
                new Tripwires(null, status, null, null));
    }

    private static ProducerRecord<String, byte[]> rule(UUID id, byte @Nullable [] value) {
        return new ProducerRecord<>(
                Topics.SUPPRESSIONS.name(),
                null,
                id.toString(),
                value,
                KafkaHeaders.of(EventType.SUPPRESSION, "1", "report"));
    }

    /** Sends an alert of the watched site again and again until one comes out as wanted. */
    private static EnrichedAlert until(
            KafkaProducer<String, byte[]> producer, Alert alert, Predicate<EnrichedAlert> wanted) throws Unreadable {
        byte[] watched = new String(Codec.encode(alert), StandardCharsets.UTF_8)
                .replace("\"site\":\"office\",\"captures\"", "\"site\":\"watched\",\"captures\"")
                .getBytes(StandardCharsets.UTF_8);
        Instant end = Instant.now().plus(PATIENCE);
        try (var consumer = reader(Topics.ENRICHED_ALERTS.name(), 0)) {
            consumer.seekToEnd(consumer.assignment());
            consumer.position(consumer.assignment().iterator().next());
            while (Instant.now().isBefore(end)) {
                send(producer, 0, EventType.ALERT, watched);
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    EnrichedAlert out = Codec.decode(record.value(), EnrichedAlert.class);
                    if (out.alert().site().equals("watched") && wanted.test(out)) {
                        return out;
                    }
                }
            }
        }
        throw new AssertionError("no such alert came out");
    }

    private static void send(KafkaProducer<String, byte[]> producer, int partition, EventType type, byte[] value) {
        producer.send(new ProducerRecord<>(
                Topics.ALERTS.name(),
                partition,
                "office|192.168.50.71",
                value,
                KafkaHeaders.of(type, "1", "detection")));
    }

    private static List<ConsumerRecord<String, byte[]>> upToMarker(int partition) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (var consumer = reader(Topics.ENRICHED_ALERTS.name(), partition)) {
            Instant end = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    all.add(record);
                    if (type(record, EventType.CAPTURE_END)) {
                        return all;
                    }
                }
            }
        }
        throw new AssertionError("no marker on partition " + partition + " after " + all.size() + " records");
    }

    private static String deadLetter(int partition) {
        try (var consumer = reader(Topics.ALERTS.deadLetters().name(), partition)) {
            return IntStream.range(0, 50)
                    .mapToObj(i -> consumer.poll(Duration.ofMillis(200)))
                    .filter(records -> !records.isEmpty())
                    .findFirst()
                    .map(records -> records.iterator().next().headers())
                    .flatMap(headers -> KafkaHeaders.value(headers, EventHeaders.REASON))
                    .orElseThrow();
        }
    }

    private static KafkaConsumer<String, byte[]> reader(String topic, int partition) {
        var settings = ClientDefaults.consumer(BrokerForTests.broker().bootstrap(), "test-reader");
        var consumer = new KafkaConsumer<String, byte[]>(settings);
        consumer.assign(List.of(new TopicPartition(topic, partition)));
        return consumer;
    }

    private static boolean type(ConsumerRecord<String, byte[]> record, EventType type) {
        return KafkaHeaders.type(record.headers()).equals(Optional.of(type));
    }
}
