package io.wirecase.capture.source;

import java.util.Arrays;

/**
 * One packet as recorded: times, lengths and bytes. Mutable and reused, so that reading millions allocates nothing; its
 * bytes are valid until the source's next packet.
 */
public final class RawPacket {

    private byte[] bytes = new byte[0];
    private int offset;
    private int captured;
    private long original;
    private long timeNanos;
    private long resolutionNanos = 1;
    private int linkType;
    private int interfaceId;
    private long number;

    /** An empty packet to be filled. */
    public RawPacket() {}

    /**
     * Says which bytes were recorded.
     *
     * @param array holds the bytes; not copied
     * @param from index of the first
     * @param length how many, at least 0
     * @param onWire how long the packet was on the wire; a smaller value than length is raised to it
     */
    public RawPacket data(byte[] array, int from, int length, long onWire) {
        if (from < 0 || length < 0 || from > array.length - length) {
            throw new IllegalArgumentException("no bytes " + from + " +" + length + " in " + array.length);
        }
        bytes = array;
        offset = from;
        captured = length;
        original = Math.max(onWire, length);
        return this;
    }

    /**
     * Says when it was recorded.
     *
     * @param nanos nanoseconds since 1970-01-01T00:00Z
     * @param resolution the clock's step in nanoseconds, at least 1
     */
    public RawPacket time(long nanos, long resolution) {
        timeNanos = nanos;
        resolutionNanos = resolution;
        return this;
    }

    /**
     * Says where it came from.
     *
     * @param type the link type (tcpdump.org's LINKTYPE registry)
     * @param iface the interface's number, from 0 over the whole source
     * @param packetNumber its number in the source, from 1
     */
    public RawPacket origin(int type, int iface, long packetNumber) {
        linkType = type;
        interfaceId = iface;
        number = packetNumber;
        return this;
    }

    /**
     * One of its own, to be kept.
     *
     * @param withBytes whether its bytes are copied; without, as many are said to be recorded as are there: none
     */
    public RawPacket kept(boolean withBytes) {
        byte[] own = withBytes ? Arrays.copyOfRange(bytes, offset, offset + captured) : new byte[0];
        return new RawPacket()
                .data(own, 0, own.length, original)
                .time(timeNanos, resolutionNanos)
                .origin(linkType, interfaceId, number);
    }

    /** The array that holds its bytes, from {@link #offset()}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Index of its first byte in {@link #bytes()}. */
    public int offset() {
        return offset;
    }

    /** Bytes recorded. */
    public int captured() {
        return captured;
    }

    /** Bytes on the wire, as the source states them; never below {@link #captured()}. */
    public long original() {
        return original;
    }

    /** When it was recorded, nanoseconds since 1970-01-01T00:00Z. */
    public long timeNanos() {
        return timeNanos;
    }

    /** The step of the clock that told its time, in nanoseconds. */
    public long resolutionNanos() {
        return resolutionNanos;
    }

    /** Its link type (tcpdump.org's LINKTYPE registry). */
    public int linkType() {
        return linkType;
    }

    /** The interface it was recorded on, from 0 over the whole source. */
    public int interfaceId() {
        return interfaceId;
    }

    /** Its number in the source, from 1. */
    public long number() {
        return number;
    }
}
