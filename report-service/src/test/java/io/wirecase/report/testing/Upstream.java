package io.wirecase.report.testing;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts on the bus what the services before this one would: a whole capture with an alert on its first flow. */
public final class Upstream implements AutoCloseable {

    private static final int PARTITIONS = Topic.DEFAULT_PARTITIONS;
    private static final int ALERTS_AT = 2;

    private final Producer<String, byte[]> producer;

    /** Writes to the broker that {@link Parts} started. */
    public Upstream() {
        producer = new KafkaProducer<>(ClientDefaults.producer(Parts.bootstrap(), "upstream"));
    }

    /** Sends a capture with all its end markers, so that a report on it can be made. */
    public void whole(Sample capture, Flow... flows) {
        send(Topics.CAPTURES, 0, EventType.CAPTURE_STATE, Codec.encode(capture.state(CaptureState.State.COMPLETED)));
        send(Topics.FLOWS, 0, EventType.FLOW_BLOCK, Codec.encodeBlock(capture.block(0, flows)));
        for (int partition = 0; partition < PARTITIONS; partition++) {
            var marker = capture.marker(partition, PARTITIONS, partition == 0 ? flows.length : 0, null);
            send(Topics.FLOWS, partition, EventType.CAPTURE_END, Codec.encode(marker));
        }
        var alert = capture.alert(flows[0], 1, FlowRisk.HTTP_OBSOLETE_SERVER);
        send(Topics.ENRICHED_ALERTS, ALERTS_AT, EventType.ENRICHED_ALERT, Codec.encode(alert));
        for (int from = 0; from < PARTITIONS; from++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                long alerts = partition == ALERTS_AT && from == 0 ? 1 : 0;
                byte[] marker = Codec.encode(capture.marker(from, PARTITIONS, 0, alerts));
                send(Topics.ENRICHED_ALERTS, partition, EventType.CAPTURE_END, marker);
            }
        }
    }

    private void send(Topic topic, int partition, EventType type, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(
                            topic.name(), partition, "key", value, KafkaHeaders.of(type, "id", "test")))
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
