package io.wirecase.capture.application.stream;

import io.wirecase.core.net.Party;
import java.util.Arrays;

/** Bytes that one side sent in one packet: the next in TCP order, or a datagram's payload. A view, not a copy. */
public final class Chunk {

    private final Party sender;
    private final byte[] bytes;
    private final int offset;
    private final int length;
    private final long timeNanos;
    private final long packet;

    /**
     * A view of a range that must lie inside the array.
     *
     * @param sender who sent it
     * @param bytes the array it is in, not changed while the view lives
     * @param offset where it begins
     * @param length how long it is, 0 or more
     * @param timeNanos capture time of its packet
     * @param packet number of its packet
     */
    public Chunk(Party sender, byte[] bytes, int offset, int length, long timeNanos, long packet) {
        this.sender = sender;
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
        this.timeNanos = timeNanos;
        this.packet = packet;
    }

    /** Who sent it. */
    public Party sender() {
        return sender;
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }

    /** Capture time of its packet. */
    public long timeNanos() {
        return timeNanos;
    }

    /** Number of its packet. */
    public long packet() {
        return packet;
    }

    /**
     * A byte as 0 to 255.
     *
     * @param index 0 to below {@link #length()}
     */
    public int at(int index) {
        return bytes[offset + index] & 0xFF;
    }

    /** The rest of it from an index, 0 to {@link #length()}. */
    public Chunk from(int index) {
        return new Chunk(sender, bytes, offset + index, length - index, timeNanos, packet);
    }

    /** The same with an array of its own, so that the caller's may be reused. */
    public Chunk copy() {
        return new Chunk(sender, Arrays.copyOfRange(bytes, offset, offset + length), 0, length, timeNanos, packet);
    }

    /** A reader over all of it. */
    public ByteReader reader() {
        return new ByteReader(bytes, offset, length);
    }

    /** Copies a range of it into an array. */
    public void copyTo(byte[] target, int targetOffset, int from, int count) {
        System.arraycopy(bytes, offset + from, target, targetOffset, count);
    }
}
