package io.wirecase.capture.tcp;

/** Bytes that all flows together may keep out of order. */
public final class ByteBudget {

    private final long limit;
    private long used;
    private long skipped;

    /** All of so many bytes left. */
    public ByteBudget(long limit) {
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
    public long used() {
        return used;
    }

    /** Counts bytes that were no longer waited for, since there was no room for those behind them. */
    void skip(long bytes) {
        skipped += bytes;
    }

    /** Bytes that were no longer waited for. */
    public long skipped() {
        return skipped;
    }
}
