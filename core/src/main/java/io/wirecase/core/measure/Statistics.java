package io.wirecase.core.measure;

import java.util.Arrays;

/** Order statistics that a few odd values do not move. */
public final class Statistics {

    /** Makes the median absolute deviation comparable with a standard deviation under a normal law. */
    static final double MAD_SCALE = 1.4826;

    private Statistics() {}

    /**
     * The median of the values, the mean of the middle two for an even count. @throws IllegalArgumentException if none
     */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /**
     * A quantile by linear interpolation between order statistics.
     *
     * @param share 0 to 1
     * @throws IllegalArgumentException without values
     */
    public static double quantile(double[] values, double share) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The scaled median absolute deviation from the median: 1.4826 times the median of |x - median|. */
    public static double spread(double[] values) {
        double middle = median(values);
        return MAD_SCALE
                * median(Arrays.stream(values).map(v -> Math.abs(v - middle)).toArray());
    }
}
