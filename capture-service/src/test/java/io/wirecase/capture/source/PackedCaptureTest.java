package io.wirecase.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Packed;
import io.wirecase.capture.testkit.Tape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Captures in gzip and zstd. */
class PackedCaptureTest {

    private static final byte[] PLAIN = tape(500).bytes();

    @ParameterizedTest(name = "{0}")
    @MethodSource("packings")
    void aCompressedCaptureGivesThePacketsOfThePlainOne(String name, UnaryOperator<byte[]> packing) throws IOException {
        byte[] packed = packing.apply(PLAIN);
        List<String> plain = packets(PLAIN);

        assertThat(packets(packed)).isEqualTo(plain).hasSize(500);
        try (PacketSource source = open(packed)) {
            drain(source);
            assertThat(source.summary().damage()).isNull();
            assertThat(source.progress()).isEqualTo(1.0);
            assertThat(source.summary().packing())
                    .isEqualTo(new SourceSummary.Packing(name.split(" ")[0], packed.length, PLAIN.length));
        }
        assertThat(CaptureFile.refusal(Arrays.copyOf(packed, Math.min(packed.length, CaptureFile.HEAD_BYTES))))
                .isNull();
    }

    static Stream<Arguments> packings() {
        return Stream.of(
                Arguments.of("gzip in one member", (UnaryOperator<byte[]>) Packed::gzip),
                Arguments.of("gzip in members that cut packets", inMembers(1_000)),
                Arguments.of("gzip with empty members between", inMembers(0)),
                Arguments.of("gzip padded with zeros", padded()),
                Arguments.of("gzip with every field of the header", withFields()),
                Arguments.of("zstd in one frame", (UnaryOperator<byte[]>) Packed::zstd),
                Arguments.of("zstd in frames that cut packets", inFrames()),
                Arguments.of("zstd behind a frame to be skipped", behindSkippable()));
    }

    @Test
    void aMillionEmptyMembersAreReadLikeAnythingElse() throws IOException {
        byte[] empty = Packed.gzip(new byte[0]);
        byte[] many = new byte[empty.length * 1_000_000];
        for (int at = 0; at < many.length; at += empty.length) {
            System.arraycopy(empty, 0, many, at, empty.length);
        }

        assertThat(packets(Packed.joined(many, Packed.gzip(PLAIN)))).hasSize(500);
    }

    @Test
    void aFileJoinedToAnotherIsReadOn() throws IOException {
        byte[] cooked = new Tape(113).frame(new byte[20]).bytes();

        try (PacketSource source = open(Packed.joined(PLAIN, cooked))) {
            RawPacket packet = drain(source);
            assertThat(packet.number()).isEqualTo(501);
            assertThat(packet.linkType()).isEqualTo(113);
            assertThat(packet.interfaceId()).isEqualTo(1);
            assertThat(source.summary().damage()).isNull();
        }
    }

    @Test
    void whatExpandsTooFarIsReadUpToTheLimitAndSaidSo() throws IOException {
        byte[] bomb = Packed.gzipOfZeros(PLAIN, 4L << 20);
        Expanded.Limit ratio = new Expanded.Limit(Long.MAX_VALUE, 100, 1 << 20);
        Expanded.Limit most = new Expanded.Limit(2 << 20, 1_000_000, 0);

        assertThat(told(bomb, ratio)).contains("more than 100 times its size");
        assertThat(told(bomb, most)).contains("more than 2097152 bytes");
    }

    private static String told(byte[] file, Expanded.Limit limit) throws IOException {
        var opened = CaptureFile.open(new ByteArrayInputStream(file), file.length, limit);
        try (PacketSource source = ((CaptureFile.Opened) opened).source()) {
            drain(source);
            SourceSummary summary = source.summary();
            assertThat(summary.packets()).isGreaterThan(500);
            return String.valueOf(summary.damage());
        }
    }

    private static UnaryOperator<byte[]> inMembers(int length) {
        return plain -> {
            byte[][] parts = new byte[length == 0 ? 3 : plain.length / length + 1][];
            for (int i = 0; i < parts.length; i++) {
                int from = length == 0 ? i == 2 ? 50 : 0 : i * length;
                int to = length == 0 ? i == 0 ? 50 : i == 1 ? 0 : plain.length : Math.min(plain.length, from + length);
                parts[i] = Packed.gzip(Arrays.copyOfRange(plain, from, to));
            }
            return Packed.joined(parts);
        };
    }

    private static UnaryOperator<byte[]> padded() {
        return plain -> Packed.joined(Packed.gzip(plain), new byte[700]);
    }

    private static UnaryOperator<byte[]> withFields() {
        return plain -> {
            byte[] usual = Packed.gzip(plain);
            byte[] head = Arrays.copyOf(usual, 10);
            head[3] = 2 | 4 | 8 | 16;
            byte[] fields = {3, 0, 'a', 'b', 'c', 'n', 0, 'c', 'o', 0, 1, 2};
            return Packed.joined(head, fields, Arrays.copyOfRange(usual, 10, usual.length));
        };
    }

    private static UnaryOperator<byte[]> inFrames() {
        return plain -> Packed.joined(
                Packed.zstd(Arrays.copyOf(plain, 1_001)), Packed.zstd(Arrays.copyOfRange(plain, 1_001, plain.length)));
    }

    private static UnaryOperator<byte[]> behindSkippable() {
        byte[] skippable = {0x53, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 9, 9, 9};
        return plain -> Packed.joined(skippable, Packed.zstd(plain));
    }

    private static Tape tape(int packets) {
        Tape tape = new Tape();
        for (int i = 0; i < packets; i++) {
            byte[] frame = new byte[60 + i];
            Arrays.fill(frame, (byte) i);
            tape.after(0.001).frame(frame);
        }
        return tape;
    }

    private static List<String> packets(byte[] file) throws IOException {
        List<String> packets = new ArrayList<>();
        try (PacketSource source = open(file)) {
            RawPacket packet = new RawPacket();
            while (source.next(packet)) {
                byte[] bytes = Arrays.copyOfRange(packet.bytes(), packet.offset(), packet.offset() + packet.captured());
                packets.add(packet.number() + " " + packet.timeNanos() + " " + Arrays.hashCode(bytes));
            }
        }
        return packets;
    }

    private static RawPacket drain(PacketSource source) {
        RawPacket packet = new RawPacket();
        while (source.next(packet)) {
            assertThat(packet.captured()).isNotNegative();
        }
        return packet;
    }

    private static PacketSource open(byte[] file) throws IOException {
        return ((CaptureFile.Opened) CaptureFile.open(new ByteArrayInputStream(file), file.length)).source();
    }
}
