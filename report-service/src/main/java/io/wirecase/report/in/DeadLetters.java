package io.wirecase.report.in;

import io.wirecase.core.wire.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Sends what cannot be read to the dead-letter topic of where it came from, with the reason and the place in headers.
 * Thread-safe.
 */
public final class DeadLetters implements AutoCloseable {

    /** The header that says where the record was: topic, partition and offset. */
    static final String SOURCE = "wirecase_source";

    private final Producer<String, byte[]> producer;

    /** Uses a producer of the caller's making, and closes it. */
    public DeadLetters(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Sends a record and waits until the broker has it.
     *
     * @throws KafkaException when the broker does not take it: the record must be read again
     */
    void send(ConsumerRecord<String, byte[]> record, String reason) {
        send(record, record.value(), reason);
    }

    /** Sends a part of a record. @throws KafkaException when the broker does not take it */
    void send(ConsumerRecord<String, byte[]> record, byte[] part, String reason) {
        Headers headers = new RecordHeaders(record.headers());
        headers.add(EventHeaders.REASON, reason.getBytes(StandardCharsets.UTF_8));
        headers.add(
                SOURCE,
                (record.topic() + "/" + record.partition() + "/" + record.offset()).getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(new ProducerRecord<>(record.topic() + ".dlq", null, record.key(), part, headers))
                    .get();
        } catch (ExecutionException refused) {
            throw new KafkaException("a dead letter could not be sent", refused.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while a dead letter was sent", stopping);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
