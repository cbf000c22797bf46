package io.wirecase.capture.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.store.ArchiveLimits;
import io.wirecase.capture.store.FilePacketArchive;
import io.wirecase.capture.store.PacketArchive;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.CaptureState.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRetentionTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final UUID CAPTURE = new UUID(1, 2);

    @TempDir
    private Path folder;

    private Instant now = START;
    private final CaptureBoard board = new CaptureBoard();
    private final List<CaptureState> told = new ArrayList<>();
    private LiveRetention retention;

    @BeforeEach
    void record() throws IOException {
        var limits = new ArchiveLimits(1L << 30, Duration.ofDays(7), 0);
        PacketArchive archive = new FilePacketArchive(folder, limits, () -> now);
        try (PacketArchive.Recording recording = archive.record(new PacketArchive.Sensor("home", "tap"), CAPTURE)) {
            byte[] frame = new byte[60];
            recording.add(new RawPacket()
                    .data(frame, 0, 60, 60)
                    .time(START.getEpochSecond() * 1_000_000_000L, 1)
                    .origin(1, 0, 1));
        }
        retention = new LiveRetention(archive, board, new Telling(), () -> now, "here");
    }

    @Test
    void packetsThatAgedOutAreToldOnce() throws Exception {
        board.note(state(State.COMPLETED, "tap", "here", 1));
        retention.apply();
        assertThat(told).isEmpty();

        now = START.plus(Duration.ofDays(8));
        retention.apply();
        retention.apply();

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().packetsGone()).isTrue();
        assertThat(told.getFirst().keeping())
                .isEqualTo(new CaptureState.Keeping("here", Evidence.AGED, now.getEpochSecond() * 1_000_000_000L));
        assertThat(told.getFirst().accounts()).isNotNull();
    }

    @Test
    void nothingIsToldOfWhatIsNotOursNotOverOrNeverHadPackets() throws Exception {
        now = START.plus(Duration.ofDays(8));
        for (CaptureState other : List.of(
                state(State.READING, "tap", "here", 1),
                state(State.COMPLETED, "upload", "here", 1),
                state(State.COMPLETED, "tap", "elsewhere", 1),
                state(State.COMPLETED, "tap", "here", 0))) {
            CaptureBoard only = new CaptureBoard();
            only.note(other);
            new LiveRetention(archive(), only, new Telling(), () -> now, "here").apply();
        }

        assertThat(told).isEmpty();
    }

    private PacketArchive archive() throws IOException {
        return new FilePacketArchive(folder, new ArchiveLimits(1L << 30, Duration.ofDays(7), 0), () -> now);
    }

    private static CaptureState state(State state, String sensor, String instance, long packets) {
        Accounts accounts = new Accounts(
                packets, packets, Map.of(), 0, 60, null, null, "ns", List.of("Ethernet"), packets, 0, List.of());
        return new CaptureState(CAPTURE, 1, "home", sensor, "eth0", "", 0, state, 1, accounts, null, null)
                .with(CaptureState.Keeping.by(instance));
    }

    /** Notes what is told, as the bus's outlet does. */
    private final class Telling implements FlowOutlet {

        @Override
        public CapturePublication take(UUID capture) {
            throw new UnsupportedOperationException("nothing is published");
        }

        @Override
        public void announce(CaptureState state) {
            told.add(state);
            board.note(state);
        }
    }
}
