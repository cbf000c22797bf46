package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The evenly spaced comb that fits a series of intervals best: every interval is close to a whole number of periods, so
 * that missed beats do not hide the period.
 *
 * @param periodSeconds the period
 * @param low lower end of its 95 % bootstrap interval
 * @param high upper end
 * @param jitter scaled MAD of the intervals from whole periods, as a share of the period
 * @param missed beats that did not happen
 * @param beats beats that the comb expects over the span, those that happened included
 * @param cost median residual as a share of the period, plus .02 a skipped beat: what candidates are ranked by
 */
public record Comb(double periodSeconds, double low, double high, double jitter, long missed, long beats, double cost) {

    private static final double[] USUAL_PERIODS = {
        10, 15, 30, 60, 64, 120, 128, 256, 300, 512, 600, 900, 1024, 1800, 2048, 3600, 7200, 14400, 21600, 43200, 86400
    };
    private static final int QUANTILES = 20;
    private static final int MAX_SKIP = 6;
    private static final double MAX_LONG_SHARE = 0.3;
    private static final double SKIP_COST = 0.02;
    /** How much worse a comb without misses may fit than one with. */
    private static final double SIMPLER = 0.05;

    private static final int RESAMPLES = 200;

    /** The share of expected beats that did not happen. */
    public double missRate() {
        return beats == 0 ? 0 : (double) missed / beats;
    }

    /** The best comb of intervals in seconds, or null when none fits. */
    static @Nullable Comb fit(double[] intervals, long seed) {
        Candidate best = simplest(intervals, best(intervals));
        if (best == null) {
            return null;
        }
        double period = best.period;
        double[] ratios = new double[intervals.length];
        double[] rests = new double[intervals.length];
        long beats = 0;
        for (int i = 0; i < intervals.length; i++) {
            long k = beatsIn(intervals[i], period);
            ratios[i] = intervals[i] / k;
            rests[i] = intervals[i] - k * period;
            beats += k;
        }
        double[] range = bootstrap(ratios, seed);
        return new Comb(
                period,
                range[0],
                range[1],
                Statistics.spread(rests) / period,
                beats - intervals.length,
                beats,
                best.cost);
    }

    /** The cost of the best comb, or positive infinity when none fits: the statistic that is compared with chance. */
    static double bestCost(double[] intervals) {
        Candidate best = best(intervals);
        return best == null ? Double.POSITIVE_INFINITY : best.cost;
    }

    /** The comb of the median interval where it fits nearly as well: a shorter period would have to explain misses. */
    private static @Nullable Candidate simplest(double[] intervals, @Nullable Candidate best) {
        if (best == null) {
            return null;
        }
        double median = Statistics.median(intervals);
        if (median <= 0) {
            return best;
        }
        Candidate plain = cost(intervals, refine(intervals, refine(intervals, median)));
        return plain != null && plain.period > best.period && plain.cost <= best.cost + SIMPLER ? plain : best;
    }

    private static @Nullable Candidate best(double[] intervals) {
        Candidate best = null;
        for (double start : candidates(intervals)) {
            double refined = refine(intervals, refine(intervals, start));
            Candidate candidate = cost(intervals, refined);
            if (candidate != null && (best == null || candidate.cost < best.cost)) {
                best = candidate;
            }
        }
        return best;
    }

    private static TreeSet<Double> candidates(double[] intervals) {
        TreeSet<Double> candidates = new TreeSet<>();
        double[] sorted = intervals.clone();
        Arrays.sort(sorted);
        for (int i = 0; i <= QUANTILES; i++) {
            candidates.add(sorted[(int) ((sorted.length - 1) * (double) i / QUANTILES)]);
        }
        for (double usual : USUAL_PERIODS) {
            if (usual >= sorted[0] / MAX_SKIP && usual <= sorted[sorted.length - 1]) {
                candidates.add(usual);
            }
        }
        candidates.removeIf(c -> c <= 0);
        return candidates;
    }

    private static double refine(double[] intervals, double period) {
        double[] ratios = new double[intervals.length];
        for (int i = 0; i < intervals.length; i++) {
            ratios[i] = intervals[i] / beatsIn(intervals[i], period);
        }
        return Statistics.median(ratios);
    }

    private static @Nullable Candidate cost(double[] intervals, double period) {
        double[] residuals = new double[intervals.length];
        long skipped = 0;
        int tooLong = 0;
        for (int i = 0; i < intervals.length; i++) {
            long k = beatsIn(intervals[i], period);
            residuals[i] = Math.abs(intervals[i] - k * period) / period;
            // A long silence (a suspended machine) is one fact, not many skipped beats.
            skipped += Math.min(k - 1, MAX_SKIP);
            tooLong += k > MAX_SKIP ? 1 : 0;
        }
        if (tooLong > MAX_LONG_SHARE * intervals.length) {
            return null;
        }
        return new Candidate(period, Statistics.median(residuals) + SKIP_COST * skipped / intervals.length);
    }

    private static long beatsIn(double interval, double period) {
        return Math.max(1, Math.round(interval / period));
    }

    private static double[] bootstrap(double[] ratios, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] medians = new double[RESAMPLES];
        double[] sample = new double[ratios.length];
        for (int r = 0; r < RESAMPLES; r++) {
            for (int i = 0; i < sample.length; i++) {
                sample[i] = ratios[random.nextInt(ratios.length)];
            }
            medians[r] = Statistics.median(sample);
        }
        return new double[] {Statistics.quantile(medians, 0.025), Statistics.quantile(medians, 0.975)};
    }

    private record Candidate(double period, double cost) {}
}
