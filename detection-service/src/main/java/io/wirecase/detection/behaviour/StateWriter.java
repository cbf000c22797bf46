package io.wirecase.detection.behaviour;

import io.wirecase.core.measure.DistinctSample;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a state as few bytes: numbers in as many groups of seven bits as they need. States are written once a subject
 * and block of flows, so it does without a stream's locks. Not thread-safe.
 */
public final class StateWriter {

    private static final int GROUP = 7;
    private static final int MORE = 0x80;
    private static final int USUAL = 128;

    private byte[] out = new byte[USUAL];
    private int size;

    /** Begins with a version. */
    public StateWriter(int version) {
        put(version);
    }

    /** Writes numbers of 0 or more. */
    public StateWriter counts(long... values) {
        for (long value : values) {
            long left = value;
            while ((left & -MORE) != 0) {
                put((int) left & MORE - 1 | MORE);
                left >>>= GROUP;
            }
            put((int) left);
        }
        return this;
    }

    /** Writes all 64 bits. */
    public StateWriter bits(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            put((int) (value >>> shift));
        }
        return this;
    }

    /** Writes bytes behind their number. */
    public StateWriter block(byte[] bytes) {
        counts(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, out, size, bytes.length);
        size += bytes.length;
        return this;
    }

    /** Writes text. */
    public StateWriter text(String text) {
        return block(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a sample. */
    public StateWriter sample(DistinctSample sample) {
        long[] hashes = sample.hashes();
        counts(sample.level(), hashes.length);
        for (long hash : hashes) {
            bits(hash);
        }
        return this;
    }

    /** What was written. */
    public byte[] bytes() {
        return Arrays.copyOf(out, size);
    }

    private void put(int value) {
        room(1);
        out[size++] = (byte) value;
    }

    private void room(int more) {
        if (size + more > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
        }
    }
}
