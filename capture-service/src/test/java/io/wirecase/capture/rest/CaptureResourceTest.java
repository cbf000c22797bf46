package io.wirecase.capture.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service over HTTP while no broker answers: captures are taken in all the same and wait. */
@QuarkusTest
class CaptureResourceTest {

    private static final String PATH = "/api/v1/captures";
    private static byte[] check;

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a1.pcap");
        Fixtures.named("A1").write(file, CaptureFormat.PCAP, Settings.DEFAULT);
        check = Files.readAllBytes(file);
    }

    @Test
    void aNewCaptureIsCreatedAndTheSameOneIsKnown() {
        Response first = send("known", "a1.pcap", false);
        first.then()
                .statusCode(201)
                .contentType(ContentType.JSON)
                .body("state", equalTo("ACCEPTED"))
                .body("revision", equalTo(1))
                .body("site", equalTo("known"))
                .body("name", equalTo("a1.pcap"))
                .body("bytes", equalTo(check.length));
        String location = first.header("Location");
        assertThat(location).isEqualTo(PATH + "/" + first.path("id"));
        send("known", "other name", false)
                .then()
                .statusCode(200)
                .header("Location", location)
                .body("name", equalTo("a1.pcap"));
        with().get(location).then().statusCode(200).body("sha256", equalTo(first.path("sha256")));
        with().get(PATH).then().statusCode(200).body("id", hasItem(first.<String>path("id")));
    }

    @Test
    void aKnownCaptureThatIsSentAgainOnPurposeIsANewRevision() {
        send("again", "a1.pcap", false).then().statusCode(201);
        send("again", "a1.pcap", true).then().statusCode(201).body("revision", equalTo(2));
    }

    @Test
    void whatIsNoCaptureIsRefusedAsAProblem() {
        with().body("<html>nothing here</html>".getBytes())
                .post(PATH)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:wirecase:problem:no-capture"))
                .body("detail", containsString("pcap"));
    }

    @Test
    void aSiteThatCouldForgeKeysIsRefused() {
        send("a|b", "a1.pcap", false).then().statusCode(400).body("type", startsWith("urn:wirecase:problem:bad-site"));
    }

    @Test
    void anUnknownCaptureIsNotFound() {
        with().get(PATH + "/00000000-0000-5000-8000-000000000000").then().statusCode(404);
        with().get(PATH + "/nonsense").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void withoutTheKeyNothingIsAnswered() {
        given().get(PATH).then().statusCode(401);
    }

    @Test
    void withoutABrokerTheServiceIsAliveAndNotReady() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'kafka topics' }.status", equalTo("DOWN"));
    }

    private static Response send(String site, String name, boolean again) {
        return with().queryParam("site", site)
                .queryParam("name", name)
                .queryParam("again", again)
                .contentType("application/octet-stream")
                .body(check)
                .post(PATH);
    }

    private static io.restassured.specification.RequestSpecification with() {
        return given().header("X-Api-Key", "test-key");
    }
}
