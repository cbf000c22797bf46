package io.wirecase.capture.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.testkit.Packed;
import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Accounts;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What damaged and hostile files come to: a reason in words, what was good, and no memory. */
class BadInputTest {

    private static final CaptureIdentity WHO = new CaptureIdentity(new UUID(1, 2), 1, "s", "upload");
    private static final int PACKETS = 40;
    private static final byte[] WHOLE = tape().bytes();
    private static final byte[] FRAME = Talk.usual().udp(true, new byte[40]);
    /** Stands for a number of packets that depends on where a limit was noticed. */
    private static final long MANY = Long.MAX_VALUE;

    private static final int RECORD = (WHOLE.length - 24) / PACKETS;
    /** Window, flow table and what a few flows take; far below what the hostile ones claim or expand to. */
    private static final long MOST_ALLOCATED = 24L << 20;
    /** What counting one packet leaves to the collector at most. */
    private static final long PASSING = 32;

    @TempDir
    private Path folder;

    /**
     * A file and what is to be said of it.
     *
     * @param packets packets that can be read, or -1 when it is no capture
     * @param said part of the reason
     */
    private record Bad(String name, byte[] file, long packets, String said) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"noCaptures", "damaged", "packed", "blocks"})
    void aBadFileHasAReasonAndItsGoodPartIsKept(Bad bad) throws Exception {
        Path file = Files.write(folder.resolve("bad"), bad.file);
        long[] inFlows = new long[1];
        long before = allocated();

        CaptureReader.Outcome outcome = read(file, inFlows);

        long packets = outcome instanceof CaptureReader.Read(Accounts read) ? read.packets() : 0;
        assertThat(allocated() - before).isLessThan(MOST_ALLOCATED + PASSING * packets);
        switch (outcome) {
            case CaptureReader.Unreadable(String reason) -> {
                assertThat(bad.packets).as(reason).isEqualTo(-1);
                assertThat(reason).contains(bad.said);
            }
            case CaptureReader.Read(Accounts accounts) -> {
                assertThat(String.join("\n", accounts.notes())).contains(bad.said);
                assertThat(accounts.notes().isEmpty()).isEqualTo(bad.said.isEmpty());
                if (bad.packets == MANY) {
                    assertThat(accounts.packets()).isGreaterThan(PACKETS);
                } else {
                    assertThat(accounts.packets()).isEqualTo(bad.packets);
                }
                assertThat(accounts.decoded() + undecodable(accounts)).isEqualTo(accounts.packets());
                assertThat(inFlows[0]).isEqualTo(accounts.decoded());
            }
        }
    }

    static Stream<Bad> noCaptures() {
        byte[] text = "nothing that was ever recorded on any network".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                new Bad("an empty file", new byte[0], -1, "the file is empty"),
                new Bad("a text file", text, -1, "neither pcap nor pcapng"),
                new Bad("a cut header", Arrays.copyOf(WHOLE, 23), -1, "ends inside its header"),
                new Bad("a text file in gzip", Packed.gzip(text), -1, "inside neither pcap nor pcapng"),
                new Bad("an empty file in gzip", Packed.gzip(new byte[0]), -1, "inside the file is empty"),
                new Bad("a text file in zstd", Packed.zstd(text), -1, "inside neither pcap nor pcapng"),
                new Bad("gzip in gzip", Packed.gzip(Packed.gzip(WHOLE)), -1, "compressed twice"),
                new Bad("a gzip header alone", Arrays.copyOf(Packed.gzip(WHOLE), 7), -1, "gzip header that is cut"),
                new Bad("gzip cut in the header within", Arrays.copyOf(Packed.gzip(WHOLE), 20), -1, "is cut"),
                new Bad("a zstd magic alone", Arrays.copyOf(Packed.zstd(WHOLE), 4), -1, "zstd data is cut"));
    }

    static Stream<Bad> damaged() {
        int cut = WHOLE.length - 7;
        return Stream.of(
                new Bad("cut inside a packet", Arrays.copyOf(WHOLE, cut), PACKETS - 1, "ends inside a packet"),
                new Bad(
                        "cut inside a record header",
                        Arrays.copyOf(WHOLE, 24 + 5 * RECORD + 9),
                        5,
                        "ends inside a record header"),
                new Bad("an absurd length", set(WHOLE, 24 + 3 * RECORD + 8, 300_000), 3, "claims 300000 bytes"),
                new Bad("a length of 4 GiB", set(WHOLE, 24 + 3 * RECORD + 8, -1), 3, "claims 4294967295 bytes"),
                new Bad("a wire length of 4 GiB", set(WHOLE, 24 + 3 * RECORD + 12, -1), PACKETS, ""),
                new Bad(
                        "an impossible fraction of a second",
                        set(WHOLE, 24 + 3 * RECORD + 4, -1),
                        PACKETS,
                        "1 packets without a time that can be right"),
                new Bad("time running backwards", set(WHOLE, 24 + 20 * RECORD, 1), PACKETS, "timed before"));
    }

    static Stream<Bad> packed() {
        byte[] gzip = Packed.gzip(WHOLE);
        byte[] broken = gzip.clone();
        broken[gzip.length - 8] ^= 1;
        byte[] zstd = Packed.zstd(WHOLE);
        byte[] noise = {1, 2, 3, 4, 5, 6, 7, 8};
        // 65 MiB of zeros are read as empty packets before anybody can tell that they never end.
        long zeros = 200L << 20;
        return Stream.of(
                new Bad("a cut gzip trailer", Arrays.copyOf(gzip, gzip.length - 3), PACKETS, "the gzip data is cut"),
                new Bad("a broken gzip checksum", broken, PACKETS, "the gzip checksum does not fit"),
                new Bad("noise behind gzip", Packed.joined(gzip, noise), PACKETS, "no gzip data"),
                new Bad("noise behind zstd", Packed.joined(zstd, noise), PACKETS, "zstd data is cut or broken"),
                new Bad("a broken second member", Packed.joined(gzip, new byte[] {31}), PACKETS, "no gzip data"),
                new Bad(
                        "a gzip bomb",
                        Packed.gzipOfZeros(WHOLE, zeros),
                        MANY,
                        "expands to more than 500 times its size"));
    }

    static Stream<Bad> blocks() {
        byte[] whole = blockFile();
        int last = whole.length - 12 - 20 - FRAME.length - (-FRAME.length & 3);
        return Stream.of(
                new Bad("a block of 4 GiB", set(whole, last + 4, -4), PACKETS - 1, "ends inside a block"),
                new Bad("a block of no length", set(whole, last + 4, 0), PACKETS - 1, "claims 0 bytes"),
                new Bad("a block of odd length", set(whole, last + 4, 0x7FFF_FFF1), PACKETS - 1, "none can have"),
                new Bad(
                        "two lengths of a block",
                        set(whole, whole.length - 4, 12),
                        PACKETS - 1,
                        "two different lengths"),
                new Bad("a packet of 4 GiB in its block", set(whole, last + 20, -1), PACKETS, ""),
                new Bad("a cut block", Arrays.copyOf(whole, whole.length - 5), PACKETS - 1, "ends inside a block"),
                new Bad("a time no clock has", set(whole, last + 12, -1), PACKETS, "without a time that can be right"));
    }

    private CaptureReader.Outcome read(Path file, long[] inFlows) throws IOException, InterruptedException {
        return new CaptureReader(FlowSettings.DEFAULT, new Tallies()).read(file, WHO, new FlowSink() {
            @Override
            public void accept(Flow flow) {
                inFlows[0] += flow.ending().last() ? flow.traffic().total().packets() : 0;
            }

            @Override
            public void tick(double progress, Accounts accounts) {}
        });
    }

    private static long undecodable(Accounts accounts) {
        return accounts.undecodable().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static byte[] set(byte[] file, int at, int value) {
        byte[] changed = file.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return changed;
    }

    private static Tape tape() {
        Tape tape = new Tape();
        for (int i = 0; i < PACKETS; i++) {
            tape.after(1).frame(Talk.usual().udp(i % 2 == 0, new byte[40]));
        }
        return tape;
    }

    private static byte[] blockFile() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(out, CaptureFormat.PCAPNG)) {
            for (int i = 0; i < PACKETS; i++) {
                writer.write(Tape.START + i * 1_000_000_000L, FRAME);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
