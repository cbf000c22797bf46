package io.wirecase.capture.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A compressed content that stops at a limit: what expands farther was made to keep a reader busy. */
final class Expanded implements Content {

    private final Content content;
    private final Limit limit;
    private long given;
    private @Nullable String fault;

    Expanded(Content content, Limit limit) {
        this.content = content;
        this.limit = limit;
    }

    /**
     * How far a content may expand.
     *
     * @param bytes the most bytes it may have
     * @param ratio how many bytes a byte of the file may become
     * @param free the ratio is not looked at below this many bytes
     */
    record Limit(long bytes, int ratio, long free) {

        /**
         * Captures shrink to a half or a tenth, floods of one packet to a hundredth; deflate can do a thousandth at
         * most, zstd far less. A tebibyte is more than any disk here takes as a capture.
         */
        static final Limit USUAL = new Limit(1L << 40, 500, 64L << 20);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (fault != null) {
            return -1;
        }
        int got = content.read(into, offset, length);
        given += Math.max(0, got);
        if (given > limit.bytes) {
            return stop("it expands to more than " + limit.bytes + " bytes, which is the most that is read");
        }
        if (given > limit.free && given / limit.ratio > content.taken()) {
            return stop("it expands to more than " + limit.ratio + " times its size, as a compression bomb does");
        }
        return got;
    }

    private int stop(String why) {
        fault = why;
        return -1;
    }

    @Override
    public long taken() {
        return content.taken();
    }

    @Override
    public @Nullable String fault() {
        return fault == null ? content.fault() : fault;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
