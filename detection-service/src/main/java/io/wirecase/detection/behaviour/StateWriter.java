package io.wirecase.detection.behaviour;

import io.wirecase.core.measure.DistinctSample;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a state as few bytes: numbers in as many groups of seven bits as they need. Not thread-safe. */
public final class StateWriter {

    private static final int GROUP = 7;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Begins with a version. */
    public StateWriter(int version) {
        out.write(version);
    }

    /** Writes numbers of 0 or more. */
    public StateWriter counts(long... values) {
        for (long value : values) {
            long left = value;
            while ((left & -MORE) != 0) {
                out.write((int) left & MORE - 1 | MORE);
                left >>>= GROUP;
            }
            out.write((int) left);
        }
        return this;
    }

    /** Writes all 64 bits. */
    public StateWriter bits(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write((int) (value >>> shift));
        }
        return this;
    }

    /** Writes bytes behind their number. */
    public StateWriter block(byte[] bytes) {
        counts(bytes.length);
        out.writeBytes(bytes);
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
        return out.toByteArray();
    }
}
