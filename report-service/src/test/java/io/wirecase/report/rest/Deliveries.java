package io.wirecase.report.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.KafkaHeaders;
import io.wirecase.report.testing.Await;
import io.wirecase.report.testing.Parts;
import io.wirecase.report.testing.Sample;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the services ahead of this one would send of a capture, sent over the real broker; and calls of this one. */
record Deliveries(Sample capture) {

    private static final int PARTITIONS = Topic.DEFAULT_PARTITIONS;

    String delivered() {
        upload(capture.flow(1));
        endAlerts(1);
        String location = ask();
        Await.until(
                "the report is there",
                () -> call().accept("application/json").get(location).statusCode() == 200);
        return location;
    }

    void upload(Flow... flows) {
        send(Topics.CAPTURES, 0, EventType.CAPTURE_STATE, Codec.encode(capture.state(CaptureState.State.COMPLETED)));
        send(Topics.FLOWS, 0, EventType.FLOW_BLOCK, Codec.encodeBlock(capture.block(0, flows)));
        for (int partition = 0; partition < PARTITIONS; partition++) {
            var marker = capture.marker(partition, PARTITIONS, partition == 0 ? flows.length : 0, null);
            send(Topics.FLOWS, partition, EventType.CAPTURE_END, Codec.encode(marker));
        }
        send(Topics.ENRICHED_ALERTS, 2, EventType.ENRICHED_ALERT, Codec.encode(alert(flows[0])));
    }

    void endAlerts(long announced) {
        for (int flowPartition = 0; flowPartition < PARTITIONS; flowPartition++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                boolean its = partition == 2 && flowPartition == 0;
                var marker = capture.marker(flowPartition, PARTITIONS, 0, its ? announced : 0);
                send(Topics.ENRICHED_ALERTS, partition, EventType.CAPTURE_END, Codec.encode(marker));
            }
        }
    }

    EnrichedAlert alert(Flow flow) {
        return capture.alert(flow, 1, FlowRisk.HTTP_OBSOLETE_SERVER);
    }

    String ask() {
        Response accepted = call().contentType("application/json")
                .body(Map.of("captures", List.of(capture.captureId().toString())))
                .post("/api/v1/reports");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return URI.create(accepted.header("Location")).getPath();
    }

    static RequestSpecification call() {
        return given().header("X-Api-Key", Parts.KEY).redirects().follow(false);
    }

    static void send(Topic topic, int partition, EventType type, byte[] value) {
        try {
            Sender.PRODUCER
                    .send(new ProducerRecord<>(
                            topic.name(), partition, "key", value, KafkaHeaders.of(type, "id", "test")))
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One for all tests; it ends with them. */
    private static final class Sender {
        static final Producer<String, byte[]> PRODUCER =
                new KafkaProducer<>(ClientDefaults.producer(Parts.bootstrap(), "test"));
    }
}
