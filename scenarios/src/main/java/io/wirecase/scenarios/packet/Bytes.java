package io.wirecase.scenarios.packet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer in network byte order. Not thread-safe. */
public final class Bytes {
    private byte[] data = new byte[64];
    private int size;

    /** Appends the lowest 8 bits. */
    public Bytes u8(int value) {
        room(1);
        data[size++] = (byte) value;
        return this;
    }

    /** Appends the lowest 16 bits. */
    public Bytes u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    /** Appends the lowest 24 bits. */
    public Bytes u24(int value) {
        return u8(value >>> 16).u16(value);
    }

    /** Appends the lowest 32 bits. */
    public Bytes u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    /** Appends the bytes as they are. */
    public Bytes raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, data, size, more.length);
        size += more.length;
        return this;
    }

    /** Appends text, one byte a character (ISO 8859-1). */
    public Bytes text(String more) {
        return raw(more.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Appends a block preceded by its length in 16 bits. */
    public Bytes block16(byte[] more) {
        return u16(more.length).raw(more);
    }

    /** Appends a block preceded by its length in 8 bits. */
    public Bytes block8(byte[] more) {
        return u8(more.length).raw(more);
    }

    /** Appends zeros until the buffer is at least this long. */
    public Bytes padTo(int length) {
        while (size < length) {
            u8(0);
        }
        return this;
    }

    /** Overwrites 16 bits at a place already written: how checksums get in. */
    public Bytes patch16(int at, int value) {
        data[at] = (byte) (value >>> 8);
        data[at + 1] = (byte) value;
        return this;
    }

    /** Bytes written so far. */
    public int size() {
        return size;
    }

    /** A copy of what was written. */
    public byte[] toArray() {
        return Arrays.copyOf(data, size);
    }

    private void room(int more) {
        if (size + more > data.length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
        }
    }
}
