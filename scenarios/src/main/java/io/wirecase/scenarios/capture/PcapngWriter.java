package io.wirecase.scenarios.capture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** pcapng (draft-ietf-opsawg-pcapng): one section, one Ethernet interface, enhanced packet blocks. */
final class PcapngWriter implements CaptureWriter {
    private static final int SECTION = 0x0a0d0d0a;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int OPTION_RESOLUTION = 9;

    private final OutputStream out;
    private final CaptureFormat format;

    PcapngWriter(OutputStream out, CaptureFormat format) throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.format = format;
        ByteBuffer section = buffer(16);
        section.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
        block(SECTION, section);
        boolean nano = format.nanosPerTick() == 1;
        ByteBuffer description = buffer(nano ? 20 : 8);
        description.putShort((short) 1).putShort((short) 0).putInt(0);
        if (nano) {
            description.putShort((short) OPTION_RESOLUTION).putShort((short) 1);
            description.put((byte) 9).put((byte) 0).putShort((short) 0).putInt(0);
        }
        block(INTERFACE, description);
    }

    @Override
    public void write(long epochNanos, byte[] kept, int originalLength) throws IOException {
        block(ENHANCED_PACKET, packet(epochNanos, kept, originalLength));
    }

    @Override
    public void writeHalf(long epochNanos, byte[] frame) throws IOException {
        byte[] whole = whole(ENHANCED_PACKET, packet(epochNanos, frame, frame.length));
        out.write(whole, 0, whole.length / 2);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private ByteBuffer packet(long epochNanos, byte[] kept, int originalLength) {
        long ticks = Math.floorDiv(epochNanos, format.nanosPerTick());
        ByteBuffer packet = buffer(20 + (kept.length + 3) / 4 * 4);
        packet.putInt(0).putInt((int) (ticks >>> 32)).putInt((int) ticks);
        return packet.putInt(kept.length).putInt(originalLength).put(kept);
    }

    private void block(int type, ByteBuffer body) throws IOException {
        out.write(whole(type, body));
    }

    private byte[] whole(int type, ByteBuffer body) {
        int total = 12 + body.capacity();
        byte[] whole = new byte[total];
        ByteBuffer.wrap(whole)
                .order(format.order())
                .putInt(type)
                .putInt(total)
                .put(body.rewind())
                .putInt(total);
        return whole;
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(format.order());
    }
}
