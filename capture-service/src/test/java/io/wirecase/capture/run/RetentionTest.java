package io.wirecase.capture.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.FileCaptureStore;
import io.wirecase.capture.store.StoredCapture;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.CaptureState.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int SIZE = 1_000;

    @TempDir
    private Path folder;

    private CaptureStore store;
    private final CaptureBoard board = new CaptureBoard();
    private final List<UUID> told = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        store = new FileCaptureStore(folder, 0);
    }

    @Test
    void whatIsOlderThanItIsKeptForGoesAndTheRestStays() throws IOException {
        StoredCapture old = read("old", Duration.ofDays(11));
        StoredCapture young = read("young", Duration.ofDays(9));
        Retention retention = retention(Duration.ofDays(10), Long.MAX_VALUE);

        retention.apply();

        assertThat(store.find(old.id()).orElseThrow().gone()).isEqualTo("older than 10 d, for which packets are kept");
        assertThat(store.find(old.id()).orElseThrow().goneNanos()).isEqualTo(NOW.getEpochSecond() * 1_000_000_000L);
        assertThat(store.find(young.id()).orElseThrow().gone()).isNull();
        assertThat(told).containsExactly(old.id());
        assertThat(retention.captures()).isEqualTo(1);
        assertThat(retention.bytes()).isEqualTo(SIZE);
    }

    @Test
    void beyondTheBytesTheOldestGoFirstAndNoMoreThanNeeded() throws IOException {
        StoredCapture second = read("second", Duration.ofDays(2));
        StoredCapture first = read("first", Duration.ofDays(3));
        StoredCapture third = read("third", Duration.ofDays(1));

        retention(Duration.ofDays(10), 2 * SIZE).apply();

        assertThat(store.find(first.id()).orElseThrow().gone()).contains("the oldest");
        assertThat(store.kept()).extracting(kept -> kept.capture().id()).containsExactly(second.id(), third.id());
    }

    @Test
    void whatIsStillToBeReadOrIsBeingReadStays() throws IOException {
        StoredCapture waiting = received("waiting", Duration.ofDays(11));
        board.note(waiting.accepted());
        StoredCapture cut = read("cut", Duration.ofDays(11));
        Retention retention = retention(Duration.ofDays(10), 0);
        try (CaptureStore.Hold hold = store.hold(cut.id()).orElseThrow()) {
            retention.apply();
            assertThat(hold.content()).exists();
        }
        assertThat(store.kept()).hasSize(2);
        assertThat(retention.captures()).isZero();
        retention.apply();
        assertThat(store.kept()).extracting(kept -> kept.capture().id()).containsExactly(waiting.id());
    }

    private Retention retention(Duration age, long bytes) {
        return new Retention(store, board, new Retention.Limits(age, bytes), InstantSource.fixed(NOW), told::add);
    }

    private StoredCapture read(String site, Duration age) throws IOException {
        StoredCapture capture = received(site, age);
        CaptureState accepted = capture.accepted();
        board.note(new CaptureState(
                accepted.id(),
                1,
                accepted.site(),
                accepted.sensor(),
                accepted.name(),
                accepted.sha256(),
                accepted.bytes(),
                State.COMPLETED,
                1,
                null,
                null,
                null));
        return capture;
    }

    private StoredCapture received(String site, Duration age) throws IOException {
        byte[] bytes = ByteBuffer.allocate(SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .array();
        var kept = (CaptureStore.Kept) store.receive(new ByteArrayInputStream(bytes), "a.pcap", site);
        Files.setLastModifiedTime(store.content(kept.capture().id()), FileTime.from(NOW.minus(age)));
        return kept.capture();
    }
}
