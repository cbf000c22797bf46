package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Transport;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole generated captures through reader, decoder and flow table. */
class WholeCapturesTest {

    private static final Comparator<Flow> ORDER = Comparator.comparingLong(
                    (Flow flow) -> flow.span().endNanos())
            .thenComparingLong(flow -> flow.span().firstPacket());

    @TempDir
    Path folder;

    private static byte[] capture;

    @BeforeAll
    static void generate() throws IOException {
        capture = generated(CaptureFormat.PCAP_NANO);
    }

    @Test
    void flowsLeaveInOrderOfEndThenFirstPacket() {
        List<Flow> flows = Tape.play(capture, FlowSettings.DEFAULT).flows();

        assertThat(flows).hasSizeGreaterThan(20).isSortedAccordingTo(ORDER);
    }

    @Test
    void theFormatOfTheFileChangesNoFlow() throws IOException {
        List<Flow> flows = Tape.play(capture, FlowSettings.DEFAULT).flows();

        assertThat(Tape.play(generated(CaptureFormat.PCAPNG), FlowSettings.DEFAULT)
                        .flows())
                .isEqualTo(flows);
        assertThat(Tape.play(generated(CaptureFormat.PCAP_NANO_BIG), FlowSettings.DEFAULT)
                        .flows())
                .isEqualTo(flows);
    }

    @Test
    void everyPacketIsCountedToOneFlow() {
        Tape.Played played = Tape.play(capture, FlowSettings.DEFAULT);

        long packets = played.flows().stream()
                .filter(flow -> flow.ending().last())
                .mapToLong(flow -> flow.traffic().total().packets())
                .sum();
        assertThat(packets).isEqualTo(played.accounts().packets()).isPositive();
    }

    @Test
    void aConnectivityCheckIsCountedAtTheIpLayerAndKnowsItsName() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(out, CaptureFormat.PCAP)) {
            Fixtures.named("A1").write(writer, Settings.DEFAULT);
        }
        List<Flow> checks = Tape.play(out.toByteArray(), FlowSettings.DEFAULT).flows().stream()
                .filter(flow -> flow.key().transport() == Transport.TCP)
                .toList();

        assertThat(checks).hasSizeGreaterThan(100).allSatisfy(flow -> {
            assertThat(flow.traffic().originator().ipBytes()).isIn(355L, 419L);
            assertThat(flow.traffic().responder().ipBytes()).isEqualTo(405);
            assertThat(flow.facts().http()).isNotNull();
            assertThat(flow.ending().reason()).isEqualTo(Ending.Reason.CLOSED);
        });
        assertThat(checks)
                .filteredOn(flow -> flow.resolution() != null)
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        flow -> assertThat(flow.resolution().name().raw()).isEqualTo("connectivity-check.ubuntu.com"));
    }

    @Test
    void noDamageStopsOrBreaksTheAccounts() throws IOException {
        Random random = new Random(11);
        byte[] start = Arrays.copyOf(capture, Math.min(capture.length, 40_000));
        for (int round = 0; round < 300; round++) {
            byte[] damaged = start.clone();
            int flips = 1 + random.nextInt(200);
            for (int i = 0; i < flips; i++) {
                damaged[24 + random.nextInt(damaged.length - 24)] = (byte) random.nextInt();
            }
            int length = round % 2 == 0 ? damaged.length : 24 + random.nextInt(damaged.length - 24);
            Path file = Files.write(folder.resolve("damaged.pcap"), Arrays.copyOf(damaged, length));
            if (CaptureFile.open(file) instanceof CaptureFile.Opened opened) {
                opened.source().close();
                assertAccounts(Tape.play(file, FlowSettings.DEFAULT));
            }
        }
    }

    private static void assertAccounts(Tape.Played played) {
        Accounts accounts = played.accounts();
        long undecodable = accounts.undecodable().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long inFlows = played.flows().stream()
                .filter(flow -> flow.ending().last())
                .mapToLong(flow -> flow.traffic().total().packets())
                .sum();
        assertThat(accounts.decoded() + undecodable).isEqualTo(accounts.packets());
        assertThat(inFlows).isEqualTo(accounts.decoded());
        assertThat(accounts.flows()).isEqualTo(played.flows().size());
    }

    private static byte[] generated(CaptureFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(out, format)) {
            Fixtures.named("OfficeDay").write(writer, Settings.DEFAULT);
        }
        return out.toByteArray();
    }
}
