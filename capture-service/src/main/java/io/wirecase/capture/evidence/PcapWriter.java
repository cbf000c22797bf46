package io.wirecase.capture.evidence;

import io.wirecase.capture.source.RawPacket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A classic pcap file (draft-ietf-opsawg-pcap): one link type, times from 1970 to 2106 in micro- or nanoseconds. */
final class PcapWriter extends PacketWriter {

    private static final int NANOS_MAGIC = 0xA1B23C4D;
    private static final int MICROS_MAGIC = 0xA1B2C3D4;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private final int linkType;
    private final int interfaceId;
    private final boolean nanos;

    /** A file that begins with a packet, which is not written yet. */
    PcapWriter(Path file, RawPacket first) throws IOException {
        super(file);
        linkType = first.linkType();
        interfaceId = first.interfaceId();
        nanos = fine(first);
        header();
    }

    /** A file without packets. */
    PcapWriter(Path file, int linkType) throws IOException {
        super(file);
        this.linkType = linkType;
        interfaceId = 0;
        nanos = false;
        header();
    }

    private void header() throws IOException {
        room(FILE_HEADER)
                .putInt(nanos ? NANOS_MAGIC : MICROS_MAGIC)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(SNAP_LENGTH)
                .putInt(linkType);
    }

    @Override
    boolean takes(RawPacket packet) {
        long seconds = Math.floorDiv(packet.timeNanos(), NANOS_OF_SECOND);
        return packet.linkType() == linkType
                && packet.interfaceId() == interfaceId
                && fine(packet) == nanos
                && seconds >= 0
                && seconds <= MAX_LENGTH;
    }

    @Override
    void write(RawPacket packet) throws IOException {
        long time = packet.timeNanos();
        long fraction = Math.floorMod(time, NANOS_OF_SECOND);
        ByteBuffer out = room(RECORD_HEADER + packet.captured());
        out.putInt((int) Math.floorDiv(time, NANOS_OF_SECOND))
                .putInt((int) (nanos ? fraction : fraction / MICROSECOND))
                .putInt(packet.captured())
                .putInt((int) Math.min(packet.original(), MAX_LENGTH))
                .put(packet.bytes(), packet.offset(), packet.captured());
    }

    private static boolean fine(RawPacket packet) {
        return packet.resolutionNanos() % MICROSECOND != 0;
    }
}
