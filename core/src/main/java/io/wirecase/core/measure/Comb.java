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

    private static final int RESAMPLES = 200;
    /** The 97.5 % quantile of a normal law. */
    private static final double NORMAL_97 = 1.96;

    private static final int ROUNDS = 12;
    private static final double MOST_MISSED = 0.7;
    private static final double LEAST_SPREAD = 0.002;
    private static final double MOST_WIDENED = 1.5;
    /** Off by as much as a hundredth of the period, an interval still does. */
    private static final double NEVER_OUTSIDE = 0.01;

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
                Beats beats = Beats.in(intervals[i] / period, spread, missed);
                expected[i] = beats.expected();
                squares += beats.squares();
            }
            int[] fitting = fitting(intervals, expected, period, spread);
            period = sum(intervals, fitting) / sum(expected, fitting);
            missed = Math.clamp(1 - fitting.length / sum(expected, fitting), 0, MOST_MISSED);
            spread = Math.clamp(Math.sqrt(squares / intervals.length), LEAST_SPREAD, spread * MOST_WIDENED);
        }
        Beats[] held = held(intervals, period, spread, missed);
        Arrays.setAll(expected, i -> held[i].expected());
        long[] beats = Arrays.stream(expected)
                .mapToLong(b -> Math.max(1, Math.round(b)))
                .toArray();
        double[] off = off(intervals, beats, period);
        Clock clock = Clock.of(intervals, beats, period, seed);
        double[] range = clock == Clock.ANCHORED
                ? anchored(intervals, beats, seed)
                : sleeping(intervals, held, fitting(intervals, expected, period, spread), seed);
        long all = Arrays.stream(beats).sum();
        double jitter = Statistics.spread(off) / range[0];
        return new Comb(range[0], range[1], range[2], jitter, all - intervals.length, all, clock);
    }

    private static Beats[] held(double[] intervals, double period, double spread, double missed) {
        return Arrays.stream(intervals)
                .mapToObj(d -> Beats.in(d / period, spread, missed))
                .toArray(Beats[]::new);
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
                .filter(i -> beats[i] <= Beats.MOST
                        && Math.abs(intervals[i] / period - beats[i])
                                <= Math.max(Beats.OUTSIDE * spread * Math.sqrt(beats[i]), NEVER_OUTSIDE))
                .toArray();
        return fitting.length * 2 < beats.length ? all : fitting;
    }

    private static double sum(double[] values, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> values[i]).sum();
    }

    /** Time by beats, which are a whole number; its bounds by resampling intervals and what they may hold. */
    private static double[] sleeping(double[] intervals, Beats[] held, int[] fitting, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double time = 0;
            int beats = 0;
            for (int i = 0; i < fitting.length; i++) {
                int chosen = fitting[random.nextInt(fitting.length)];
                time += intervals[chosen];
                beats += held[chosen].drawn(random);
            }
            drawn[r] = time / beats;
        }
        double expected =
                Arrays.stream(fitting).mapToDouble(i -> held[i].expected()).sum();
        return range(sum(intervals, fitting) / Math.max(fitting.length, Math.rint(expected)), drawn, fitting.length);
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
        return range(slope, drawn, n);
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

    /**
     * A value and the 95 % of what was drawn around it, widened as few values need: resampling knows neither that their
     * spread is one lower than it looks nor Student's law (Hesterberg 2015; the quantile by Peiser 1943).
     */
    private static double[] range(double value, double[] drawn, int n) {
        double widened = n < 2 ? 1 : Math.sqrt(n / (n - 1.0)) * (1 + (NORMAL_97 * NORMAL_97 + 1) / (4 * (n - 1.0)));
        return new double[] {
            value,
            value - widened * (value - Statistics.quantile(drawn, 0.025)),
            value + widened * (Statistics.quantile(drawn, 0.975) - value)
        };
    }
}
