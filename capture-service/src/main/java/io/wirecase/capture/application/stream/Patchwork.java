package io.wirecase.capture.application.stream;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Bytes that come in pieces, in any order and some twice, put in their places up to a limit. Where pieces overlap the
 * first one stays.
 */
public final class Patchwork {

    private static final int FIRST = 2048;

    private final int limit;
    private final BitSet filled = new BitSet();
    private byte[] bytes = new byte[0];

    /** Holds the first so many bytes; those behind are left out. */
    public Patchwork(int limit) {
        this.limit = limit;
    }

    /**
     * Puts a piece in its place, as much of it as lies within the limit.
     *
     * @param offset where it belongs; of one that is negative or beyond the limit nothing is taken
     * @param piece all that is left of it is read
     */
    public void put(long offset, ByteReader piece) {
        if (offset < 0 || offset >= limit) {
            return;
        }
        int from = (int) offset;
        int end = (int) Math.min(limit, offset + piece.remaining());
        byte[] its = piece.take(end - from);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(FIRST, Math.max(end, bytes.length * 2))));
        }
        for (int hole = filled.nextClearBit(from); hole < end; hole = filled.nextClearBit(hole)) {
            int next = filled.nextSetBit(hole);
            int until = next < 0 ? end : Math.min(end, next);
            System.arraycopy(its, hole - from, bytes, hole, until - hole);
            filled.set(hole, until);
        }
    }

    /** How many bytes there are from the first one on without a hole. */
    public int ready() {
        return filled.nextClearBit(0);
    }

    /** Bytes of memory it takes. */
    public int held() {
        return bytes.length + bytes.length / Byte.SIZE;
    }

    /** Whether all of the limit is filled. */
    public boolean full() {
        return ready() >= limit;
    }

    /** A reader over the bytes before the first hole, good until the next piece. */
    public ByteReader reader() {
        return new ByteReader(bytes, 0, ready());
    }
}
