package io.wirecase.capture.tcp;

import java.util.Arrays;

/** TCP payload as it was in one packet. Immutable; the array may be the packet's own and then lives as long. */
public final class Segment {

    private final byte[] bytes;
    private final int offset;
    private final int captured;
    private final long length;
    private final long timeNanos;
    private final long packet;

    /**
     * Payload in an array.
     *
     * @param bytes the array it is in
     * @param offset where it begins
     * @param captured bytes that are there
     * @param length bytes there were on the wire, at least as many
     * @param timeNanos capture time of the packet
     * @param packet the packet's number
     */
    Segment(byte[] bytes, int offset, int captured, long length, long timeNanos, long packet) {
        this.bytes = bytes;
        this.offset = offset;
        this.captured = captured;
        this.length = length;
        this.timeNanos = timeNanos;
        this.packet = packet;
    }

    /** The array it is in; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where in the array it begins. */
    public int offset() {
        return offset;
    }

    /** Bytes that are there. */
    public int captured() {
        return captured;
    }

    long length() {
        return length;
    }

    /** Capture time of its packet. */
    public long timeNanos() {
        return timeNanos;
    }

    /** Number of its packet in the capture. */
    public long packet() {
        return packet;
    }

    /** The part from one byte of it to another. */
    Segment part(long from, long to) {
        int start = (int) Math.min(from, captured);
        int stop = (int) Math.min(to, captured);
        return new Segment(bytes, offset + start, stop - start, to - from, timeNanos, packet);
    }

    /** One with bytes of its own. */
    Segment kept() {
        // A packet cut inside its headers has a payload that begins behind what was captured.
        byte[] own = captured == 0 ? new byte[0] : Arrays.copyOfRange(bytes, offset, offset + captured);
        return new Segment(own, 0, captured, length, timeNanos, packet);
    }
}
