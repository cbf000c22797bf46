package io.wirecase.report.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Codec;
import io.wirecase.report.testing.Await;
import io.wirecase.report.testing.Parts;
import io.wirecase.report.testing.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Parts.class)
class ReportServiceTest {

    private static final String PROBLEM = "application/problem+json";

    private static int captures = 100;

    private final Sample capture = Sample.capture(++captures);
    private final Deliveries deliveries = new Deliveries(capture);

    @Test
    void a_report_waits_for_the_end_markers_and_is_delivered_then() {
        deliveries.upload(capture.flow(1), capture.flow(2));
        String location = deliveries.ask();
        Response waiting = Deliveries.call().accept("application/json").get(location);
        assertThat(waiting.statusCode()).isEqualTo(202);
        assertThat(waiting.header("Retry-After")).isEqualTo("1");
        assertThat(waiting.jsonPath().getString("state")).isEqualTo("building");

        deliveries.endAlerts(1);

        Await.until(
                "the report is there",
                () -> Deliveries.call().accept("application/json").get(location).statusCode() != 202);
        Response report = Deliveries.call().accept("application/json").get(location);
        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        assertThat(report.jsonPath().getList("sources")).hasSize(1);
    }

    @Test
    void a_report_is_negotiated_tagged_and_digested() throws NoSuchAlgorithmException {
        String location = deliveries.delivered();

        Response html = Deliveries.call().accept("text/html,*/*;q=0.8").get(location);

        assertThat(html.contentType()).startsWith("text/html");
        assertThat(html.header("Content-Security-Policy")).startsWith("default-src 'none'");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(html.asByteArray());
        assertThat(html.header("Repr-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        assertThat(html.header("ETag")).isEqualTo("\"" + HexFormat.of().formatHex(digest) + "\"");
        Deliveries.call()
                .accept("text/html")
                .header("If-None-Match", html.header("ETag"))
                .get(location)
                .then()
                .statusCode(304);
        assertThat(Deliveries.call().get(location + ".html").asByteArray()).isEqualTo(html.asByteArray());
        Deliveries.call().get(location + ".json").then().statusCode(200).contentType("application/json");
        Deliveries.call().accept("image/png").get(location).then().statusCode(406);
    }

    @Test
    void a_report_is_downloaded_in_every_format_under_its_name_with_lines_for_sha256sum() {
        String location = deliveries.delivered();
        Map<String, String> types = Map.of(
                "json", "application/json",
                "html", "text/html",
                "pdf", "application/pdf",
                "md", "text/markdown");
        String all = Deliveries.call().get(location + ".sha256").asString();

        types.forEach((ending, type) -> {
            Response file = Deliveries.call().get(location + "." + ending);
            assertThat(file.statusCode()).as(ending).isEqualTo(200);
            assertThat(file.contentType()).startsWith(type);
            assertThat(Deliveries.call().accept(type).get(location).asByteArray())
                    .isEqualTo(file.asByteArray());
            assertThat(file.header("Content-Disposition"))
                    .matches("inline; filename=\"wirecase-report_office_\\d{8}T\\d{6}Z\\." + ending + "\"");
            String name = file.header("Content-Disposition").split("\"")[1];
            String line = file.header("ETag").replace("\"", "") + "  " + name + "\n";
            Response digest = Deliveries.call().get(location + "." + ending + ".sha256");
            assertThat(digest.asString()).isEqualTo(line);
            assertThat(digest.header("Content-Disposition")).contains("\"" + name + ".sha256\"");
            assertThat(all).contains(line);
        });
        assertThat(all.lines()).hasSize(types.size());
        assertThat(Deliveries.call().get(location + ".pdf").asByteArray())
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        Deliveries.call().get(location + ".exe").then().statusCode(404);
        Deliveries.call().get(location + ".exe.sha256").then().statusCode(404);
        Deliveries.call().get(location + "x.sha256").then().statusCode(404);
    }

    @Test
    void flows_and_alerts_are_exported_line_by_line() throws IOException {
        Flow hostile = capture.flow(1, 1, true, "\u0000<script>\"\n");
        deliveries.upload(hostile, capture.flow(2));
        deliveries.endAlerts(1);
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
                .isEqualTo(new String(Codec.encode(deliveries.alert(hostile)), StandardCharsets.UTF_8));
    }

    @Test
    void a_request_that_is_not_right_is_told_everything_that_is_wrong() {
        Response refused = Deliveries.call()
                .contentType("application/json")
                .body("{\"since\": \"yesterday\", \"minScore\": -1, \"hosts\": [\"example.org\"], \"color\": 1}")
                .post("/api/v1/reports");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith(PROBLEM);
        assertThat(refused.jsonPath().getList("errors")).hasSize(4);
        Deliveries.call()
                .contentType("application/json")
                .body("{")
                .post("/api/v1/reports")
                .then()
                .statusCode(400);
        Deliveries.call().get("/api/v1/reports/none").then().statusCode(404).contentType(PROBLEM);
        Deliveries.call().get("/api/v1/flows").then().statusCode(400).contentType(PROBLEM);
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
        deliveries.delivered();

        String page = Deliveries.call().accept("text/html").get("/").asString();

        assertThat(page).contains("day.pcap").contains("/api/v1/reports/");
    }

    private Response keyed(String body) {
        return Deliveries.call()
                .contentType("application/json")
                .header("Idempotency-Key", "key-" + capture.captureId())
                .body(body)
                .post("/api/v1/reports");
    }

    private List<String> lines(String what) {
        Response answer = Deliveries.call().get("/api/v1/" + what + "?capture=" + capture.captureId());
        return answer.statusCode() == 200 ? answer.asString().lines().toList() : List.of();
    }
}
