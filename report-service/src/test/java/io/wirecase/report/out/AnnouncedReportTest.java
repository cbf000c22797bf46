package io.wirecase.report.out;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventHeaders;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.KafkaHeaders;
import io.wirecase.platform.testing.Schemas;
import io.wirecase.report.testing.Await;
import io.wirecase.report.testing.Parts;
import io.wirecase.report.testing.Sample;
import io.wirecase.report.testing.Upstream;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Parts.class)
class AnnouncedReportTest {

    private static int captures = 500;

    @Inject
    DataSource database;

    @Test
    void aStoredReportIsAnnouncedWithWhatItSaysAndWhereItIs() throws IOException, NoSuchAlgorithmException {
        String id = delivered(capture());

        List<ConsumerRecord<String, byte[]>> events = announcements(id, 1);

        ConsumerRecord<String, byte[]> event = events.getFirst();
        assertThat(event.key()).isEqualTo(id);
        assertThat(KafkaHeaders.value(event.headers(), EventHeaders.ID)).hasValue(id + ".ready");
        assertThat(KafkaHeaders.value(event.headers(), EventHeaders.SCHEMA))
                .hasValue("urn:wirecase:schema:report.ready.v1");
        assertThat(Schemas.faults(EventType.REPORT_READY, event.value())).isEmpty();
        JsonNode report = Codec.json()
                .readTree(call().get("/api/v1/reports/" + id + ".json").asString());
        JsonNode said = Codec.json().readTree(event.value());
        assertThat(said.path("scope")).isEqualTo(report.path("scope"));
        assertThat(said.path("generatedAt")).isEqualTo(report.path("generatedAt"));
        assertThat(said.path("assessment").path("level"))
                .isEqualTo(report.path("assessment").path("level"));
        assertThat(said.path("counts").path("alerts"))
                .isEqualTo(report.path("detections").path("total"));
        assertThat(said.path("formats").findValuesAsText("mediaType")).contains("application/json", "text/html");
        for (JsonNode format : said.path("formats")) {
            byte[] bytes = call().get(format.path("link").asText()).asByteArray();
            assertThat(format.path("bytes").asInt()).isEqualTo(bytes.length);
            assertThat(format.path("sha256").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
    }

    @Test
    void aReportMadeWhileTheBrokerIsAwayIsAnnouncedOnceItIsBack() {
        Sample capture = capture();
        delivered(capture);

        Parts.broker().pause();
        String second;
        try {
            second = report(capture);
        } finally {
            Parts.broker().resume();
        }

        assertThat(announcements(second, 1)).isNotEmpty();
    }

    @Test
    void anAnnouncementThatWasNotNotedIsSentAgainAndIsTheSameEvent() {
        String id = delivered(capture());
        announcements(id, 1);
        Await.until("it is noted", () -> forgotten(id) == 1);

        List<ConsumerRecord<String, byte[]>> events = announcements(id, 2);

        assertThat(events.get(1).value()).isEqualTo(events.get(0).value());
        assertThat(KafkaHeaders.value(events.get(1).headers(), EventHeaders.ID))
                .isEqualTo(KafkaHeaders.value(events.get(0).headers(), EventHeaders.ID));
    }

    private int forgotten(String id) {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(
                        "UPDATE report SET announced = NULL WHERE id = ? AND announced IS NOT NULL")) {
            forget.setObject(1, UUID.fromString(id));
            return forget.executeUpdate();
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    private static Sample capture() {
        return Sample.capture(++captures);
    }

    private static String delivered(Sample capture) {
        try (Upstream upstream = new Upstream()) {
            upstream.whole(capture, capture.flow(1));
        }
        return report(capture);
    }

    private static String report(Sample capture) {
        Response accepted = call().contentType("application/json")
                .body(Map.of("captures", List.of(capture.captureId().toString())))
                .post("/api/v1/reports");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        String location = URI.create(accepted.header("Location")).getPath();
        Await.until(
                "the report is there",
                () -> call().accept("application/json").get(location).statusCode() == 200);
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Reads the topic from its beginning until a report was announced so many times. */
    private static List<ConsumerRecord<String, byte[]>> announcements(String id, int wanted) {
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(ClientDefaults.consumer(Parts.bootstrap(), "test-reports"))) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.REPORTS.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Await.until("the report is announced", () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    if (id.equals(event.key())) {
                        events.add(event);
                    }
                });
                return events.size() >= wanted;
            });
        }
        return events;
    }

    private static RequestSpecification call() {
        return given().header("X-Api-Key", Parts.KEY).redirects().follow(false);
    }
}
