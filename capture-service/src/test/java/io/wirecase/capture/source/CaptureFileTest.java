package io.wirecase.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureFileTest {

    private static final long TIME = 1_700_000_000_123_456_789L;

    private static final byte[] COMMENT = {1, 0, 3, 0, 'h', 'm', 'm', 0};
    private static final byte[] GAP = {4, 0, 8, 0, 5, 0, 0, 0, 0, 0, 0, 0};

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(CaptureFormat.class)
    void everyFormatGivesThePacketsThatWereWritten(CaptureFormat format) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(file, format)) {
            for (int i = 0; i < 5; i++) {
                frames.add(Talk.usual().udp(true, "x".repeat(100 + i).getBytes(StandardCharsets.US_ASCII)));
                writer.write(TIME + i * 1_000_000_000L, frames.getLast());
            }
        }

        List<Seen> seen = read(file.toByteArray());

        assertThat(seen).hasSize(5);
        for (int i = 0; i < 5; i++) {
            long step = format.nanosPerTick();
            assertThat(seen.get(i).bytes).isEqualTo(frames.get(i));
            assertThat(seen.get(i).time).isEqualTo((TIME + i * 1_000_000_000L) / step * step);
            assertThat(seen.get(i).number).isEqualTo(i + 1);
            assertThat(seen.get(i).linkType).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(CaptureFormat.class)
    void aFileCutAnywhereGivesItsWholePacketsAndSaysWhereItEnds(CaptureFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(out, format)) {
            for (int i = 0; i < 3; i++) {
                writer.write(TIME, Talk.usual().udp(true, new byte[20]));
            }
        }
        byte[] whole = out.toByteArray();
        long before = 3;
        for (int length = whole.length - 1; length >= CaptureFile.HEADER_BYTES; length--) {
            try (PacketSource source = open(Arrays.copyOf(whole, length))) {
                long packets = count(source);
                SourceSummary.Damage damage = source.summary().damage();

                assertThat(packets).isLessThanOrEqualTo(before);
                if (damage != null) {
                    assertThat(damage.offset() + damage.bytesLeft()).isEqualTo(length);
                    assertThat(damage.what()).startsWith("the file ends inside");
                    assertThat(source.progress()).isEqualTo(1.0);
                }
                before = packets;
            }
        }
        assertThat(before).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1F8B0800,gzip",
        "28B52FFD,zstd",
        "FD377A58,xz",
        "04224D18,lz4",
        "A1B234CD,variant",
        "504B0304,zip",
        "00000000,neither pcap nor pcapng",
        "736E6F6F,snoop",
        "425A6839,bzip2"
    })
    void whatIsNoCaptureIsRefusedWithItsName(String magic, String word) throws IOException {
        byte[] file = new byte[64];
        ByteBuffer.wrap(file).putInt(Integer.parseUnsignedInt(magic, 16));

        assertThat(CaptureFile.open(write(file)))
                .isInstanceOfSatisfying(
                        CaptureFile.Unreadable.class,
                        refused -> assertThat(refused.reason()).contains(word));
    }

    @Test
    void anEmptyFileAndOneThatEndsInItsHeaderAreRefused() throws IOException {
        assertThat(CaptureFile.open(write(new byte[0]))).isEqualTo(new CaptureFile.Unreadable("the file is empty"));
        assertThat(CaptureFile.open(write(Arrays.copyOf(new Tape().bytes(), 10))))
                .isEqualTo(new CaptureFile.Unreadable("the file ends inside its header"));
    }

    @Test
    void aRecordWithAnAbsurdLengthIsDamageAndCostsNoMemory() throws IOException {
        byte[] file = new Tape().frame(new byte[60]).frame(new byte[60]).bytes();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(24 + 76 + 8, 0xFFFF_FFF0);

        try (PacketSource source = open(file)) {
            assertThat(count(source)).isEqualTo(1);
            assertThat(source.summary().damage())
                    .isEqualTo(new SourceSummary.Damage(
                            100, 76L, "a record claims 4294967280 bytes, more than any packet has"));
        }
    }

    @Test
    void aTimeFieldThatCannotBeIsCountedAndThePacketKept() throws IOException {
        byte[] file = new Tape().frame(new byte[60]).bytes();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1_000_000_000);

        try (PacketSource source = open(file)) {
            RawPacket packet = new RawPacket();
            assertThat(source.next(packet)).isTrue();
            assertThat(packet.timeNanos()).isEqualTo(Tape.START);
            assertThat(source.summary().badTimes()).isEqualTo(1);
        }
    }

    @Test
    void aSectionMayHaveItsOwnByteOrderInterfacesAndClocks() throws IOException {
        PcapNgBytes file = new PcapNgBytes(ByteOrder.LITTLE_ENDIAN)
                .section()
                .anInterface(1, 0, 9, 0)
                .anInterface(101, 0, 0x8A, 100)
                .block(0xBAD, new byte[12])
                .packet(0, 5_000_000_001L, new byte[] {1})
                .packet(1, 3 * 1024 + 512, new byte[] {2, 3})
                .statistics(1, 7)
                .order(ByteOrder.BIG_ENDIAN)
                .section()
                .anInterface(113, 2, 6, 0)
                .packet(0, 9_000_000, new byte[] {4})
                .simple(new byte[] {5, 6, 7})
                .packet(4, 1, new byte[] {8});

        List<Seen> seen = read(file.bytes());

        assertThat(seen)
                .extracting(each -> each.time)
                .containsExactly(5_000_000_001L, 103_500_000_000L, 9_000_000_000L, 9_000_000_000L, 1_000L);
        assertThat(seen).extracting(each -> each.linkType).containsExactly(1, 101, 113, 113, -1);
        assertThat(seen).extracting(each -> each.interfaceId).containsExactly(0, 1, 2, 2, 6);
        assertThat(seen.get(3).bytes).containsExactly(5, 6);
        assertThat(seen.get(3).original).isEqualTo(3);
        try (PacketSource source = open(file.bytes())) {
            count(source);
            assertThat(source.summary()).isEqualTo(new SourceSummary("pcapng", 5, 1, 1, 3, 7L, null));
        }
    }

    @Test
    void aPacketThatClaimsMoreThanItsBlockGivesWhatIsThere() throws IOException {
        byte[] file = new PcapNgBytes(ByteOrder.LITTLE_ENDIAN)
                .section()
                .anInterface(1, 0, 6, 0)
                .packet(0, 1, new byte[] {1, 2, 3, 4})
                .bytes();
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(file.length - 16, 4_000_000)
                .putInt(file.length - 12, 4_000_000);

        assertThat(read(file)).singleElement().satisfies(each -> {
            assertThat(each.bytes).hasSize(4);
            assertThat(each.original).isEqualTo(4_000_000);
        });
    }

    /** An obsolete packet block's body: three packets were lost ahead of it. */
    private static byte[] obsolete() {
        return ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0)
                .putShort((short) 3)
                .putInt(0)
                .putInt(9)
                .putInt(2)
                .putInt(2)
                .put(new byte[] {7, 8})
                .array();
    }

    /** An enhanced packet block's body with a comment, and with five packets lost ahead of it. */
    private static byte[] enhanced() {
        return ByteBuffer.allocate(20 + 4 + COMMENT.length + GAP.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .putInt(0)
                .putInt(10)
                .putInt(3)
                .putInt(3)
                .put(new byte[] {1, 2, 3, 0})
                .put(COMMENT)
                .put(GAP)
                .array();
    }

    private record Seen(byte[] bytes, long original, long time, int linkType, int interfaceId, long number) {}

    private List<Seen> read(byte[] file) throws IOException {
        List<Seen> seen = new ArrayList<>();
        try (PacketSource source = open(file)) {
            RawPacket p = new RawPacket();
            while (source.next(p)) {
                byte[] bytes = Arrays.copyOfRange(p.bytes(), p.offset(), p.offset() + p.captured());
                seen.add(new Seen(bytes, p.original(), p.timeNanos(), p.linkType(), p.interfaceId(), p.number()));
            }
        }
        return seen;
    }

    private static long count(PacketSource source) {
        RawPacket packet = new RawPacket();
        long packets = 0;
        while (source.next(packet)) {
            packets++;
        }
        assertThat(source.summary().packets()).isEqualTo(packets);
        return packets;
    }

    private PacketSource open(byte[] file) throws IOException {
        return ((CaptureFile.Opened) CaptureFile.open(write(file))).source();
    }

    private Path write(byte[] file) throws IOException {
        return Files.write(Files.createTempFile(folder, "capture", ".bin"), file);
    }

    @Test
    void whatWasLostAheadOfPacketsIsCountedAndCommentsArePassedOver() throws IOException {
        byte[] file = new PcapNgBytes(ByteOrder.LITTLE_ENDIAN)
                .section()
                .anInterface(1, 0, 6, 0)
                .block(2, obsolete())
                .block(0x40000BAD, COMMENT)
                .block(6, enhanced())
                .bytes();

        List<Seen> seen = read(file);

        assertThat(seen).extracting(each -> each.time).containsExactly(9_000L, 10_000L);
        assertThat(seen.get(0).bytes).containsExactly(7, 8);
        assertThat(seen.get(1).bytes).containsExactly(1, 2, 3);
        try (PacketSource source = open(file)) {
            count(source);
            assertThat(source.summary()).isEqualTo(new SourceSummary("pcapng", 2, 0, 1, 1, 8L, null));
        }
    }

    @Test
    void recordsWithKuznetzovsLongerHeadersAreRead() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(24 + 2 * (24 + 60)).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0xA1B2CD34)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(1);
        for (int i = 1; i <= 2; i++) {
            file.putInt(i).putInt(0).putInt(60).putInt(60).putLong(-1).put(new byte[60]);
        }

        assertThat(read(file.array())).extracting(each -> each.time).containsExactly(1_000_000_000L, 2_000_000_000L);
    }
}
