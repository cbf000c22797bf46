package io.wirecase.capture.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.evidence.PacketCutter;
import io.wirecase.capture.evidence.Selection;
import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.store.ArchiveLimits;
import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.FileCaptureStore;
import io.wirecase.capture.store.FilePacketArchive;
import io.wirecase.capture.store.PacketArchive;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets of live sensors, from what is kept of them. */
class EvidenceTest {

    private static final UUID LIVE = new UUID(0x5000, 0x8000_0000_0000_0001L);
    private static final PacketArchive.Sensor SENSOR = new PacketArchive.Sensor("office", "uplink");

    @TempDir
    private Path folder;

    private final CaptureBoard board = new CaptureBoard();
    private Path seen;
    private List<Flow> flows;
    private PacketArchive archive;
    private Evidence evidence;

    @BeforeEach
    void listen() throws IOException {
        seen = folder.resolve("seen.pcap");
        Fixtures.named("OfficeDay").write(seen, CaptureFormat.PCAP, Settings.DEFAULT);
        flows = new ArrayList<>();
        Instant then = Instant.ofEpochSecond(
                Tape.play(seen, FlowSettings.DEFAULT).accounts().lastNanos() / 1_000_000_000L);
        archive = new FilePacketArchive(
                folder, new ArchiveLimits(1L << 30, Duration.ofDays(1_000), 0), InstantSource.fixed(then));
        CaptureStore store = new FileCaptureStore(folder, 0);
        var cutter = new PacketCutter(FlowSettings.DEFAULT, new PacketCutter.Room(1 << 30, 0));
        evidence = new Evidence(store, archive, board, cutter, new Keepers("capture-0", name -> true));
        board.note(new CaptureState(
                        LIVE,
                        1,
                        SENSOR.site(),
                        SENSOR.name(),
                        "eth0",
                        "",
                        0,
                        CaptureState.State.READING,
                        0,
                        null,
                        null,
                        null)
                .with(CaptureState.Keeping.by("capture-0")));
        record();
    }

    @Test
    void packetsOfAFlowThatALiveSensorSawAreCutOutOfWhatIsKept() throws Exception {
        int step = flows.size() / 20;
        for (int i = 0; i < flows.size(); i += step) {
            Flow flow = flows.get(i);
            var found = (Evidence.Packets) evidence.packets(LIVE, Selection.of(Set.of(flow.id())), Optional.empty());
            assertThat(Tape.play(found.file(), FlowSettings.DEFAULT).flows().stream()
                            .filter(part -> part.ending().last()))
                    .singleElement()
                    .satisfies(again -> assertThat(again.traffic()).isEqualTo(flow.traffic()))
                    .satisfies(again -> assertThat(again.key()).isEqualTo(flow.key()));
            Files.delete(found.file());
        }
    }

    @Test
    void allThatIsKeptOfASensorIsGivenWithoutASelection() throws Exception {
        Selection all = new Selection(Set.of(), null, Long.MIN_VALUE, Long.MAX_VALUE);
        var found = (Evidence.Packets) evidence.packets(LIVE, all, Optional.empty());
        assertThat(found.cut().packets())
                .isEqualTo(Tape.play(seen, FlowSettings.DEFAULT).accounts().packets());
    }

    @Test
    void packetsThatAreKeptNoLongerAreGoneAndAnUnknownCaptureIsNotKnown() throws Exception {
        Selection one = Selection.of(Set.of(flows.getFirst().id()));
        archive.delete(LIVE);
        assertThat(evidence.packets(LIVE, one, Optional.empty()))
                .isInstanceOfSatisfying(
                        Evidence.Gone.class, gone -> assertThat(gone.reason()).contains("for a while"));
        assertThat(evidence.packets(new UUID(1, 2), one, Optional.empty())).isInstanceOf(Evidence.NotKnown.class);
    }

    @Test
    void aSensorOfAnotherInstanceIsAskedThere() throws Exception {
        archive.delete(LIVE);
        board.note(board.find(LIVE).orElseThrow().with(CaptureState.Keeping.by("node-7")));
        Selection one = Selection.of(Set.of(flows.getFirst().id()));
        assertThat(evidence.packets(LIVE, one, Optional.empty())).isEqualTo(new Evidence.Elsewhere("node-7"));
    }

    private void record() throws IOException {
        FlowAssembler assembler = new FlowAssembler(
                new CaptureIdentity(LIVE, 1, SENSOR.site(), SENSOR.name()), FlowSettings.DEFAULT, flow -> {
                    if (flow.ending().last()) {
                        flows.add(flow);
                    }
                });
        try (PacketSource source = ((CaptureFile.Opened) CaptureFile.open(seen)).source();
                PacketArchive.Recording recording = archive.record(SENSOR, LIVE)) {
            RawPacket packet = new RawPacket();
            while (source.next(packet)) {
                recording.add(packet);
                assembler.accept(packet);
            }
            recording.tick();
        }
        assembler.finish();
    }
}
