package io.wirecase.core.measure;

import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a period counts from. A program that starts by a clock keeps its phase: how far a start is off does not add up.
 * One that sleeps counts each delay from the last start, so its phase wanders off.
 */
public enum Clock {
    /** Bound to a clock: a timer unit, cron, a schedule. */
    ANCHORED,
    /** Each delay counts from the last start: a loop that sleeps. */
    SLEEPING;

    private static final int SHUFFLES = 199;
    private static final int LEAST = 8;
    private static final int LEAST_SLEEPING = 12;
    private static final double ALPHA = 0.01;
    private static final double UNLIKE = 0.05;
    /** A jitter of less than this share of the period adds up to nothing within what is seen. */
    private static final double STEADY = 0.005;

    /** The word in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Compares how far starts lie off an even comb with the same intervals in any other order: a sleeping clock does
     * not care for the order, an anchored one needs a long interval behind a short one.
     *
     * @param intervals seconds between starts
     * @param beats beats in each
     * @param period the period
     * @return null where the starts do not tell
     */
    static @Nullable Clock of(double[] intervals, long[] beats, double period, long seed) {
        int n = intervals.length;
        if (n < LEAST) {
            return null;
        }
        double[] off = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            off[i] = intervals[i] - beats[i] * period;
            mean += off[i] / n;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            off[i] -= mean;
            squares += off[i] * off[i];
        }
        if (Math.sqrt(squares / n) < STEADY * period) {
            return null;
        }
        double seen = wander(off);
        SplittableRandom random = new SplittableRandom(seed);
        int less = 0;
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            Draws.shuffle(off, random);
            less += wander(off) <= seen ? 1 : 0;
        }
        double p = (1.0 + less) / (SHUFFLES + 1);
        if (p <= ALPHA) {
            return ANCHORED;
        }
        return p > UNLIKE && n >= LEAST_SLEEPING ? SLEEPING : null;
    }

    /** The variance of the phase. */
    private static double wander(double[] off) {
        double at = 0;
        double sum = 0;
        double squares = 0;
        for (double step : off) {
            at += step;
            sum += at;
            squares += at * at;
        }
        return squares / off.length - sum / off.length * (sum / off.length);
    }
}
