package io.wirecase.scenarios.bulk;

import java.util.SplittableRandom;

/** Spans of time in nanoseconds, and chance over them. */
final class Times {

    static final long MICRO = 1_000L;
    static final long MILLI = 1_000_000L;
    static final long SECOND = 1_000_000_000L;

    private Times() {}

    static long seconds(double seconds) {
        return (long) (seconds * SECOND);
    }

    /** A span between two, evenly. */
    static long between(SplittableRandom chance, long least, long most) {
        return least + chance.nextLong(most - least);
    }

    /** The wait for the next of events that come independently at a mean distance. */
    static long poisson(SplittableRandom chance, double meanNanos) {
        return (long) (-StrictMath.log(1 - chance.nextDouble()) * meanNanos);
    }

    /** A size as transfers have them: most small, few very large (log-normal). */
    static long size(SplittableRandom chance, double median, double sigma, long most) {
        double normal = StrictMath.sqrt(-2 * StrictMath.log(1 - chance.nextDouble()))
                * StrictMath.cos(2 * Math.PI * chance.nextDouble());
        return (long) Math.clamp(median * StrictMath.exp(sigma * normal), 1.0, (double) most);
    }
}
