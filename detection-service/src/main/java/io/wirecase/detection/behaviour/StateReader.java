package io.wirecase.detection.behaviour;

import io.wirecase.core.measure.DistinctSample;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link StateWriter} wrote, in the same order. Not thread-safe. */
public final class StateReader {

    private static final int GROUP = 7;
    private static final int MORE = 0x80;

    private final ByteBuffer in;

    /**
     * Begins behind the version.
     *
     * @throws IllegalArgumentException for another version than the one that is known
     */
    public StateReader(byte[] bytes, int version) {
        in = ByteBuffer.wrap(bytes);
        if (bytes.length == 0 || in.get() != version) {
            throw new IllegalArgumentException("state of another version than " + version);
        }
    }

    /** Whether anything is left. */
    public boolean more() {
        return in.hasRemaining();
    }

    /** A number of 0 or more. @throws BufferUnderflowException behind the end */
    public long count() {
        long value = 0;
        for (int shift = 0; ; shift += GROUP) {
            int next = in.get();
            value |= (long) (next & MORE - 1) << shift;
            if ((next & MORE) == 0) {
                return value;
            }
        }
    }

    /** All 64 bits. */
    public long bits() {
        return in.getLong();
    }

    /** Bytes behind their number. */
    public byte[] block() {
        byte[] bytes = new byte[(int) count()];
        in.get(bytes);
        return bytes;
    }

    /** Text. */
    public String text() {
        return new String(block(), StandardCharsets.UTF_8);
    }

    /** A sample of at most so many. */
    public DistinctSample sample(int limit) {
        int level = (int) count();
        long[] hashes = new long[(int) count()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = bits();
        }
        DistinctSample sample = new DistinctSample(limit);
        sample.restore(level, hashes);
        return sample;
    }
}
