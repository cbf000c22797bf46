package io.wirecase.report.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Parts.class)
class ReportServiceTest {

    private static final int PARTITIONS = Topic.DEFAULT_PARTITIONS;
    private static final String PROBLEM = "application/problem+json";

    private static Producer<String, byte[]> producer;
    private static int captures = 100;

    private final Sample capture = Sample.capture(++captures);

    @BeforeAll
    static void openProducer() {
        producer = new KafkaProducer<>(ClientDefaults.producer(Parts.bootstrap(), "test"));
    }

    @AfterAll
    static void closeProducer() {
        if (producer != null) {
            producer.close();
        }
    }

    @Test
    void a_report_waits_for_the_end_markers_and_is_delivered_then() {
        upload(capture.flow(1), capture.flow(2));
        String location = ask();
        Response waiting = call().accept("application/json").get(location);
        assertThat(waiting.statusCode()).isEqualTo(202);
        assertThat(waiting.header("Retry-After")).isEqualTo("1");
        assertThat(waiting.jsonPath().getString("state")).isEqualTo("building");

        endAlerts(1);

        Await.until(
                "the report is there",
                () -> call().accept("application/json").get(location).statusCode() != 202);
        Response report = call().accept("application/json").get(location);
        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        assertThat(report.jsonPath().getList("sources")).hasSize(1);
    }

