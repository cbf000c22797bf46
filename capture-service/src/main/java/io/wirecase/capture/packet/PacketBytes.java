package io.wirecase.capture.packet;

/** A packet's bytes in network order the place decoding has reached in them, and the payload it found. */
abstract sealed class PacketBytes permits NetworkHeader {

    byte[] bytes = new byte[0];
    /** Where decoding is. */
    int at;
    /** Behind the last byte recorded. */
    int end;
    /** Bytes on the wire that were not recorded. */
    long unrecorded;

    int payloadAt;
    long payloadBytes;

    /** Bytes recorded from here on. */
    int left() {
        return end - at;
    }

    /** Bytes on the wire from here on. */
    long leftOnWire() {
        return end - at + unrecorded;
    }

    /** Why a header that needs so many bytes is not there: the capture cut it off, or it never was. */
    Outcome tooShort(int needed, Outcome otherwise) {
        return needed <= leftOnWire() ? Outcome.CUT_BY_CAPTURE : otherwise;
    }

    int u8(int index) {
        return bytes[index] & 0xFF;
    }

    int u16(int index) {
        return (bytes[index] & 0xFF) << 8 | bytes[index + 1] & 0xFF;
    }

    int i32(int index) {
        return u16(index) << 16 | u16(index + 2);
    }

    long u32(int index) {
        return i32(index) & 0xFFFF_FFFFL;
    }

    long i64(int index) {
        return u32(index) << 32 | u32(index + 4);
    }

    long u48(int index) {
        return (long) u16(index) << 32 | u32(index + 2);
    }

    /** The array that holds the packet. */
    public byte[] bytes() {
        return bytes;
    }

    /** Index of the first payload byte in {@link #bytes()}. */
    public int payloadAt() {
        return payloadAt;
    }

    /** Payload bytes by the length fields; more than {@link #payloadCaptured()} in a packet that was cut. */
    public long payloadBytes() {
        return payloadBytes;
    }

    /** Payload bytes recorded. */
    public int payloadCaptured() {
        return (int) Math.min(payloadBytes, Math.max(0, end - payloadAt));
    }
}
