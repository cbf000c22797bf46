package io.wirecase.capture.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Accounts;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureReaderTest {

    private static final CaptureIdentity WHO = new CaptureIdentity(new UUID(1, 2), 1, "s", "upload");

    @TempDir
    private Path folder;

    private Path file;
    private final Tallies tallies = new Tallies();

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("a1.pcap");
        Fixtures.named("A1").write(file, CaptureFormat.PCAP, Settings.DEFAULT);
    }

    @Test
    void everyPacketIsAccountedForAndTheSameFileGivesTheSameFlows() throws Exception {
        List<Flow> first = new ArrayList<>();
        List<Flow> second = new ArrayList<>();
        Accounts accounts = ((CaptureReader.Read) read(first)).accounts();
        read(second);
        assertThat(first).isEqualTo(second).hasSize(Math.toIntExact(accounts.flows()));
        assertThat(accounts.packets()).isPositive().isEqualTo(accounts.decoded());
        assertThat(accounts.undecodable()).isEmpty();
        assertThat(accounts.resolution()).isEqualTo("us");
        assertThat(accounts.linkTypes()).containsExactly("EN10MB");
        assertThat(accounts.notes()).isEmpty();
        assertThat(tallies.packets()).isEqualTo(2 * accounts.packets());
        assertThat(tallies.flows()).isEqualTo(2 * accounts.flows());
    }

    @Test
    void aFileThatIsCutIsReadAsFarAsItGoesAndTheAccountsSayWhere() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 7));
        Accounts accounts = ((CaptureReader.Read) read(new ArrayList<>())).accounts();
        assertThat(accounts.packets()).isPositive();
        assertThat(accounts.notes()).singleElement().asString().startsWith("reading ended at byte ");
    }

    @Test
    void whatIsNoCaptureIsUnreadableWithItsReason() throws Exception {
        Files.writeString(file, "nothing that was ever recorded on any network");
        assertThat(read(new ArrayList<>())).isInstanceOf(CaptureReader.Unreadable.class);
    }

    @Test
    void theFingerprintIsTheSameForTheSameDecoderAndAnotherForOtherSettings() {
        String fingerprint = DecoderFingerprint.of(FlowSettings.DEFAULT);
        FlowSettings other = new FlowSettings(
                FlowSettings.DEFAULT.tcpIdle().plusSeconds(1),
                FlowSettings.DEFAULT.udpIdle(),
                FlowSettings.DEFAULT.closedLinger(),
                FlowSettings.DEFAULT.active(),
                FlowSettings.DEFAULT.maxFlows(),
                FlowSettings.DEFAULT.maxBufferedBytes());
        assertThat(DecoderFingerprint.of(FlowSettings.DEFAULT)).isEqualTo(fingerprint);
        assertThat(DecoderFingerprint.of(other)).isNotEqualTo(fingerprint);
    }

    private CaptureReader.Outcome read(List<Flow> flows) throws Exception {
        return new CaptureReader(FlowSettings.DEFAULT, tallies).read(file, WHO, new FlowSink() {
            @Override
            public void accept(Flow flow) {
                flows.add(flow);
            }

            @Override
            public void tick(double progress, Accounts accounts) {}
        });
    }
}
