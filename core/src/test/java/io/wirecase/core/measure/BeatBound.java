package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How well any program could tell the mean delay of a loop that sleeps with jitter and of which calls are missed. The
 * mean is the time from the first call to the last divided by the beats between; with fewer than a hundred beats it is
 * right to a percent only when the beats are counted right. Counted here by one who knows period, jitter and share of
 * missed calls: for each interval the chance of one beat, of two and so on, and of all intervals together the likeliest
 * sum.
 *
 * @param bound share of series in which that sum gives the mean delay to a percent
 * @param ours share of them in which {@link Timing} does, which knows nothing
 * @param covered share of them in which its interval holds the period that was meant
 */
record BeatBound(double bound, double ours, double covered) {

    private static final int MOST_BEATS = 12;
    private static final double CLOSE = 0.01;

    static BeatBound of(double jitter, double missed, int starts, int series) {
        SplittableRandom random = new SplittableRandom(starts);
        int bound = 0;
        int ours = 0;
        int covered = 0;
        for (int i = 0; i < series; i++) {
            double[] at = new double[starts];
            int beats = draw(random, jitter, missed, at);
            double mean = at[starts - 1] / beats;
            bound += close(at[starts - 1] / counted(at, jitter, missed), mean);
            Comb comb = Timing.brief(Series.nanos(at), i).comb();
            ours += comb == null ? 0 : close(comb.periodSeconds(), mean);
            covered += comb != null && comb.low() <= Series.PERIOD && comb.high() >= Series.PERIOD ? 1 : 0;
        }
        return new BeatBound((double) bound / series, (double) ours / series, (double) covered / series);
    }

    private static int close(double found, double mean) {
        return Math.abs(found / mean - 1) <= CLOSE ? 1 : 0;
    }

    /** Fills in the starts and returns the beats between the first and the last. */
    private static int draw(SplittableRandom random, double jitter, double missed, double[] starts) {
        double at = 0;
        int beats = 0;
        for (int i = 1; i < starts.length; ) {
            at += Series.PERIOD * (1 - jitter + 2 * jitter * random.nextDouble());
            beats++;
            if (random.nextDouble() >= missed) {
                starts[i++] = at;
            }
        }
        return beats;
    }

    private static int counted(double[] starts, double jitter, double missed) {
        double[] chances = {1};
        for (int i = 1; i < starts.length; i++) {
            double[] of = beats((starts[i] - starts[i - 1]) / Series.PERIOD, jitter, missed);
            double[] sums = new double[chances.length + MOST_BEATS];
            for (int a = 0; a < chances.length; a++) {
                for (int b = 1; b < MOST_BEATS; b++) {
                    sums[a + b] += chances[a] * of[b];
                }
            }
            chances = sums;
        }
        double[] all = chances;
        double best = Arrays.stream(all).max().orElse(0);
        int likeliest = 0;
        while (all[likeliest] < best) {
            likeliest++;
        }
        return likeliest;
    }

    /** The chance of so many beats in an interval, in periods. */
    private static double[] beats(double interval, double jitter, double missed) {
        double[] chances = new double[MOST_BEATS];
        for (int k = 1; k < MOST_BEATS; k++) {
            chances[k] = Math.pow(missed, k - 1) * sumOfEven(k, (interval - k * (1 - jitter)) / (2 * jitter));
        }
        double sum = Arrays.stream(chances).sum();
        return Arrays.stream(chances).map(c -> c / sum).toArray();
    }

    /** The density of the sum of so many even numbers from 0 to 1 (Irwin 1927, Hall 1927). */
    private static double sumOfEven(int n, double x) {
        if (x < 0 || x > n) {
            return 0;
        }
        double sum = 0;
        double ways = 1;
        double factorial = 1;
        for (int k = 0; k <= (int) x; k++) {
            sum += (k % 2 == 0 ? 1 : -1) * ways * Math.pow(x - k, n - 1);
            ways = ways * (n - k) / (k + 1);
        }
        for (int k = 2; k < n; k++) {
            factorial *= k;
        }
        return sum / factorial;
    }
}
