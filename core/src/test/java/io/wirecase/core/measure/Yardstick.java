package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The score of the beacon finder that is used most, written anew from its description, to compare with. Four parts of a
 * quarter each: intervals, sizes, the histogram of a day's hours, and how much of the day is covered.
 *
 * @param score the whole
 * @param intervals how little intervals spread and lean
 * @param sizes the same of sizes
 * @param histogram how even the hours are
 * @param duration how much of the day is covered
 */
record Yardstick(double score, double intervals, double sizes, double histogram, double duration) {

    private static final int HOURS = 24;

    /** Scores starts (seconds) and sizes over a data set of so many seconds from 0. */
    static Yardstick of(double[] starts, double[] sizes, double span) {
        double[] whole = Arrays.stream(starts).map(Math::floor).sorted().toArray();
        double[] deltas =
                Arrays.stream(Episodes.intervals(whole)).filter(d -> d > 0).toArray();
        if (Arrays.stream(whole).distinct().count() < 4 || deltas.length < 3) {
            return new Yardstick(0, 0, 0, 0, 0);
        }
        int[] bars = new int[HOURS];
        for (double start : whole) {
            bars[(int) Math.min(HOURS - 1.0, start / span * HOURS)]++;
        }
        long filled = Arrays.stream(bars).filter(b -> b > 0).count();
        double intervals = part(deltas, 1);
        double size = part(sizes, 0);
        double histogram = Math.max(even(bars), twoLevels(bars, filled));
        double covered = Math.min(1, Math.ceil((whole[whole.length - 1] - whole[0]) / span * 1000) / 1000);
        double run = Math.min(1, Math.ceil(longestRun(bars) / 12.0 * 1000) / 1000);
        double duration = filled < 6 ? 0 : Math.max(covered, run);
        return new Yardstick(
                rounded((intervals + size + histogram + duration) / 4), intervals, size, histogram, duration);
    }

    private static double part(double[] values, double withoutMedian) {
        double q1 = Statistics.quantile(values, 0.25);
        double q2 = Statistics.quantile(values, 0.5);
        double q3 = Statistics.quantile(values, 0.75);
        boolean flat = q3 - q1 < 10 || q2 == q1 || q2 == q3;
        double bowley = flat ? 0 : (q1 + q3 - 2 * q2) / (q3 - q1);
        double deviation = Statistics.spread(values) / Statistics.MAD_SCALE;
        double close = q2 < 1 ? withoutMedian : Math.max(0, (q2 - deviation) / q2);
        return rounded((1 - Math.abs(bowley) + close) / 2);
    }

    private static double even(int[] bars) {
        double mean = Arrays.stream(bars).average().orElse(0);
        double variance = Arrays.stream(bars)
                .mapToDouble(b -> (b - mean) * (b - mean))
                .average()
                .orElse(0);
        double ratio = Math.sqrt(variance) / mean;
        return ratio > 1 ? 0 : rounded(1 - ratio);
    }

    private static double twoLevels(int[] bars, long filled) {
        if (filled < 11) {
            return 0;
        }
        int step = (int) Math.ceil(0.05 * Arrays.stream(bars).max().orElse(0));
        Map<Integer, Integer> levels = new HashMap<>();
        Arrays.stream(bars).filter(b -> b > 0).forEach(b -> levels.merge(b / step * step, 1, Integer::sum));
        int most = levels.values().stream()
                .sorted((a, b) -> b - a)
                .limit(2)
                .mapToInt(Integer::intValue)
                .sum();
        return Math.min(1, most / Math.max(filled - 1.0, 1));
    }

    private static int longestRun(int[] bars) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < 2 * HOURS; i++) {
            run = bars[i % HOURS] > 0 ? run + 1 : 0;
            longest = Math.max(longest, Math.min(run, HOURS));
        }
        return longest;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
