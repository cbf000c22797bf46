package io.wirecase.capture.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A window that moves over a content of any size: the only memory that reading a capture takes. Packets are handed out
 * where they lie in it. Indices count in {@link #bytes()} and hold until the next call of {@link #have} or
 * {@link #skip}; one outside what {@link #have} promised is a bug of the caller.
 */
final class ByteWindow implements Closeable {

    /** The most bytes that are there at once: more than the largest packet with its header. */
    static final int CAPACITY = 512 * 1024;

    private static final VarHandle BIG_INT = view(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_INT = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_SHORT = view(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_SHORT = view(short[].class, ByteOrder.LITTLE_ENDIAN);

    private final Content content;
    private final byte[] bytes = new byte[CAPACITY];
    private int from;
    private int to;
    private long before;
    private boolean ended;

    ByteWindow(Content content) {
        this.content = content;
    }

    private static VarHandle view(Class<?> type, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(type, order);
    }

    /**
     * Looks ahead.
     *
     * @param length how many bytes are wanted, at most {@link #CAPACITY}
     * @return how many are there from {@link #at()}: fewer than wanted only at the end
     */
    int have(int length) {
        if (to - from < length && !ended) {
            if (bytes.length - from < length) {
                System.arraycopy(bytes, from, bytes, 0, to - from);
                before += from;
                to -= from;
                from = 0;
            }
            fill(length);
        }
        return to - from;
    }

    private void fill(int length) {
        try {
            while (to - from < length && !ended) {
                int got = content.read(bytes, to, bytes.length - to);
                ended = got < 0;
                to += Math.max(0, got);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Steps over bytes; over fewer when the content ends. Returns over how many. */
    long skip(long length) {
        long left = length;
        while (left > to - from) {
            left -= to - from;
            from = to;
            if (have(1) == 0) {
                return length - left;
            }
        }
        from += (int) left;
        return length;
    }

    /** The array that the window is. */
    byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes()} it stands. */
    int at() {
        return from;
    }

    /** Where in the content it stands. */
    long position() {
        return before + from;
    }

    /** Bytes taken from the file so far; with a content that is not compressed, beyond {@link #position()}. */
    long taken() {
        return content.taken();
    }

    /** Why the content ended before its end, or null. Known when {@link #have} gave fewer bytes than wanted. */
    @Nullable
    String fault() {
        return content.fault();
    }

    int u8(int index) {
        return bytes[index] & 0xFF;
    }

    int u16(int index, boolean big) {
        return (short) (big ? BIG_SHORT : LITTLE_SHORT).get(bytes, index) & 0xFFFF;
    }

    long u32(int index, boolean big) {
        return (int) (big ? BIG_INT : LITTLE_INT).get(bytes, index) & 0xFFFF_FFFFL;
    }

    long i64(int index, boolean big) {
        return big ? u32(index, true) << 32 | u32(index + 4, true) : u32(index + 4, false) << 32 | u32(index, false);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
