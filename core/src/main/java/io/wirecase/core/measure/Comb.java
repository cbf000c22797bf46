package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The evenly spaced comb that fits a series of intervals: every interval is close to a whole number of periods, so that
 * missed beats do not hide the period.
 *
 * @param periodSeconds the period
 * @param low lower end of its 95 % bootstrap interval
 * @param high upper end
 * @param jitter scaled MAD of the intervals from whole periods, as a share of the period
 * @param missed beats that did not happen
 * @param beats beats that the comb expects over the span, those that happened included
 * @param clock what the period counts from, or null where the starts do not tell
 */
public record Comb(
        double periodSeconds,
        double low,
        double high,
        double jitter,
        long missed,
        long beats,
        @Nullable Clock clock) {

    /** A silence of more beats is one fact, for example a suspended machine, and tells nothing of the period. */
    private static final int MAX_SKIP = 8;

    private static final int RESAMPLES = 200;
    private static final int ROUNDS = 12;
    /** Numbers of beats weighed for one interval, but one. */
    private static final int CANDIDATES = 3;

    private static final double LEAST_MISSED = 1e-3;
    private static final double MOST_MISSED = 0.7;
    private static final double LEAST_SPREAD = 0.002;
    private static final double MOST_WIDENED = 1.5;
    /** Spreads beyond which an interval tells nothing of the period. */
    private static final double OUTSIDE = 4;
    /** Off by as much as a hundredth of the period, an interval still does. */
    private static final double NEVER_OUTSIDE = 0.01;

    private static final double FAR_OFF = 1e-12;

    /** The share of expected beats that did not happen. */
    public double missRate() {
        return beats == 0 ? 0 : (double) missed / beats;
    }

    /**
     * Fits a comb: what each interval holds in beats and what the period is, in turns (expectation and maximisation). A
     * long delay and a missed beat may be the same length; each counts by how likely it is.
     *
     * @param intervals seconds between starts, at least one
     * @param near about what it is
     * @param seed what resampling starts from
     */
    static Comb fit(double[] intervals, CombEvidence.Shape near, long seed) {
        double period = near.periodSeconds();
        double spread = Math.max(LEAST_SPREAD, near.spread());
        double missed = near.missed();
        double[] expected = new double[intervals.length];
        for (int round = 0; round < ROUNDS; round++) {
            double squares = 0;
            for (int i = 0; i < intervals.length; i++) {
                double[] beats = beatsIn(intervals[i] / period, spread, missed);
                expected[i] = beats[0];
                squares += beats[1];
            }
            int[] fitting = fitting(intervals, expected, period, spread);
            period = ratio(intervals, expected, fitting);
            missed = Math.clamp(1 - fitting.length / sum(expected, fitting), 0, MOST_MISSED);
            spread = Math.clamp(Math.sqrt(squares / intervals.length), LEAST_SPREAD, spread * MOST_WIDENED);
        }
        long[] beats = beats(intervals, period, spread, missed);
        double[] off = off(intervals, beats, period);
        Clock clock = Clock.of(intervals, beats, period, seed);
        double[] range = clock == Clock.ANCHORED
                ? anchored(intervals, beats, seed)
                : sleeping(intervals, expected, fitting(intervals, expected, period, spread), seed);
        long all = Arrays.stream(beats).sum();
        double jitter = Statistics.spread(off) / range[0];
        return new Comb(range[0], range[1], range[2], jitter, all - intervals.length, all, clock);
    }

    /** Expected beats in an interval of so many periods, and how far it is off them, squared, a beat. */
    private static double[] beatsIn(double periods, double spread, double missed) {
        double from = Math.max(1, Math.floor(periods) - 1);
        double all = Double.MIN_NORMAL;
        double sum = 0;
        double squares = 0;
        for (double beats = from; beats <= from + CANDIDATES && from <= MAX_SKIP; beats++) {
            double deviation = spread * Math.sqrt(beats);
            double z = (periods - beats) / deviation;
            double weight = Math.pow(Math.max(missed, LEAST_MISSED), beats - 1) * Math.exp(-z * z / 2) / deviation;
            all += weight;
            sum += weight * beats;
            squares += weight * Math.min(z * z, OUTSIDE * OUTSIDE) * spread * spread;
        }
        if (all < FAR_OFF) {
            return new double[] {Math.max(1, Math.rint(periods)), spread * spread};
        }
        return new double[] {sum / all, squares / all};
    }

    private static long[] beats(double[] intervals, double period, double spread, double missed) {
        return Arrays.stream(intervals)
                .mapToLong(d -> Math.max(1, Math.round(beatsIn(d / period, spread, missed)[0])))
                .toArray();
    }

    private static double[] off(double[] intervals, long[] beats, double period) {
        double[] off = new double[intervals.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = intervals[i] - beats[i] * period;
        }
        return off;
    }

    /** The intervals that say something of the period; all where that leaves too few. */
    private static int[] fitting(double[] intervals, double[] beats, double period, double spread) {
        int[] all = IntStream.range(0, beats.length).toArray();
        int[] fitting = Arrays.stream(all)
                .filter(i -> beats[i] <= MAX_SKIP
                        && Math.abs(intervals[i] / period - beats[i])
                                <= Math.max(OUTSIDE * spread * Math.sqrt(beats[i]), NEVER_OUTSIDE))
                .toArray();
        return fitting.length * 2 < beats.length ? all : fitting;
    }

    private static double sum(double[] beats, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> beats[i]).sum();
    }

    private static double ratio(double[] intervals, double[] beats, int[] chosen) {
        return sum(intervals, chosen) / sum(beats, chosen);
    }

    /** Time by beats, and its bounds by resampling intervals. */
    private static double[] sleeping(double[] intervals, double[] beats, int[] fitting, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[RESAMPLES];
        int[] sample = new int[fitting.length];
        for (int r = 0; r < RESAMPLES; r++) {
            for (int i = 0; i < sample.length; i++) {
                sample[i] = fitting[random.nextInt(fitting.length)];
            }
            drawn[r] = ratio(intervals, beats, sample);
        }
        return range(ratio(intervals, beats, fitting), drawn);
    }

    /** The slope of starts over beats, and its bounds by resampling how far starts lie off. */
    private static double[] anchored(double[] intervals, long[] beats, long seed) {
        int n = intervals.length + 1;
        double[] at = new double[n];
        double[] beat = new double[n];
        for (int i = 1; i < n; i++) {
            at[i] = at[i - 1] + intervals[i - 1];
            beat[i] = beat[i - 1] + beats[i - 1];
        }
        double[] weight = weights(beat);
        double slope = slope(at, weight);
        double[] off = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            off[i] = at[i] - slope * beat[i];
            mean += off[i] / n;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double moved = 0;
            for (int i = 0; i < n; i++) {
                moved += weight[i] * (off[random.nextInt(n)] - mean);
            }
            drawn[r] = slope + moved;
        }
        return range(slope, drawn);
    }

    /** What each start counts in the slope of a least-squares line. */
    private static double[] weights(double[] beat) {
        double mean = Arrays.stream(beat).average().orElse(0);
        double squares = Arrays.stream(beat).map(b -> (b - mean) * (b - mean)).sum();
        return Arrays.stream(beat).map(b -> (b - mean) / squares).toArray();
    }

    private static double slope(double[] at, double[] weight) {
        double slope = 0;
        for (int i = 0; i < at.length; i++) {
            slope += weight[i] * at[i];
        }
        return slope;
    }

    private static double[] range(double value, double[] drawn) {
        return new double[] {value, Statistics.quantile(drawn, 0.025), Statistics.quantile(drawn, 0.975)};
    }
}
