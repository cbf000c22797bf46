package io.wirecase.capture.flow;

/** Bytes that all flows together may keep out of order. */
final class ByteBudget {

    private final long limit;
    private long used;

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
}
