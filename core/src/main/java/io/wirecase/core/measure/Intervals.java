package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the intervals between the episodes of a series spread: bins of a quarter of a base (the period where there is
 * one, else the median), each centred on a whole number of quarters, so that a beat falls into the middle of a bin and
 * a missed one into the middle of another.
 *
 * @param n intervals
 * @param baseSeconds what the bins are a quarter of
 * @param medianSeconds the median interval
 * @param counts intervals by bin: bin i is centred on i quarters; {@link #BINS} bins
 * @param beyond intervals longer than the last bin
 */
public record Intervals(int n, double baseSeconds, double medianSeconds, List<Integer> counts, int beyond) {

    /** How many bins there are: from none to four times the base. */
    public static final int BINS = 17;

    private static final int PER_BASE = 4;

    /** Keeps its own copy of the list. */
    public Intervals {
        counts = List.copyOf(counts);
    }

    /**
     * Measures a series.
     *
     * @param startNanos start times, any order
     * @param period the comb that fits them, or null without a period
     * @return null with fewer than {@link Timing#MIN_EPISODES} episodes
     */
    public static @Nullable Intervals of(long[] startNanos, @Nullable Comb period) {
        long[] sorted = startNanos.clone();
        Arrays.sort(sorted);
        double[] times =
                Arrays.stream(sorted).mapToDouble(t -> (t - sorted[0]) / 1e9).toArray();
        Episodes episodes = Episodes.of(times);
        if (episodes.count() < Timing.MIN_EPISODES) {
            return null;
        }
        double[] intervals = episodes.intervals();
        double median = Statistics.median(intervals);
        double base = period == null ? median : period.periodSeconds();
        int[] counts = new int[BINS];
        int beyond = 0;
        for (double interval : intervals) {
            long bin = Math.round(interval / base * PER_BASE);
            if (bin < BINS) {
                counts[(int) bin]++;
            } else {
                beyond++;
            }
        }
        return new Intervals(
                intervals.length, base, median, IntStream.of(counts).boxed().toList(), beyond);
    }

    /** The width of a bin in seconds. */
    public double widthSeconds() {
        return baseSeconds / PER_BASE;
    }

    /** What a bin is centred on, in seconds. */
    public double centreSeconds(int bin) {
        return bin * widthSeconds();
    }
}
