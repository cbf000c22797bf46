package io.wirecase.detection.timing;

import java.util.Arrays;

/** Whether many intervals of a series are alike: what a clock with missed beats has, and chance has not. */
final class Alike {

    private static final double SHARE = 0.3;
    private static final double WITHIN = 1.2;
    private static final int LEAST = 3;
    private static final long SHORTEST = 1_000_000_000L;

    private Alike() {}

    /** Whether a share of the intervals lies within a tenth around one of them. Ascending times. */
    static boolean many(long[] starts) {
        long[] intervals = new long[Math.max(0, starts.length - 1)];
        int count = 0;
        for (int i = 0; i < intervals.length; i++) {
            long interval = starts[i + 1] - starts[i];
            if (interval >= SHORTEST) {
                intervals[count++] = interval;
            }
        }
        Arrays.sort(intervals, 0, count);
        int most = 0;
        int from = 0;
        for (int to = 0; to < count; to++) {
            while (intervals[to] > WITHIN * intervals[from]) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most >= LEAST && most >= SHARE * count;
    }
}
