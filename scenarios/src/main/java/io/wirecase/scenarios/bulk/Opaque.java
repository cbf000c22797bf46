package io.wirecase.scenarios.bulk;

import java.util.SplittableRandom;

/** Bytes without meaning, as encrypted or packed content has: cut from one large block, so that a gigabyte is quick. */
final class Opaque {

    private static final int SIZE = 1 << 20;
    private static final byte[] BLOCK = new byte[SIZE];

    static {
        new SplittableRandom(7).nextBytes(BLOCK);
    }

    private Opaque() {}

    /** Fills a range with the bytes that a content has from an offset on. */
    static void fill(byte[] into, int at, int length, long content, long offset) {
        int from = (int) ((content * 7919 + offset) & SIZE - 1);
        int first = Math.min(length, SIZE - from);
        System.arraycopy(BLOCK, from, into, at, first);
        System.arraycopy(BLOCK, 0, into, at + first, length - first);
    }

    static byte[] bytes(SplittableRandom chance, int length) {
        byte[] bytes = new byte[length];
        fill(bytes, 0, length, chance.nextInt(SIZE), 0);
        return bytes;
    }
}
