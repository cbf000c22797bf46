package io.wirecase.local.exam.mark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * RITA's beacon score (activecm/rita version 5, analysis/beacons.go, default weights), re-implemented from its
 * published behaviour as a yardstick. It measures steadiness and persistence, and has no null model. Times are whole
 * seconds.
 */
public final class Rita {

    private static final int BINS = 24;
    private static final int LEAST_STAMPS = 4;
    private static final int LEAST_GAPS = 3;
    private static final int LEAST_BARS = 6;
    private static final int BIMODAL_BARS = 11;
    private static final double IDEAL_RUN = 12;
    private static final double NARROWEST = 10;
    private static final double BAR_STEP = 0.05;

    private Rita() {}

    /**
     * The score of a series.
     *
     * @param seconds start times
     * @param bytes what the client sent with each, at the IP layer
     * @param from the first time in the whole data
     * @param until the last
     * @return 0 to 1; 0 where the formula asks for more connections
     */
    public static double score(long[] seconds, long[] bytes, long from, long until) {
        long[] stamps = Arrays.stream(seconds).sorted().toArray();
        double[] gaps = gaps(stamps);
        if (Arrays.stream(stamps).distinct().count() < LEAST_STAMPS || gaps.length < LEAST_GAPS) {
            return 0;
        }
        double[] sizes = Arrays.stream(bytes).asDoubleStream().sorted().toArray();
        int[] bars = bars(stamps, from, until);
        double times = rounded((skew(gaps) + steady(gaps, 1)) / 2);
        double amounts = rounded((skew(sizes) + steady(sizes, 0)) / 2);
        double spread = Math.max(even(bars), levels(bars));
        double lasting = lasting(stamps, bars, from, until);
        return rounded((times + amounts + spread + lasting) / 4);
    }

    private static double[] gaps(long[] stamps) {
        double[] gaps = new double[Math.max(0, stamps.length - 1)];
        int n = 0;
        for (int i = 1; i < stamps.length; i++) {
            if (stamps[i] > stamps[i - 1]) {
                gaps[n++] = stamps[i] - stamps[i - 1];
            }
        }
        double[] positive = Arrays.copyOf(gaps, n);
        Arrays.sort(positive);
        return positive;
    }

    private static double skew(double[] sorted) {
        double low = quantile(sorted, 0.25);
        double middle = quantile(sorted, 0.5);
        double high = quantile(sorted, 0.75);
        boolean flat = high - low < NARROWEST || middle == low || middle == high;
        return 1 - (flat ? 0 : Math.abs((low + high - 2 * middle) / (high - low)));
    }

    private static double steady(double[] sorted, double otherwise) {
        double median = quantile(sorted, 0.5);
        if (median < 1) {
            return otherwise;
        }
        double[] away =
                Arrays.stream(sorted).map(x -> Math.abs(x - median)).sorted().toArray();
        return Math.max(0, (median - quantile(away, 0.5)) / median);
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static int[] bars(long[] stamps, long from, long until) {
        int[] bars = new int[BINS];
        double width = Math.max(1, (until - from) / (double) BINS);
        for (long stamp : stamps) {
            bars[(int) Math.clamp((stamp - from) / width, 0, BINS - 1)]++;
        }
        return bars;
    }

    private static double even(int[] bars) {
        double mean = Arrays.stream(bars).average().orElse(0);
        double variance = Arrays.stream(bars)
                .mapToDouble(bar -> (bar - mean) * (bar - mean))
                .average()
                .orElse(0);
        double share = Math.sqrt(variance) / mean;
        return share > 1 ? 0 : rounded(1 - share);
    }

    /** How many bars have one of the two most frequent heights. */
    private static double levels(int[] bars) {
        int filled = (int) Arrays.stream(bars).filter(bar -> bar > 0).count();
        if (filled < BIMODAL_BARS) {
            return 0;
        }
        int step =
                Math.max(1, (int) Math.ceil(BAR_STEP * Arrays.stream(bars).max().orElse(1)));
        Map<Integer, Integer> heights = new HashMap<>();
        for (int bar : bars) {
            if (bar > 0) {
                heights.merge(bar / step, 1, Integer::sum);
            }
        }
        int[] counts =
                heights.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        int two = counts[counts.length - 1] + (counts.length > 1 ? counts[counts.length - 2] : 0);
        return Math.min(1, two / (double) Math.max(filled - 1, 1));
    }

    private static double lasting(long[] stamps, int[] bars, long from, long until) {
        if (Arrays.stream(bars).filter(bar -> bar > 0).count() < LEAST_BARS) {
            return 0;
        }
        double coverage = up((stamps[stamps.length - 1] - stamps[0]) / (double) Math.max(1, until - from));
        int longest = 0;
        int run = 0;
        // The day is a circle: a run may go on past midnight.
        for (int i = 0; i < 2 * BINS; i++) {
            run = bars[i % BINS] > 0 ? run + 1 : 0;
            longest = Math.max(longest, Math.min(run, BINS));
        }
        return Math.max(Math.min(1, coverage), Math.min(1, up(longest / IDEAL_RUN)));
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static double up(double value) {
        return Math.ceil(value * 1_000) / 1_000;
    }
}
