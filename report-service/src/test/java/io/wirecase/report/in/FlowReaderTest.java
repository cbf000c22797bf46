package io.wirecase.report.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventHeaders;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.KafkaHeaders;
import io.wirecase.platform.testing.RealBroker;
import io.wirecase.report.store.FlowStore;
import io.wirecase.report.testing.Await;
import io.wirecase.report.testing.RealDatabase;
import io.wirecase.report.testing.Sample;
import io.wirecase.report.testing.SwitchedDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowReaderTest {

    private static RealBroker broker;
    private static RealDatabase database;
    private static Producer<String, byte[]> producer;
    private static int captures;

    private final Sample capture = Sample.capture(++captures);
    private final SwitchedDatabase switched = new SwitchedDatabase(database.source());
    private FlowReader reader;
    private Thread thread;

    @BeforeAll
    static void startParts() {
        broker = RealBroker.startWithTopics();
        database = RealDatabase.start();
        producer = new KafkaProducer<>(ClientDefaults.producer(broker.bootstrap(), "test"));
    }

    @AfterAll
    static void stopParts() {
        producer.close();
        broker.close();
        database.close();
    }

    @BeforeEach
    void startReader() {
        start();
    }

    @AfterEach
    void stopReader() throws InterruptedException {
        stop();
    }

    @Test
    void flows_and_end_markers_are_stored_and_counted() {
        send(0, EventType.FLOW_BLOCK, Codec.encodeBlock(capture.block(0, capture.flow(1), capture.flow(2))));
        send(0, EventType.CAPTURE_END, Codec.encode(capture.marker(0, 4, 2, null)));

        awaitNumber("SELECT coalesce(max(announced), 0) FROM flow_count WHERE capture_id = " + id(), 2);

        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void a_reader_that_starts_again_goes_on_where_the_database_is() throws InterruptedException {
        send(1, EventType.FLOW_BLOCK, Codec.encodeBlock(capture.block(1, capture.flow(1))));
        awaitNumber(count(), 1);
        stop();
        send(1, EventType.FLOW_BLOCK, Codec.encodeBlock(capture.block(1, capture.flow(2))));

        start();

        awaitNumber(count(), 2);
        assertThat(database.number("SELECT sum(stored) FROM flow_count WHERE capture_id = " + id()))
                .isEqualTo(2);
    }

    @Test
    void a_database_that_is_away_is_waited_for_and_nothing_is_lost_or_doubled() {
        send(2, EventType.FLOW_BLOCK, Codec.encodeBlock(capture.block(2, capture.flow(1))));
        awaitNumber(count(), 1);
        switched.away(true);
        send(2, EventType.FLOW_BLOCK, Codec.encodeBlock(capture.block(2, capture.flow(2))));
        Await.until("the reader says that it waits", () -> reader.problem().isPresent());
        assertThat(stored()).isEqualTo(1);

        switched.away(false);

        awaitNumber(count(), 2);
        assertThat(reader.problem()).isEmpty();
    }

    @Test
    void what_cannot_be_read_goes_to_the_dead_letters_with_its_reason_and_the_rest_is_stored() {
        byte[] garbage = "no block".getBytes(StandardCharsets.UTF_8);
        send(3, EventType.FLOW_BLOCK, garbage);
        send(3, EventType.FLOW_BLOCK, Codec.encodeBlock(capture.block(3, capture.flow(1))));

        awaitNumber(count(), 1);

        ConsumerRecord<String, byte[]> letter = deadLetter(garbage);
        assertThat(KafkaHeaders.value(letter.headers(), EventHeaders.REASON))
                .hasValueSatisfying(reason -> assertThat(reason).contains("block of flows"));
        assertThat(KafkaHeaders.value(letter.headers(), DeadLetters.SOURCE))
                .hasValueSatisfying(source -> assertThat(source).startsWith("wirecase.flows/3/"));
    }

    @Test
    void text_that_no_text_column_takes_is_stored_all_the_same() {
        Flow hostile = capture.flow(1, 1, true, "a\u0000b\u00ff");

        send(0, EventType.FLOW_BLOCK, Codec.encodeBlock(capture.block(0, hostile)));

        awaitNumber(count(), 1);
    }

    private void start() {
        Map<String, Object> settings = ClientDefaults.consumer(broker.bootstrap(), "flows");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "report-test");
        DeadLetters letters =
                new DeadLetters(new KafkaProducer<>(ClientDefaults.producer(broker.bootstrap(), "letters")));
        reader = new FlowReader(settings, new FlowStore(switched), letters);
        thread = Thread.ofPlatform().start(reader);
    }

    private void stop() throws InterruptedException {
        reader.close();
        thread.join(Duration.ofSeconds(20));
    }

    private void send(int partition, EventType type, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(
                            Topics.FLOWS.name(), partition, "key", value, KafkaHeaders.of(type, "id", "capture")))
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static ConsumerRecord<String, byte[]> deadLetter(byte[] value) {
        try (var consumer = new KafkaConsumer<String, byte[]>(ClientDefaults.consumer(broker.bootstrap(), "dead"))) {
            List<TopicPartition> partitions = consumer
                    .partitionsFor(Topics.FLOWS.deadLetters().name())
                    .stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int tries = 0; tries < 20; tries++) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (java.util.Arrays.equals(record.value(), value)) {
                        return record;
                    }
                }
            }
        }
        throw new AssertionError("no dead letter");
    }

    private String id() {
        return "'" + capture.captureId() + "'";
    }

    private String count() {
        return "SELECT count(*) FROM flow_fact WHERE capture_id = " + id();
    }

    private long stored() {
        return database.number(count());
    }

    private static void awaitNumber(String sql, long expected) {
        Await.until(sql + " gives " + expected, () -> database.number(sql) == expected);
    }
}
