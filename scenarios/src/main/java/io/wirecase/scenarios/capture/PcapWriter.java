package io.wirecase.scenarios.capture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Classic pcap (draft-ietf-opsawg-pcap). */
final class PcapWriter implements CaptureWriter {
    private static final int MAGIC_MICRO = 0xa1b2c3d4;
    private static final int MAGIC_NANO = 0xa1b23c4d;
    private static final int SNAP_LENGTH = 262_144;
    private static final int ETHERNET = 1;
    private static final long NANOS = 1_000_000_000;

    private final OutputStream out;
    private final CaptureFormat format;

    PcapWriter(OutputStream out, CaptureFormat format) throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.format = format;
        byte[] bytes = new byte[24];
        ByteBuffer header = ByteBuffer.wrap(bytes).order(format.order());
        header.putInt(format.nanosPerTick() == 1 ? MAGIC_NANO : MAGIC_MICRO);
        header.putShort((short) 2).putShort((short) 4);
        header.putInt(0).putInt(0).putInt(SNAP_LENGTH).putInt(ETHERNET);
        this.out.write(bytes);
    }

    @Override
    public void write(long epochNanos, byte[] kept, int originalLength) throws IOException {
        header(epochNanos, kept.length, originalLength);
        out.write(kept);
    }

    @Override
    public void writeHalf(long epochNanos, byte[] frame) throws IOException {
        header(epochNanos, frame.length, frame.length);
        out.write(frame, 0, frame.length / 2);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void header(long epochNanos, int kept, int originalLength) throws IOException {
        byte[] bytes = new byte[16];
        ByteBuffer header = ByteBuffer.wrap(bytes).order(format.order());
        header.putInt((int) Math.floorDiv(epochNanos, NANOS));
        header.putInt((int) (Math.floorMod(epochNanos, NANOS) / format.nanosPerTick()));
        header.putInt(kept).putInt(originalLength);
        out.write(bytes);
    }
}
