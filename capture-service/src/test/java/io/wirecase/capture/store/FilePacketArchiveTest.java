package io.wirecase.capture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.store.PacketArchive.Holding;
import io.wirecase.capture.store.PacketArchive.Recording;
import io.wirecase.capture.store.PacketArchive.Sensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePacketArchiveTest {

    private static final Sensor SENSOR = new Sensor("office", "eth0");
    private static final UUID CAPTURE = new UUID(1, 2);
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final long SECOND = 1_000_000_000L;
    private static final long T0 = START.getEpochSecond() * SECOND;
    private static final ArchiveLimits ROOMY = new ArchiveLimits(1L << 30, Duration.ofDays(7), 0);

    @TempDir
    Path folder;

    private Instant now = START;
    private final InstantSource clock = () -> now;

    @Test
    void packetsComeBackByTimeWithTheirNumbersBytesLengthsAndTimes() throws IOException {
        FilePacketArchive archive = open(ROOMY);
        record(archive, CAPTURE, 1, 100, 60, 1);
        List<Seen> seen = read(archive.packets(CAPTURE, T0 + 10 * SECOND, T0 + 12 * SECOND));
        assertThat(seen)
                .containsExactly(
                        new Seen(11, T0 + 10 * SECOND, 60, 1500, 1, (byte) 11),
                        new Seen(12, T0 + 11 * SECOND, 60, 1500, 1, (byte) 12),
                        new Seen(13, T0 + 12 * SECOND, 60, 1500, 1, (byte) 13));
        assertThat(read(archive.packets(SENSOR, T0, T0 + 1000 * SECOND))).hasSize(100);
        assertThat(read(archive.packets(new Sensor("office", "eth1"), 0, Long.MAX_VALUE)))
                .isEmpty();
        assertThat(archive.find(CAPTURE)).hasValueSatisfying(held -> {
            assertThat(held.packets()).isEqualTo(100);
            assertThat(held.firstNumber()).isEqualTo(1);
            assertThat(held.lastNumber()).isEqualTo(100);
            assertThat(held.lastNanos()).isEqualTo(T0 + 99 * SECOND);
        });
    }

    @Test
    void theSegmentsAreFilesThatAnyReaderOpensAndNamedByTime() throws IOException {
        record(open(ROOMY), CAPTURE, 1, 3, 60, 1);
        Path file = files().getFirst();
        assertThat(file.getFileName().toString())
                .isEqualTo("20260301T120000.000000000Z_20260301T120002.000000000Z_" + CAPTURE + "_1_3.pcap");
        assertThat(CaptureFile.open(file)).isInstanceOfSatisfying(CaptureFile.Opened.class, opened -> {
            assertThat(read(opened.source())).hasSize(3);
        });
    }

    @Test
    void whatWasTickedIsReadableWhileTheSensorGoesOn() throws IOException {
        FilePacketArchive archive = open(ROOMY);
        try (Recording recording = archive.record(SENSOR, CAPTURE)) {
            recording.add(packet(1, T0, 60, 1, 1));
            recording.tick();
            while (archive.find(CAPTURE).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(read(archive.packets(CAPTURE, T0, T0))).hasSize(1);
        }
    }

    @Test
    void theOldestGoFirstByBytesAndAreCounted() throws IOException {
        FilePacketArchive archive = open(new ArchiveLimits(4L << 20, Duration.ofDays(7), 0));
        record(archive, CAPTURE, 1, 100, 60_000, 1);
        long kept = archive.totals().bytes();
        assertThat(kept).isBetween(3L << 20, 5L << 20);
        Holding held = archive.find(CAPTURE).orElseThrow();
        assertThat(held.lastNumber()).isEqualTo(100);
        assertThat(held.firstNumber()).isGreaterThan(1);
        assertThat(archive.totals().removedPackets()).isEqualTo(held.firstNumber() - 1);
        assertThat(read(archive.packets(CAPTURE, 0, Long.MAX_VALUE)))
                .hasSize((int) held.packets())
                .first()
                .satisfies(first -> assertThat(first.number()).isEqualTo(held.firstNumber()));
    }

    @Test
    void whatIsTooOldGoes() throws IOException {
        FilePacketArchive archive = open(new ArchiveLimits(1L << 30, Duration.ofHours(1), 0));
        record(archive, CAPTURE, 1, 10, 60, 1);
        now = START.plus(Duration.ofMinutes(59));
        archive.trim();
        assertThat(archive.find(CAPTURE)).isPresent();
        now = START.plus(Duration.ofMinutes(62));
        archive.trim();
        assertThat(archive.find(CAPTURE)).isEmpty();
        assertThat(archive.totals().removedPackets()).isEqualTo(10);
        assertThat(files()).isEmpty();
    }

    @Test
    void aSegmentThatACrashCutIsReadUpToItsLastWholePacketAndGoesOnInAnotherService() throws IOException {
        record(open(ROOMY), CAPTURE, 1, 5, 60, 1);
        Path closed = files().getFirst();
        Path growing = closed.resolveSibling("20260301T120000.000000000Z_" + CAPTURE + "_1.open");
        Files.move(closed, growing);
        byte[] cut = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18};
        Files.write(growing, cut, StandardOpenOption.APPEND);
        FilePacketArchive archive = open(ROOMY);
        assertThat(read(archive.packets(CAPTURE, 0, Long.MAX_VALUE))).hasSize(5);
        assertThat(files()).containsExactly(closed);
        assertThat(CaptureFile.open(closed)).isInstanceOfSatisfying(CaptureFile.Opened.class, opened -> {
            read(opened.source());
            assertThat(opened.source().summary().damage()).isNull();
        });
    }

    @Test
    void anotherLinkTypeOrAMissingNumberBeginsAnotherSegmentAndNumbersStayRight() throws IOException {
        FilePacketArchive archive = open(ROOMY);
        try (Recording recording = archive.record(SENSOR, CAPTURE)) {
            recording.add(packet(1, T0, 60, 1, 1));
            recording.add(packet(2, T0 + 1, 60, 276, 1));
            recording.add(packet(7, T0 + 2, 60, 276, 1));
            recording.add(packet(8, T0 + 3000, 60, 276, 1000));
        }
        assertThat(files()).hasSize(4);
        assertThat(read(archive.packets(CAPTURE, 0, Long.MAX_VALUE)))
                .extracting(Seen::number, Seen::linkType)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 1),
                        org.assertj.core.groups.Tuple.tuple(2L, 276),
                        org.assertj.core.groups.Tuple.tuple(7L, 276),
                        org.assertj.core.groups.Tuple.tuple(8L, 276));
    }

    @Test
    void aDiskWithoutRoomTakesNothingAndThatIsCounted() throws IOException {
        FilePacketArchive archive = open(new ArchiveLimits(1L << 30, Duration.ofDays(7), Long.MAX_VALUE / 2));
        Recording recording = archive.record(SENSOR, CAPTURE);
        recording.add(packet(1, T0, 60, 1, 1));
        recording.close();
        assertThat(recording.unrecorded()).isEqualTo(1);
        assertThat(archive.totals().unrecordedPackets()).isEqualTo(1);
        assertThat(archive.find(CAPTURE)).isEmpty();
    }

    @Test
    void deletingACaptureLeavesTheOthers() throws IOException {
        FilePacketArchive archive = open(ROOMY);
        UUID other = new UUID(3, 4);
        record(archive, CAPTURE, 1, 4, 60, 1);
        record(archive, other, 1, 6, 60, 1);
        assertThat(archive.delete(CAPTURE)).isEqualTo(4);
        assertThat(archive.all()).extracting(Holding::capture).containsExactly(other);
        assertThat(files()).hasSize(1);
    }

    @Test
    void aNameThatIsNoFoldersIsRefused() throws IOException {
        FilePacketArchive archive = open(ROOMY);
        assertThatThrownBy(() -> archive.record(new Sensor("..", "eth0"), CAPTURE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> archive.record(new Sensor("office", "a/b"), CAPTURE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Seen(long number, long time, int captured, long original, int linkType, byte first) {}

    private FilePacketArchive open(ArchiveLimits limits) throws IOException {
        return new FilePacketArchive(folder, limits, clock);
    }

    private static void record(PacketArchive archive, UUID capture, int from, int count, int size, int linkType) {
        try (Recording recording = archive.record(SENSOR, capture)) {
            for (int i = 0; i < count; i++) {
                recording.add(packet(from + i, T0 + i * SECOND, size, linkType, 1));
                // A packet of the largest size fills a batch in a few; the disk may be slower than this loop.
                if (size > 1000 && i % 10 == 9) {
                    long wanted = from + i - 40;
                    recording.tick();
                    while (wanted > 0
                            && archive.find(capture).map(Holding::lastNumber).orElse(0L) < wanted) {
                        Thread.onSpinWait();
                    }
                }
            }
        }
    }

    private static RawPacket packet(long number, long time, int size, int linkType, long resolution) {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) number;
        return new RawPacket()
                .data(bytes, 0, size, Math.max(size, 1500))
                .time(time, resolution)
                .origin(linkType, 0, number);
    }

    private static List<Seen> read(PacketSource source) {
        List<Seen> seen = new ArrayList<>();
        RawPacket packet = new RawPacket();
        try (source) {
            while (source.next(packet)) {
                seen.add(new Seen(
                        packet.number(),
                        packet.timeNanos(),
                        packet.captured(),
                        packet.original(),
                        packet.linkType(),
                        packet.bytes()[packet.offset()]));
            }
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return seen;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