    @Test
    void a_report_is_negotiated_tagged_and_digested() throws NoSuchAlgorithmException {
        String location = delivered();

        Response html = call().accept("text/html,*/*;q=0.8").get(location);

        assertThat(html.contentType()).startsWith("text/html");
        assertThat(html.header("Content-Security-Policy")).startsWith("default-src 'none'");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(html.asByteArray());
        assertThat(html.header("Repr-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        assertThat(html.header("ETag")).isEqualTo("\"" + HexFormat.of().formatHex(digest) + "\"");
        call().accept("text/html")
                .header("If-None-Match", html.header("ETag"))
                .get(location)
                .then()
                .statusCode(304);
        assertThat(call().get(location + ".html").asByteArray()).isEqualTo(html.asByteArray());
        call().get(location + ".json").then().statusCode(200).contentType("application/json");
        call().accept("image/png").get(location).then().statusCode(406);
    }

    @Test
    void a_report_is_downloaded_in_every_format_under_its_name_with_lines_for_sha256sum() {
        String location = delivered();
        Map<String, String> types = Map.of(
                "json", "application/json",
                "html", "text/html",
                "pdf", "application/pdf",
                "md", "text/markdown");
        String all = call().get(location + ".sha256").asString();

        types.forEach((ending, type) -> {
            Response file = call().get(location + "." + ending);
            assertThat(file.statusCode()).as(ending).isEqualTo(200);
            assertThat(file.contentType()).startsWith(type);
            assertThat(call().accept(type).get(location).asByteArray()).isEqualTo(file.asByteArray());
            assertThat(file.header("Content-Disposition"))
                    .matches("inline; filename=\"wirecase-report_office_\\d{8}T\\d{6}Z\\." + ending + "\"");
            String name = file.header("Content-Disposition").split("\"")[1];
            String line = file.header("ETag").replace("\"", "") + "  " + name + "\n";
            Response digest = call().get(location + "." + ending + ".sha256");
            assertThat(digest.asString()).isEqualTo(line);
            assertThat(digest.header("Content-Disposition")).contains("\"" + name + ".sha256\"");
            assertThat(all).contains(line);
        });
        assertThat(all.lines()).hasSize(types.size());
        assertThat(call().get(location + ".pdf").asByteArray()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        call().get(location + ".exe").then().statusCode(404);
        call().get(location + ".exe.sha256").then().statusCode(404);
        call().get(location + "x.sha256").then().statusCode(404);
    }

    @Test
    void flows_and_alerts_are_exported_line_by_line() throws IOException {
        Flow hostile = capture.flow(1, 1, true, "\u0000<script>\"\n");
        upload(hostile, capture.flow(2));
        endAlerts(1);
        Await.until(
                "both are stored",
                () -> lines("flows").size() == 2 && lines("alerts").size() == 1);

        JsonNode first = Codec.json().readTree(lines("flows").getFirst());

        assertThat(first.path("capture").asText()).isEqualTo("day.pcap");
        assertThat(first.path("originator").path("address").asText()).isEqualTo("192.168.1.178");
        assertThat(first.path("start").asText()).isEqualTo("2023-11-14T22:14:20.123456Z");
        assertThat(first.path("bytes").path("ip").path("out").asLong()).isEqualTo(355);
        assertThat(first.path("score").asInt()).isEqualTo(50);
        assertThat(first.path("codes")).hasSize(1);
        assertThat(lines("alerts").getFirst())
                .isEqualTo(new String(Codec.encode(alert(hostile)), StandardCharsets.UTF_8));
    }

    @Test
    void a_request_that_is_not_right_is_told_everything_that_is_wrong() {
        Response refused = call().contentType("application/json")
                .body("{\"since\": \"yesterday\", \"minScore\": -1, \"hosts\": [\"example.org\"], \"color\": 1}")
                .post("/api/v1/reports");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith(PROBLEM);
        assertThat(refused.jsonPath().getList("errors")).hasSize(4);
        call().contentType("application/json")
                .body("{")
                .post("/api/v1/reports")
                .then()
                .statusCode(400);
        call().get("/api/v1/reports/none").then().statusCode(404).contentType(PROBLEM);
        call().get("/api/v1/flows").then().statusCode(400).contentType(PROBLEM);
    }

    @Test
    void the_same_idempotency_key_gives_the_same_report_and_refuses_another_request() {
        String body = "{\"captures\": [\"" + capture.captureId() + "\"]}";
        String first = keyed(body).header("Location");

        assertThat(keyed(body).header("Location")).isEqualTo(first);
        assertThat(keyed("{\"captures\": [\"" + capture.captureId() + "\"], \"minScore\": 10}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_home_page_lists_captures_and_reports_with_hostile_names_inert() {
        delivered();

        String page = call().accept("text/html").get("/").asString();

        assertThat(page).contains("day.pcap").contains("/api/v1/reports/");
    }

    @Test
    void the_packets_of_a_claim_are_asked_for_by_its_flows() throws IOException {
        String location = delivered();
        JsonNode report = Codec.json().readTree(call().get(location + ".json").asByteArray());
        String id = report.path("id").asText();
        String flow = capture.flow(1).id().toString();
        String claim = "";
        for (JsonNode one : report.path("claims")) {
            if (one.path("inputs").toString().contains("alert:")) {
                claim = one.path("id").asText();
            }
        }
        String packets = "/api/v1/captures/" + capture.captureId() + "/packets";

        Response through = call().get(packets + "?report=" + id + "&claim=" + claim + "&from=2026-01-01T00:00:00Z");

        assertThat(through.asString())
                .startsWith("GET\n" + packets + "?revision=1&flow=" + flow + "&from=2026-01-01T00%3A00%3A00Z\n");
        assertThat(through.header("Wirecase-Claim-Inputs")).matches("\\d+ of \\d+");
        assertThat(report.path("links").path("claimPackets").asText())
                .isEqualTo("/api/v1/captures/{capture}/packets?report=" + id + "&claim={claim}");
        assertThat(report.path("patterns")
                        .path(0)
                        .path("evidence")
                        .path(0)
                        .path("href")
                        .asText())
                .isEqualTo(packets + "?revision=1&flow=" + flow);
        call().get(packets + "?report=" + id + "&claim=c99999")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        call().get(packets + "?claim=c1").then().statusCode(400).contentType(PROBLEM);
        call().get(packets + "?report=" + capture.captureId() + "&claim=c1")
                .then()
                .statusCode(404);
        String other = "/api/v1/captures/" + new UUID(1, 2) + "/packets?report=" + id + "&claim=" + claim;
        assertThat(call().get(other).jsonPath().getList("errors"))
                .containsExactly(capture.captureId().toString());
    }

    @Test
    void a_deleted_capture_takes_its_flows_its_alerts_and_the_reports_that_rest_on_it_with_it() {
        String location = delivered();
        String waiting = ask();

        send(Topics.CAPTURES, 0, EventType.CAPTURE_STATE, Codec.encode(capture.state(CaptureState.State.DELETED)));

        Await.until(
                "the report is gone",
                () -> call().accept("application/json").get(location).statusCode() == 410);
        Response gone = call().accept("application/json").get(location);
        assertThat(gone.jsonPath().getString("type")).isEqualTo("urn:wirecase:problem:capture-deleted");
        Await.until(
                "the report that waited is gone",
                () -> call().accept("application/json").get(waiting).statusCode() == 410);
        call().get("/api/v1/flows?capture=" + capture.captureId()).then().statusCode(404);
        String page = call().accept("text/html").get("/").asString();
        assertThat(page).doesNotContain(capture.captureId().toString());
        String late = ask();
        Await.until(
                "a report about it is refused",
                () -> call().accept("application/json").get(late).statusCode() == 410);
    }

    @Test
    void packets_that_went_are_said_beside_a_report_that_was_made_before_and_in_the_next_one() {
        String location = delivered();
        CaptureState.Keeping gone = new CaptureState.Keeping("capture-0", "older than they are kept for", 7L);

        send(
                Topics.CAPTURES,
                0,
                EventType.CAPTURE_STATE,
                Codec.encode(capture.state(CaptureState.State.COMPLETED).with(gone)));

        String id = capture.captureId().toString();
        Await.until("it is said", () -> id.equals(call().get(location + ".json").header("Wirecase-Packets-Gone")));
        assertThat(call().accept("text/html").get("/").asString()).contains("older than they are kept for");
        String next = ask();
        Await.until("the next one is there", () -> call().get(next + ".json").statusCode() == 200);
        Response report = call().get(next + ".json");
        assertThat(report.jsonPath().getBoolean("sources[0].packetsKept")).isFalse();
        assertThat(report.jsonPath().getString("sources[0].packetsGone")).isEqualTo("older than they are kept for");
        assertThat(call().get(next + ".html").asString()).contains("are kept no longer");
    }

    private String delivered() {
        upload(capture.flow(1));
        endAlerts(1);
        String location = ask();
        Await.until(
                "the report is there",
                () -> call().accept("application/json").get(location).statusCode() == 200);
        return location;
    }

    private void upload(Flow... flows) {
        send(Topics.CAPTURES, 0, EventType.CAPTURE_STATE, Codec.encode(capture.state(CaptureState.State.COMPLETED)));
        send(Topics.FLOWS, 0, EventType.FLOW_BLOCK, Codec.encodeBlock(capture.block(0, flows)));
        for (int partition = 0; partition < PARTITIONS; partition++) {
            var marker = capture.marker(partition, PARTITIONS, partition == 0 ? flows.length : 0, null);
            send(Topics.FLOWS, partition, EventType.CAPTURE_END, Codec.encode(marker));
        }
        send(Topics.ENRICHED_ALERTS, 2, EventType.ENRICHED_ALERT, Codec.encode(alert(flows[0])));
    }

    private void endAlerts(long announced) {
        for (int flowPartition = 0; flowPartition < PARTITIONS; flowPartition++) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                boolean its = partition == 2 && flowPartition == 0;
                var marker = capture.marker(flowPartition, PARTITIONS, 0, its ? announced : 0);
                send(Topics.ENRICHED_ALERTS, partition, EventType.CAPTURE_END, Codec.encode(marker));
            }
        }
    }

    private EnrichedAlert alert(Flow flow) {
        return capture.alert(flow, 1, FlowRisk.HTTP_OBSOLETE_SERVER);
    }

    private String ask() {
        Response accepted = call().contentType("application/json")
                .body(Map.of("captures", List.of(capture.captureId().toString())))
                .post("/api/v1/reports");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return URI.create(accepted.header("Location")).getPath();
    }

    private Response keyed(String body) {
        return call().contentType("application/json")
                .header("Idempotency-Key", "key-" + capture.captureId())
                .body(body)
                .post("/api/v1/reports");
    }

    private List<String> lines(String what) {
        Response answer = call().get("/api/v1/" + what + "?capture=" + capture.captureId());
        return answer.statusCode() == 200 ? answer.asString().lines().toList() : List.of();
    }

    private static RequestSpecification call() {
        return given().header("X-Api-Key", Parts.KEY).redirects().follow(false);
    }

    private static void send(Topic topic, int partition, EventType type, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(
                            topic.name(), partition, "key", value, KafkaHeaders.of(type, "id", "test")))
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
