package io.wirecase.core.measure;

/** Intervals that follow a rule of their own: retries that wait twice as long each time, and time servers' polls. */
final class Steps {

    private static final int DOUBLINGS = 3;
    private static final double LEAST_RATIO = 1.8;
    private static final double MOST_RATIO = 2.2;

    private static final double DOUBLING_SHARE = 0.15;
    private static final double POWERS = 0.8;
    private static final double NEAR = 0.1;
    /** A poll steps down once in so many intervals at most. */
    private static final int SELDOM = 12;
    /** A poll of 8 seconds is the shortest there is (RFC 5905, section 7.2: 2^4 usual, 2^3 in a burst). */
    private static final double SHORTEST_POLL = 7;

    private Steps() {}

    /** Three times in a row and more an interval takes about twice as long as the one before; not once in many. */
    static boolean doubling(double[] intervals) {
        int run = 0;
        int inRuns = 0;
        for (int i = 1; i < intervals.length; i++) {
            double ratio = intervals[i] / intervals[i - 1];
            run = ratio >= LEAST_RATIO && ratio <= MOST_RATIO ? run + 1 : 0;
            inRuns += run == DOUBLINGS ? DOUBLINGS : run > DOUBLINGS ? 1 : 0;
        }
        return inRuns >= DOUBLINGS && inRuns >= DOUBLING_SHARE * intervals.length;
    }

    /**
     * Nearly all intervals are powers of two seconds, and they step up: a poll that adapts (RFC 5905). A period of a
     * power of two with missed beats goes up and down.
     */
    static boolean powersOfTwo(double[] intervals) {
        int near = 0;
        int down = 0;
        long seen = 0;
        long last = 0;
        for (double interval : intervals) {
            long power = Math.round(Math.log(interval) / Math.log(2));
            if (interval >= SHORTEST_POLL && Math.abs(interval / Math.pow(2, (double) power) - 1) <= NEAR) {
                near++;
                down += power < last ? 1 : 0;
                seen |= 1L << power;
                last = power;
            }
        }
        int powers = Long.bitCount(seen);
        boolean steps = down == 0 ? powers > 1 : powers > 2 && down <= Math.max(1, intervals.length / SELDOM);
        return steps && near > POWERS * intervals.length;
    }
}
