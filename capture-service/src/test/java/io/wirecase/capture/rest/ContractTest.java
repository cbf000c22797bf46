package io.wirecase.capture.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.wirecase.core.wire.EventType;
import io.wirecase.platform.testing.OpenApi;
import io.wirecase.platform.testing.Schemas;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published description of captures is what the code does. */
@QuarkusTest
class ContractTest {

    private static final String PATH = "/api/v1/captures";
    private static final String SENSORS = "/api/v1/sensors";
    /** The key's filter answers 401 and the front door 502, each for every operation. */
    private static final Set<String> NOT_HERE = Set.of("401", "502", "default");

    private final OpenApi published = OpenApi.published();

    @Test
    void theDescriptionMadeFromTheCodeSaysTheSame() {
        OpenApi made =
                OpenApi.of(call().queryParam("format", "json").get("/q/openapi").asString());

        for (String below : List.of(PATH, SENSORS)) {
            assertThat(made.lines(below, NOT_HERE))
                    .isEqualTo(published.lines(below, NOT_HERE))
                    .isNotEmpty();
        }
    }

    @Test
    void everyAnswerAboutSensorsIsAsDescribed() {
        assertThat(faults("get " + SENSORS, call().get(SENSORS))).isEmpty();
        assertThat(faults("get " + SENSORS + "/{name}", call().get(SENSORS + "/none")))
                .isEmpty();
        assertThat(faults("delete " + SENSORS + "/{name}", call().delete(SENSORS + "/none")))
                .isEmpty();
        assertThat(faults("get " + SENSORS + "/interfaces", call().get(SENSORS + "/interfaces")))
                .isEmpty();
        for (String wrong : List.of(
                "[]",
                "{\"networkInterface\": \"\"}",
                "{\"networkInterface\": \"lo\", \"fitler\": \"tcp\"}",
                "{\"networkInterface\": \"lo\", \"snapLength\": 1}")) {
            Response refused = listen(wrong);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(faults("post " + SENSORS, refused)).isEmpty();
        }
        assertThat(faults("post " + SENSORS, listen("{\"networkInterface\": \"nosuch0\"}")))
                .isEmpty();
    }

    @Test
    void aSensorListensUntilItIsStopped() {
        Response started = listen("{\"networkInterface\": \"lo\", \"name\": \"here\", \"filter\": \"udp port 9\"}");
        if (started.statusCode() != 201) {
            abort("notice: SKIPPED a test of live capture: " + started.path("detail"));
        }
        assertThat(faults("post " + SENSORS, started)).isEmpty();
        assertThat(started.header("Location")).isEqualTo(SENSORS + "/here");
        assertThat(faults("get " + SENSORS + "/{name}", call().get(SENSORS + "/here")))
                .isEmpty();
        assertThat(listen("{\"networkInterface\": \"lo\", \"name\": \"here\"}").statusCode())
                .isEqualTo(409);
        Response stopped = call().delete(SENSORS + "/here");
        assertThat(faults("delete " + SENSORS + "/{name}", stopped)).isEmpty();
        assertThat(stopped.<String>path("state")).isEqualTo("ENDED");
        assertThat(call().get(SENSORS + "/here").statusCode()).isEqualTo(404);
        assertThat(listen("{\"networkInterface\": \"lo\", \"filter\": \"udp prot 9\"}")
                        .<String>path("type"))
                .endsWith("bad-filter");
    }

    private static Response listen(String wish) {
        return call().contentType(ContentType.JSON).body(wish).post(SENSORS);
    }

    @Test
    void everyAnswerIsAsDescribed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("b1.pcap");
        Fixtures.named("B1").write(file, CaptureFormat.PCAP, Settings.DEFAULT);

        Response created = call().contentType(ContentType.BINARY)
                .queryParam("site", "described")
                .body(file.toFile())
                .post(PATH);

        assertThat(faults("post " + PATH, created)).isEmpty();
        assertThat(Schemas.faults(EventType.CAPTURE_STATE, created.asByteArray()))
                .isEmpty();
        assertThat(faults("get " + PATH, call().get(PATH))).isEmpty();
        assertThat(faults("get " + PATH + "/{id}", call().get(created.header("Location"))))
                .isEmpty();
        assertThat(faults("get " + PATH + "/{id}", call().get(PATH + "/none"))).isEmpty();
        assertThat(faults("post " + PATH, call().body("no capture").post(PATH))).isEmpty();
        assertThat(faults("post " + PATH, call().body("x").post(PATH + "?site=a|b")))
                .isEmpty();
        assertThat(faults("get " + PATH, given().get(PATH))).isEmpty();
        String packets = created.header("Location") + "/packets";
        String operation = "get " + PATH + "/{id}/packets";
        String none = UUID.randomUUID().toString();
        for (String query :
                List.of("", "?host=10.0.0.1", "?flow=none", "?flow=" + none, "?from=2026-01-01T00:00:00Z")) {
            assertThat(faults(operation, call().get(packets + query))).as(query).isEmpty();
        }
        assertThat(faults("delete " + PATH + "/{id}", call().delete(PATH + "/none")))
                .isEmpty();
        assertThat(call().delete(created.header("Location")).statusCode()).isEqualTo(204);
        assertThat(faults(operation, call().get(packets))).isEmpty();
        assertThat(faults("get " + PATH + "/{id}", call().get(created.header("Location"))))
                .isEmpty();
    }

    private List<String> faults(String operation, Response answer) {
        return published.faults(operation, answer.statusCode(), answer.contentType(), answer.asString());
    }

    private static RequestSpecification call() {
        return given().header("X-Api-Key", "test-key");
    }
}
