package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How much was sent in each of several flows, and how alike the amounts are.
 *
 * @param n flows measured
 * @param min the smallest amount in bytes
 * @param median the median in bytes
 * @param max the largest in bytes
 * @param total the sum in bytes
 * @param consistency {@code 1 - min(1, 1.4826 MAD / max(median, 1))}, 0 to 1, or null below {@link #MIN_N} flows
 */
public record Volume(
        int n,
        long min,
        double median,
        long max,
        long total,
        @Nullable Double consistency) {

    /** The least number of flows for a consistency. */
    public static final int MIN_N = 6;

    /** The formula of the consistency, as claims state it. */
    public static final String CONSISTENCY_FORMULA = "1 - min(1, 1.4826 * MAD(x) / max(median(x), 1))";

    /**
     * Measures amounts.
     *
     * @param bytes one amount a flow, at least one
     * @throws IllegalArgumentException without amounts
     */
    public static Volume of(long[] bytes) {
        double[] values = Arrays.stream(bytes).asDoubleStream().toArray();
        double median = Statistics.median(values);
        Double consistency = bytes.length < MIN_N
                ? null
                : (Double) (1 - Math.min(1, Statistics.spread(values) / Math.max(median, 1)));
        return new Volume(
                bytes.length,
                LongStream.of(bytes).min().orElseThrow(),
                median,
                LongStream.of(bytes).max().orElseThrow(),
                LongStream.of(bytes).sum(),
                consistency);
    }

    /** The word for the consistency, or null where it is not measurable. */
    public @Nullable Band band() {
        if (consistency == null) {
            return null;
        }
        return consistency > 0.95
                ? Band.FIXED
                : consistency >= 0.8 ? Band.TIGHT : consistency >= 0.5 ? Band.LOOSE : Band.VARIABLE;
    }

    /** Words for how alike amounts are: above .95, from .8, from .5, below. */
    public enum Band {
        FIXED,
        TIGHT,
        LOOSE,
        VARIABLE
    }
}
