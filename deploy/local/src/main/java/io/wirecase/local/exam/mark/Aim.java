package io.wirecase.local.exam.mark;

/**
 * Something that has to hold.
 *
 * @param what in words
 * @param value what was measured
 * @param least whether the limit is the least allowed, or the most
 * @param limit it
 * @param n of how many it was measured; 0 where it was not
 */
public record Aim(String what, double value, boolean least, double limit, int n) {

    /** Whether it holds. */
    public boolean holds() {
        return least ? value >= limit : value <= limit;
    }
}
