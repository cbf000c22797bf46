package io.wirecase.capture.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.core.flow.Flow;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
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
    void theWholeCaptureIsGivenAsItWasSentWithItsDigest() throws NoSuchAlgorithmException {
        String location = send("whole", "a 1/\u00e9.pcap.gz", false).header("Location");

        Response whole = with().get(location + "/packets");

        whole.then()
                .statusCode(200)
                .contentType("application/vnd.tcpdump.pcap")
                .header("Content-Length", String.valueOf(check.length))
                .header("Content-Disposition", "attachment; filename=\"wirecase-capture_a-1-.pcap\"");
        assertThat(whole.asByteArray()).isEqualTo(check);
        assertDigest(whole);
        with().header("If-None-Match", whole.header("ETag"))
                .get(location + "/packets")
                .then()
                .statusCode(304);
    }

    @Test
    void packetsOfAFlowAreAPcapThatReadAgainIsThatFlow(@TempDir Path folder) throws Exception {
        Response sent = send("cut", "a1.pcap", false);
        String id = sent.path("id");
        Path file = Files.write(folder.resolve("sent.pcap"), check);
        Flow flow = flows(file, new CaptureIdentity(UUID.fromString(id), 1, "cut", "upload"))
                .getFirst();

        Response cut = with().queryParam("flow", flow.id().toString()).get(sent.header("Location") + "/packets");

        cut.then()
                .statusCode(200)
                .contentType("application/vnd.tcpdump.pcap")
                .header(
                        "Wirecase-Packets",
                        String.valueOf(flow.traffic().total().packets()))
                .header("Content-Disposition", containsString("wirecase-packets_a1_" + flow.id() + ".pcap"));
        assertDigest(cut);
        Path again = Files.write(folder.resolve("cut.pcap"), cut.asByteArray());
        assertThat(flows(again, new CaptureIdentity(UUID.fromString(id), 1, "cut", "upload")))
                .singleElement()
                .satisfies(only -> assertThat(only.traffic()).isEqualTo(flow.traffic()))
                .satisfies(only -> assertThat(only.key()).isEqualTo(flow.key()));
    }

    @Test
    void whatCannotBeCutIsSaidWithWhatToDo() {
        String packets = send("refused", "a1.pcap", false).header("Location") + "/packets";
        with().get(packets + "?flow=00000000-0000-5000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:wirecase:problem:no-such-flow"))
                .body("detail", containsString("revision"));
        with().get(packets + "?flow=x&host=y&from=now").then().statusCode(400).body("errors.size()", equalTo(3));
        with().get(packets + "?flows=00000000-0000-5000-8000-000000000000")
                .then()
                .statusCode(400)
                .body("errors[0]", containsString("'flows'"));
        with().get(packets + "?from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:wirecase:problem:empty-span"));
        with().get(PATH + "/nonsense/packets").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aDeletedCaptureIsGoneDeletedAgainWithoutHarmAndNewWhenItIsSentAgain() {
        Response sent = send("deleted", "a1.pcap", false);
        String location = sent.header("Location");

        with().delete(location).then().statusCode(204);

        with().get(location).then().statusCode(200).body("state", equalTo("DELETED"));
        with().get(location + "/packets")
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:wirecase:problem:packets-gone"))
                .body("detail", containsString("deleted"));
        with().get(PATH).then().body("id", not(hasItem(sent.<String>path("id"))));
        with().delete(location).then().statusCode(204);
        send("deleted", "a1.pcap", false).then().statusCode(201).body("revision", equalTo(2));
        with().get(location + "/packets").then().statusCode(200);
        with().delete(PATH + "/00000000-0000-5000-8000-000000000000").then().statusCode(404);
        given().delete(location).then().statusCode(401);
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

    private static void assertDigest(Response answer) throws NoSuchAlgorithmException {
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(answer.asByteArray());
        assertThat(answer.header("Repr-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
        assertThat(answer.header("ETag")).isEqualTo("\"" + HexFormat.of().formatHex(sha256) + "\"");
    }

    private static List<Flow> flows(Path file, CaptureIdentity identity) throws IOException {
        List<Flow> flows = new ArrayList<>();
        FlowAssembler assembler = new FlowAssembler(identity, FlowSettings.DEFAULT, flows::add);
        try (PacketSource source = ((CaptureFile.Opened) CaptureFile.open(file)).source()) {
            RawPacket packet = new RawPacket();
            while (source.next(packet)) {
                assembler.accept(packet);
            }
        }
        assembler.finish();
        return flows.stream().filter(flow -> flow.ending().last()).toList();
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
