package io.wirecase.detection.timing;

import io.wirecase.core.measure.Comb;
import io.wirecase.core.measure.Timing;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A series that kept one period and then another.
 *
 * @param before the first period
 * @param after the second
 * @param p the larger of both chances
 * @param atNanos when the second began
 */
record PeriodChange(Comb before, Comb after, double p, long atNanos) {

    private static final int LEAST_EACH = 12;
    private static final int PARTS = 8;
    private static final double LEAST_RATIO = 1.2;

    /** Looks for a change at an eighth, two eighths and so on of the starts, ascending; the clearest, or null. */
    static @Nullable PeriodChange in(long[] starts, long seed) {
        PeriodChange best = null;
        for (int part = 1; part < PARTS; part++) {
            int at = starts.length * part / PARTS;
            if (at >= LEAST_EACH && starts.length - at >= LEAST_EACH) {
                PeriodChange change = at(starts, at, seed);
                best = change != null && (best == null || change.jitter() < best.jitter()) ? change : best;
            }
        }
        return best;
    }

    private static @Nullable PeriodChange at(long[] starts, int at, long seed) {
        Timing first = Timing.brief(Arrays.copyOf(starts, at), seed);
        Comb before = Series.period(first);
        if (before == null) {
            return null;
        }
        Timing second = Timing.brief(Arrays.copyOfRange(starts, at, starts.length), seed);
        Comb after = Series.period(second);
        return after == null || !apart(before, after)
                ? null
                : new PeriodChange(before, after, Math.max(Series.p(first), Series.p(second)), starts[at]);
    }

    /** Neither within the other's bounds nor close. */
    private static boolean apart(Comb one, Comb other) {
        double ratio = one.periodSeconds() / other.periodSeconds();
        return Math.max(ratio, 1 / ratio) >= LEAST_RATIO && (one.high() < other.low() || other.high() < one.low());
    }

    private double jitter() {
        return before.jitter() + after.jitter() + before.missRate() + after.missRate();
    }
}
