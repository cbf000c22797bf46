package io.wirecase.report.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.wirecase.platform.testing.OpenApi;
import io.wirecase.platform.testing.Schemas;
import io.wirecase.report.testing.Await;
import io.wirecase.report.testing.Parts;
import io.wirecase.report.testing.Sample;
import io.wirecase.report.testing.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published contract is what the front door does, and it serves it itself. */
@QuarkusTest
@QuarkusTestResource(Parts.class)
class ContractTest {

    /** The key's filter answers 401 for every operation, and whatever nobody foresaw is the default. */
    private static final Set<String> NOT_ITS_OWN = Set.of("401", "default");

    private static final String REPORTS = "/api/v1/reports";

    private final OpenApi published = OpenApi.published();

    @Test
    void theDescriptionMadeFromTheCodeSaysTheSame() {
        String made =
                call().queryParam("format", "json").get("/q/openapi-from-code").asString();
        Set<String> ours = new TreeSet<>(published.lines("/", NOT_ITS_OWN));
        // What is streamed through is described by the capture service's own code, and compared there.
        ours.removeAll(published.lines("/api/v1/captures", NOT_ITS_OWN));
        ours.removeAll(published.lines("/api/v1/sensors", NOT_ITS_OWN));

        assertThat(OpenApi.of(made).lines("/", NOT_ITS_OWN)).isEqualTo(ours).isNotEmpty();
    }

    @Test
    void everyAnswerAboutReportsIsAsDescribed() {
        Sample capture = Sample.capture(700);
        String wish = "{\"captures\": [\"" + capture.captureId() + "\"]}";
        Response asked = ask("application/json", wish);
        assertThat(faults("post " + REPORTS, asked, 202)).isEmpty();
        String report = REPORTS + "/" + asked.path("id");
        assertThat(faults("get " + REPORTS + "/{id}", call().get(report), 202)).isEmpty();
        try (Upstream upstream = new Upstream()) {
            upstream.whole(capture, capture.flow(1));
        }
        Await.until("the report is there", () -> call().get(report).statusCode() == 200);

        assertThat(faults("get " + REPORTS + "/{id}", call().get(report + ".json"), 200))
                .isEmpty();
        assertThat(faults("get " + REPORTS + "/{id}", call().get(report + ".html"), 200))
                .isEmpty();
        assertThat(faults("get " + REPORTS, call().get(REPORTS), 200)).isEmpty();
        assertThat(faults("get " + REPORTS + "/{id}", call().get(REPORTS + "/none"), 404))
                .isEmpty();
        Response none = call().accept("image/png").get(report);
        assertThat(faults("get " + REPORTS + "/{id}", none, 406)).isEmpty();
        for (String what : List.of("flows", "alerts")) {
            Response lines = call().queryParam("capture", capture.captureId()).get("/api/v1/" + what);
            assertThat(lines.asString().lines()).hasSize(1);
            assertThat(faults("get /api/v1/" + what, lines, 200)).isEmpty();
        }
    }

    @Test
    void everyRefusalIsAsDescribed() {
        assertThat(faults("post " + REPORTS, ask("application/json", "{\"color\": 1}"), 400))
                .isEmpty();
        assertThat(faults("post " + REPORTS, ask("application/json", "{"), 400)).isEmpty();
        assertThat(faults("post " + REPORTS, ask("text/plain", "hello"), 415)).isEmpty();
        assertThat(faults("post " + REPORTS, ask("application/json", "[" + " ".repeat(1 << 20) + "]"), 413))
                .isEmpty();
        assertThat(faults("get /api/v1/flows", call().get("/api/v1/flows"), 400))
                .isEmpty();
        assertThat(faults("get /api/v1/alerts", call().get("/api/v1/alerts?minScore=x"), 400))
                .isEmpty();
        assertThat(faults("get /api/v1/flows", call().get("/api/v1/flows?report=none"), 404))
                .isEmpty();
        assertThat(faults("get " + REPORTS, given().get(REPORTS), 401)).isEmpty();
    }

    @Test
    void theFrontDoorServesThePublishedFilesByteForByte() throws IOException {
        String base = ContractResource.PATH;
        Response index = call().get(base);
        assertThat(faults("get " + base, index, 200)).isEmpty();
        for (String name : List.of("openapi.yaml", "asyncapi.yaml")) {
            Response served = call().get(base + "/" + name);
            assertThat(faults("get " + base + "/" + name, served, 200)).isEmpty();
            assertThat(served.asByteArray())
                    .isEqualTo(Files.readAllBytes(Schemas.docs().resolve(name)));
            Response unchanged =
                    call().header("If-None-Match", served.header("ETag")).get(base + "/" + name);
            assertThat(unchanged.statusCode()).isEqualTo(304);
        }
        try (Stream<Path> files = Files.list(Schemas.docs().resolve("schemas"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                Response served = call().get(base + "/schemas/" + name);
                assertThat(faults("get " + base + "/schemas/{name}", served, 200))
                        .as(name)
                        .isEmpty();
                assertThat(served.asByteArray()).isEqualTo(Files.readAllBytes(file));
                assertThat(index.asString()).contains(base + "/schemas/" + name);
            }
        }
        assertThat(faults("get " + base + "/schemas/{name}", call().get(base + "/schemas/none.json"), 404))
                .isEmpty();
        assertThat(call().get("/q/openapi").asString()).startsWith("openapi: 3.1.0");
    }

    private List<String> faults(String operation, Response answer, int status) {
        assertThat(answer.statusCode()).as(operation + " " + answer.asString()).isEqualTo(status);
        return published.faults(operation, status, answer.contentType(), answer.asString());
    }

    private static Response ask(String type, String body) {
        return call().contentType(type).body(body).post(REPORTS);
    }

    private static RequestSpecification call() {
        return given().header("X-Api-Key", Parts.KEY);
    }
}
