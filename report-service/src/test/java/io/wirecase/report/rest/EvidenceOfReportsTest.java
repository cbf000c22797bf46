package io.wirecase.report.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Topics;
import io.wirecase.report.testing.Await;
import io.wirecase.report.testing.Parts;
import io.wirecase.report.testing.Sample;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Parts.class)
class EvidenceOfReportsTest {

    private static final String PROBLEM = "application/problem+json";
    private static int captures = 500;

    private final Sample capture = Sample.capture(++captures);
    private final Deliveries deliveries = new Deliveries(capture);

    @Test
    void the_packets_of_a_claim_are_asked_for_by_its_flows() throws IOException {
        String location = deliveries.delivered();
        JsonNode report =
                Codec.json().readTree(Deliveries.call().get(location + ".json").asByteArray());
        String id = report.path("id").asText();
        String flow = capture.flow(1).id().toString();
        String claim = claim(report);
        String packets = "/api/v1/captures/" + capture.captureId() + "/packets";

        Response through =
                Deliveries.call().get(packets + "?report=" + id + "&claim=" + claim + "&from=2026-01-01T00:00:00Z");

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
        Deliveries.call()
                .get(packets + "?report=" + id + "&claim=c99999")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        Deliveries.call().get(packets + "?claim=c1").then().statusCode(400).contentType(PROBLEM);
        Deliveries.call()
                .get(packets + "?report=" + capture.captureId() + "&claim=c1")
                .then()
                .statusCode(404);
        String other = "/api/v1/captures/" + new UUID(1, 2) + "/packets?report=" + id + "&claim=" + claim;
        assertThat(Deliveries.call().get(other).jsonPath().getList("errors"))
                .containsExactly(capture.captureId().toString());
    }

    @Test
    void a_deleted_capture_takes_its_flows_its_alerts_and_the_reports_that_rest_on_it_with_it() {
        String location = deliveries.delivered();
        String waiting = deliveries.ask();

        Deliveries.send(
                Topics.CAPTURES, 0, EventType.CAPTURE_STATE, Codec.encode(capture.state(CaptureState.State.DELETED)));

        Await.until(
                "the report is gone",
                () -> Deliveries.call().accept("application/json").get(location).statusCode() == 410);
        Response gone = Deliveries.call().accept("application/json").get(location);
        assertThat(gone.jsonPath().getString("type")).isEqualTo("urn:wirecase:problem:capture-deleted");
        Await.until(
                "the report that waited is gone",
                () -> Deliveries.call().accept("application/json").get(waiting).statusCode() == 410);
        Deliveries.call()
                .get("/api/v1/flows?capture=" + capture.captureId())
                .then()
                .statusCode(404);
        String page = Deliveries.call().accept("text/html").get("/").asString();
        assertThat(page).doesNotContain(capture.captureId().toString());
        String late = deliveries.ask();
        Await.until(
                "a report about it is refused",
                () -> Deliveries.call().accept("application/json").get(late).statusCode() == 410);
    }

    @Test
    void packets_that_went_are_said_beside_a_report_that_was_made_before_and_in_the_next_one() {
        String location = deliveries.delivered();
        CaptureState.Keeping gone = new CaptureState.Keeping("capture-0", "older than they are kept for", 7L);

        Deliveries.send(
                Topics.CAPTURES,
                0,
                EventType.CAPTURE_STATE,
                Codec.encode(capture.state(CaptureState.State.COMPLETED).with(gone)));

        String id = capture.captureId().toString();
        Await.until(
                "it is said",
                () -> id.equals(Deliveries.call().get(location + ".json").header("Wirecase-Packets-Gone")));
        assertThat(Deliveries.call().accept("text/html").get("/").asString()).contains("older than they are kept for");
        String next = deliveries.ask();
        Await.until(
                "the next one is there",
                () -> Deliveries.call().get(next + ".json").statusCode() == 200);
        Response report = Deliveries.call().get(next + ".json");
        assertThat(report.jsonPath().getBoolean("sources[0].packetsKept")).isFalse();
        assertThat(report.jsonPath().getString("sources[0].packetsGone")).isEqualTo("older than they are kept for");
        assertThat(Deliveries.call().get(next + ".html").asString()).contains("are kept no longer");
    }

    /** A claim that rests on an alert. */
    private static String claim(JsonNode report) {
        String claim = "";
        for (JsonNode one : report.path("claims")) {
            if (one.path("inputs").toString().contains("alert:")) {
                claim = one.path("id").asText();
            }
        }
        return claim;
    }
}
