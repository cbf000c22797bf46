package io.wirecase.capture.application.stream;

import io.wirecase.core.net.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads numbers in network order from a range of bytes. It never leaves the range: reading past its end gives 0 and
 * sets {@link #overrun()}, so that a parser of hostile bytes checks once, at the end.
 */
public final class ByteReader {

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int next;
    private boolean overrun;

    /** Reads a range that must lie inside the array. */
    public ByteReader(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.start = offset;
        this.end = offset + length;
        this.next = offset;
    }

    /** Another reader over the same range, at its start. */
    public ByteReader copy() {
        return new ByteReader(bytes, start, end - start);
    }

    /** Whether something was asked for that was not there. */
    public boolean overrun() {
        return overrun;
    }

    /** Bytes from the start of the range to the next one. */
    public int position() {
        return next - start;
    }

    /** Bytes not read yet. */
    public int remaining() {
        return end - next;
    }

    /** All bytes of the range. */
    public int length() {
        return end - start;
    }

    /** Goes to a position; beyond the range it goes to the end and is an overrun. */
    public void seek(int position) {
        if (position < 0 || position > end - start) {
            overrun = true;
            next = end;
        } else {
            next = start + position;
        }
    }

    /** Leaves out so many bytes. */
    public void skip(int count) {
        if (count < 0 || count > remaining()) {
            overrun = true;
            next = end;
        } else {
            next += count;
        }
    }

    /** The next byte, 0 to 255. */
    public int u8() {
        if (next >= end) {
            overrun = true;
            return 0;
        }
        return bytes[next++] & 0xFF;
    }

    /** The next two bytes, 0 to 65535. */
    public int u16() {
        int high = u8();
        return high << 8 | u8();
    }

    /** The next two bytes, the lower first, 0 to 65535. */
    public int u16le() {
        int low = u8();
        return u8() << 8 | low;
    }

    /** The next four bytes, the lowest first, 0 to 2^32-1. */
    public long u32le() {
        int low = u16le();
        return (long) u16le() << 16 | low;
    }

    /** The next three bytes, 0 to 2^24-1. */
    public int u24() {
        int high = u16();
        return high << 8 | u8();
    }

    /** The next four bytes, 0 to 2^32-1. */
    public long u32() {
        long high = u16();
        return high << 16 | u16();
    }

    /** A reader over the next bytes, which are then left out here; cut to what there is. */
    public ByteReader slice(int count) {
        int its = Math.clamp(count, 0, remaining());
        ByteReader slice = new ByteReader(bytes, next, its);
        if (its != count) {
            overrun = true;
        }
        next += its;
        return slice;
    }

    /** The next bytes as an array of their own; cut to what there is. */
    public byte[] take(int count) {
        ByteReader slice = slice(count);
        return Arrays.copyOfRange(bytes, slice.start, slice.end);
    }

    /**
     * All that is left as numbers in network order; bytes that make no whole number are left.
     *
     * @param width bytes of each, 1 or 2
     */
    public int[] numbers(int width) {
        int[] numbers = new int[remaining() / width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = width == 2 ? u16() : u8();
        }
        return numbers;
    }

    /** The next bytes as text, one char a byte; cut to what there is. */
    public UntrustedText text(int count) {
        ByteReader slice = slice(count);
        int its = Math.min(slice.length(), UntrustedText.MAX_LENGTH);
        return new UntrustedText(new String(bytes, slice.start, its, StandardCharsets.ISO_8859_1));
    }

    /** The next bytes up to a zero, as text, one char a byte; the zero is left out. Without a zero, all there are. */
    public String untilZero() {
        int from = next;
        while (next < end && bytes[next] != 0) {
            next++;
        }
        String text = new String(bytes, from, next - from, StandardCharsets.ISO_8859_1);
        if (next < end) {
            next++;
        } else {
            overrun = true;
        }
        return text;
    }

    /** A byte of the range by its index, or -1 outside the range. Does not move. */
    public int peek(int index) {
        return index < 0 || index >= end - start ? -1 : bytes[start + index] & 0xFF;
    }
}
