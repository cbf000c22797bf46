package io.wirecase.capture.fuzz;

import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.testkit.Packed;
import io.wirecase.scenarios.capture.CaptureFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The readers of files. The first byte says whether the rest is the file, or what is compressed in it: of noise no
 * compressed file comes to be, so there the last four bytes say where it is damaged afterwards.
 */
final class ReaderTarget implements FuzzTarget {

    private static final int GZIP = 1;
    private static final int ZSTD = 2;

    @Override
    public String name() {
        return "readers";
    }

    @Override
    public void run(byte[] input) {
        byte[] file = file(input);
        byte[] head = Arrays.copyOf(file, Math.min(file.length, CaptureFile.HEAD_BYTES));
        String refusal = CaptureFile.refusal(head);
        try {
            switch (CaptureFile.open(new ByteArrayInputStream(file), file.length)) {
                case CaptureFile.Unreadable(String reason) -> Claims.hold(!reason.isBlank(), "no reason");
                case CaptureFile.Opened(PacketSource source) -> {
                    Claims.hold(refusal == null, "refused and yet read: " + refusal);
                    drain(source, file.length);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void drain(PacketSource source, int size) throws IOException {
        try (source) {
            RawPacket packet = new RawPacket();
            long packets = 0;
            while (source.next(packet)) {
                packets++;
                Claims.hold(packet.number() == packets, "packet " + packet.number() + " is number " + packets);
                Claims.hold(packet.captured() <= packet.original(), "more recorded than sent");
                Claims.hold(packet.captured() <= CaptureFile.MAX_PACKET_BYTES, "a packet of " + packet.captured());
            }
            Claims.hold(!source.next(packet), "a packet behind the last");
            var summary = source.summary();
            Claims.hold(summary.packets() == packets, packets + " packets, counted: " + summary);
            double progress = source.progress();
            Claims.hold(size == 0 || progress >= 0 && progress <= 1, "progress " + progress);
            var damage = summary.damage();
            if (damage != null && damage.bytesLeft() != null) {
                Claims.hold(damage.offset() + damage.bytesLeft() == size, damage + " of " + size);
            }
        }
    }

    private static byte[] file(byte[] input) {
        Feed feed = new Feed(input);
        int kind = feed.u8();
        if (kind != GZIP && kind != ZSTD || input.length < 6) {
            return feed.rest();
        }
        byte[] content = feed.bytes(input.length - 5);
        byte[] packed = kind == GZIP ? Packed.gzip(content) : Packed.zstd(content);
        int place = feed.u16() % packed.length;
        packed[place] ^= (byte) feed.u8();
        int cut = feed.u8();
        return cut == 0 ? packed : Arrays.copyOf(packed, packed.length - packed.length * cut / 1024);
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        byte[] capture = new byte[0];
        for (CaptureFormat format : CaptureFormat.values()) {
            capture = Seeds.capture(format, Seeds.SHORT);
            seeds.add(new Feed.Writer().u8(0).bytes(capture).input());
        }
        for (int kind : new int[] {GZIP, ZSTD}) {
            for (int[] damage : new int[][] {{0, 0, 0}, {40, 1, 0}, {0, 0, 100}}) {
                seeds.add(packed(kind, capture, damage));
            }
        }
        seeds.add(new Feed.Writer().u8(0).bytes(Packed.gzip(capture)).input());
        seeds.add(new Feed.Writer().u8(0).bytes(Packed.zstd(capture)).input());
        return seeds;
    }

    private static byte[] packed(int kind, byte[] capture, int[] damage) {
        return new Feed.Writer()
                .u8(kind)
                .bytes(capture)
                .u16(damage[0])
                .u8(damage[1])
                .u8(damage[2])
                .input();
    }
}
