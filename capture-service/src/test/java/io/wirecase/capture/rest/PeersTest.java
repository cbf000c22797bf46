package io.wirecase.capture.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.run.CaptureBoard;
import io.wirecase.capture.testkit.OtherInstance;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Ids;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances with a store each: whichever is asked, the one that keeps a capture answers. */
@QuarkusTest
@QuarkusTestResource(OtherInstance.class)
class PeersTest {

    private static final String PATH = "/api/v1/captures/";

    @TempDir
    private Path folder;

    @Inject
    CaptureBoard board;

    @Test
    void packetsThatAnotherInstanceKeepsAreAnsweredFromThere() throws IOException {
        CaptureState state = elsewhere("forwarded");
        Flow flow = firstFlow();
        UUID id = Ids.flow(state.id(), 1, flow.span().firstPacket(), null);

        Response cut = with().get(PATH + state.id() + "/packets?flow=" + id);

        cut.then().statusCode(200).contentType("application/vnd.tcpdump.pcap");
        Path file = Files.write(folder.resolve("cut.pcap"), cut.asByteArray());
        assertThat(Tape.play(file, FlowSettings.DEFAULT).flows())
                .singleElement()
                .satisfies(only -> assertThat(only.traffic()).isEqualTo(flow.traffic()));
        assertThat(cut.header("ETag")).hasSize(66);
    }

    @Test
    void aCaptureThatAnotherInstanceKeepsIsDeletedThere() throws IOException {
        CaptureState state = elsewhere("deleted-there");
        UUID id = Ids.flow(state.id(), 1, firstFlow().span().firstPacket(), null);

        with().delete(PATH + state.id()).then().statusCode(204);

        with().get(PATH + state.id() + "/packets?flow=" + id).then().statusCode(410);
    }

    @Test
    void aKeeperThatIsAwayOrUnknownOrDoesNotKeepItIsSaidSo() throws IOException {
        UUID away = told("away", OtherInstance.AWAY);
        with().get(PATH + away + "/packets")
                .then()
                .statusCode(502)
                .body("type", equalTo("urn:wirecase:problem:keeper-away"))
                .body("detail", containsString("try again"));
        with().header("Wirecase-Forwarded-By", OtherInstance.NAME)
                .get(PATH + away + "/packets")
                .then()
                .statusCode(502)
                .body("type", equalTo("urn:wirecase:problem:kept-elsewhere"));
    }

    @Test
    void addressesAreNamedOneByOneOrByATemplate() {
        try (Peers peers = new Peers("capture-0", List.of("a=http://one:1", "http://{instance}.pods:8481"))) {
            assertThat(peers.address("a"))
                    .hasValueSatisfying(uri -> assertThat(uri).hasToString("http://one:1"));
            assertThat(peers.address("capture-1"))
                    .hasValueSatisfying(uri -> assertThat(uri).hasToString("http://capture-1.pods:8481"));
        }
    }

    private CaptureState elsewhere(String site) throws IOException {
        CaptureState state = OtherInstance.send(content(), site);
        board.note(state);
        return state;
    }

    private UUID told(String site, String keeper) throws IOException {
        CaptureState state = OtherInstance.send(content(), site).with(CaptureState.Keeping.by(keeper));
        board.note(state);
        return state.id();
    }

    private Flow firstFlow() throws IOException {
        Path file = Files.write(folder.resolve("whole.pcap"), content());
        return Tape.play(file, FlowSettings.DEFAULT).flows().stream()
                .filter(flow -> flow.ending().last())
                .findFirst()
                .orElseThrow();
    }

    private byte[] content() throws IOException {
        Path file = folder.resolve("b1.pcap");
        Fixtures.named("B1").write(file, CaptureFormat.PCAP, Settings.DEFAULT);
        return Files.readAllBytes(file);
    }

    private static RequestSpecification with() {
        return given().header("X-Api-Key", "test-key");
    }
}
