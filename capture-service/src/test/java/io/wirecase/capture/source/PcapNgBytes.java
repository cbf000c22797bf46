package io.wirecase.capture.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A pcapng file written block by block. */
final class PcapNgBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ByteOrder order;

    PcapNgBytes(ByteOrder order) {
        this.order = order;
    }

    PcapNgBytes order(ByteOrder next) {
        order = next;
        return this;
    }

    PcapNgBytes section() {
        return block(
                0x0A0D0D0A,
                body(16).putInt(0x1A2B3C4D)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1)
                        .array());
    }

    PcapNgBytes anInterface(int linkType, int snapLength, int resolution, long offsetSeconds) {
        ByteBuffer body = body(8 + 8 + 12 + 4);
        body.putShort((short) linkType).putShort((short) 0).putInt(snapLength);
        body.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]);
        body.putShort((short) 14).putShort((short) 8).putLong(offsetSeconds);
        return block(1, body.putInt(0).array());
    }

    PcapNgBytes packet(int iface, long stamp, byte[] data) {
        ByteBuffer body = body(20 + (data.length + 3 & ~3));
        body.putInt(iface).putInt((int) (stamp >>> 32)).putInt((int) stamp);
        return block(6, body.putInt(data.length).putInt(data.length).put(data).array());
    }

    PcapNgBytes simple(byte[] data) {
        return block(
                3,
                body(4 + (data.length + 3 & ~3)).putInt(data.length).put(data).array());
    }

    PcapNgBytes statistics(int iface, long dropped) {
        ByteBuffer body = body(12 + 12 + 4).putInt(iface).putLong(0);
        return block(
                5,
                body.putShort((short) 5)
                        .putShort((short) 8)
                        .putLong(dropped)
                        .putInt(0)
                        .array());
    }

    PcapNgBytes block(int type, byte[] body) {
        ByteBuffer block = body(12 + body.length)
                .putInt(type)
                .putInt(12 + body.length)
                .put(body)
                .putInt(12 + body.length);
        out.writeBytes(block.array());
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private ByteBuffer body(int length) {
        return ByteBuffer.allocate(length).order(order);
    }
}
