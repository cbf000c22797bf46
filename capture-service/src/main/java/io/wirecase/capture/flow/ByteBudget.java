package io.wirecase.capture.flow;

/** Bytes that all flows together may keep out of order. */
final class ByteBudget {

    private final long limit;
    private long used;
    private long skipped;

    ByteBudget(long limit) {
        this.limit = limit;
    }

    /** Takes some, unless too few are left. */
    boolean take(int bytes) {
        if (used + bytes > limit) {
            return false;
        }
        used += bytes;
        return true;
    }

    void give(int bytes) {
        used -= bytes;
    }

    /** Bytes taken. */
    long used() {
        return used;
    }

    /** Counts bytes that were no longer waited for, since there was no room for those behind them. */
    void skip(long bytes) {
        skipped += bytes;
    }

    /** Bytes that were no longer waited for. */
    long skipped() {
        return skipped;
    }
}
