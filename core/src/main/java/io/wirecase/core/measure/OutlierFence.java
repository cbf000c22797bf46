package io.wirecase.core.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * From where on an amount stands apart from others of its kind. Amounts of traffic spread over powers of ten, so the
 * fence is set on logarithms, and by median and MAD, which the outliers themselves do not move.
 *
 * @param n amounts measured
 * @param median their median
 * @param spread 1.4826 times the MAD of {@code ln(x + 1)}, or null below {@link #MIN_N}
 * @param limit the greatest amount that is still ordinary, or null below {@link #MIN_N}: not measurable
 */
public record OutlierFence(
        int n,
        double median,
        @Nullable Double spread,
        @Nullable Double limit) {

    /** The least number of amounts for a fence: below it one odd amount in five is chance. */
    public static final int MIN_N = 20;

    /** Spreads above the median: beyond five lies one in three million of a lognormal law. */
    public static final double SPREADS = 5;

    /** An amount less than this many times the median is never apart, however alike the others are. */
    public static final double LEAST_RATIO = 10;

    /** The formula of the limit, as claims state it. */
    public static final String FORMULA = "(median(x) + 1) * max(10, exp(5 * 1.4826 * MAD(ln(x + 1)))) - 1";

    /**
     * Sets a fence.
     *
     * @param amounts at least one, each 0 or more
     * @throws IllegalArgumentException without amounts
     */
    public static OutlierFence of(double[] amounts) {
        double median = Statistics.median(amounts);
        if (amounts.length < MIN_N) {
            return new OutlierFence(amounts.length, median, null, null);
        }
        double spread =
                Statistics.spread(Arrays.stream(amounts).map(Math::log1p).toArray());
        double ratio = Math.max(LEAST_RATIO, Math.exp(SPREADS * spread));
        return new OutlierFence(amounts.length, median, spread, (median + 1) * ratio - 1);
    }

    /** Whether an amount lies beyond the fence; never where there is none. */
    public boolean beyond(double amount) {
        return limit != null && amount > limit;
    }
}
