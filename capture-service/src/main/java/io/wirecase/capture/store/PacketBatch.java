package io.wirecase.capture.store;

import io.wirecase.capture.source.RawPacket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Consecutive packets as pcap records, on their way to the disk. Used by one thread after the other. */
final class PacketBatch {

    /** The largest record is a quarter of it. */
    static final int BYTES = 1 << 20;

    static final int FILE_HEADER = 24;

    private static final int RECORD_HEADER = 16;
    private static final int NANOS_MAGIC = 0xA1B23C4D;
    private static final int MICROS_MAGIC = 0xA1B2C3D4;
    private static final short MAJOR = 2;
    private static final short MINOR = 4;
    /** libpcap's limit: what a reader must be ready for. */
    private static final int SNAP_LENGTH = 262_144;

    private static final long NANOS_OF_SECOND = 1_000_000_000L;
    private static final long MICROSECOND = 1_000;

    private final ByteBuffer records = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long firstNumber;
    private int packets;
    private long earliest;
    private long latest;
    private int linkType;
    private boolean nanos;

    boolean isEmpty() {
        return packets == 0;
    }

    /** Whether a packet goes on where this batch ends, and fits. */
    boolean takes(RawPacket packet) {
        return isEmpty()
                || packet.number() == firstNumber + packets
                        && packet.linkType() == linkType
                        && fine(packet) == nanos
                        && records.remaining() >= RECORD_HEADER + packet.captured();
    }

    /** Copies a packet that it {@link #takes}. */
    void add(RawPacket packet) {
        long time = packet.timeNanos();
        if (isEmpty()) {
            firstNumber = packet.number();
            linkType = packet.linkType();
            nanos = fine(packet);
            earliest = time;
            latest = time;
        }
        packets++;
        earliest = Math.min(earliest, time);
        latest = Math.max(latest, time);
        long fraction = Math.floorMod(time, NANOS_OF_SECOND);
        records.putInt((int) Math.floorDiv(time, NANOS_OF_SECOND))
                .putInt((int) (nanos ? fraction : fraction / MICROSECOND))
                .putInt(packet.captured())
                .putInt((int) Math.min(packet.original(), 0xFFFF_FFFFL))
                .put(packet.bytes(), packet.offset(), packet.captured());
    }

    /** Makes its bytes ready to be written. */
    ByteBuffer written() {
        return records.flip();
    }

    /** Makes it empty. */
    PacketBatch clear() {
        records.clear();
        packets = 0;
        return this;
    }

    /** The header of a file that begins with this batch. */
    ByteBuffer header() {
        return ByteBuffer.allocate(FILE_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(nanos ? NANOS_MAGIC : MICROS_MAGIC)
                .putShort(MAJOR)
                .putShort(MINOR)
                .putLong(0)
                .putInt(SNAP_LENGTH)
                .putInt(linkType)
                .flip();
    }

    /** Whether its packets go on in a file that began with a like batch. */
    boolean sameKind(int otherLinkType, boolean otherNanos) {
        return linkType == otherLinkType && nanos == otherNanos;
    }

    long firstNumber() {
        return firstNumber;
    }

    int packets() {
        return packets;
    }

    long earliest() {
        return earliest;
    }

    long latest() {
        return latest;
    }

    int linkType() {
        return linkType;
    }

    boolean nanos() {
        return nanos;
    }

    private static boolean fine(RawPacket packet) {
        return packet.resolutionNanos() < MICROSECOND;
    }
}
