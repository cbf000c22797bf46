package io.wirecase.capture.application.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes gathered up to a limit; what comes after is left out. */
public final class Gathered {

    private static final int FIRST = 256;

    private final int limit;
    private byte[] bytes = new byte[0];
    private int length;

    /** Keeps at most so many bytes. */
    public Gathered(int limit) {
        this.limit = limit;
    }

    /** How many there are. */
    public int length() {
        return length;
    }

    /** Bytes of memory they take; room for more is a part of it. */
    public int held() {
        return bytes.length;
    }

    /** Whether no more fit. */
    public boolean full() {
        return length >= limit;
    }

    /** Takes a range of a chunk, as much as fits. */
    public void add(Chunk chunk, int from, int count) {
        int fits = Math.min(count, limit - length);
        if (fits <= 0) {
            return;
        }
        if (length + fits > bytes.length) {
            int grown = Math.max(FIRST, Math.max(length + fits, bytes.length * 2));
            bytes = Arrays.copyOf(bytes, Math.min(limit, grown));
        }
        chunk.copyTo(bytes, length, from, fits);
        length += fits;
    }

    /** Forgets the first bytes. */
    public void drop(int count) {
        int its = Math.min(count, length);
        System.arraycopy(bytes, its, bytes, 0, length - its);
        length -= its;
    }

    /** Forgets all and gives the memory back. */
    public void clear() {
        bytes = new byte[0];
        length = 0;
    }

    /**
     * A byte as 0 to 255.
     *
     * @param index 0 to below {@link #length()}
     */
    public int at(int index) {
        return bytes[index] & 0xFF;
    }

    /** A reader over all of it, good until the next change. */
    public ByteReader reader() {
        return new ByteReader(bytes, 0, length);
    }

    /** A range as text, one char a byte. */
    public String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
