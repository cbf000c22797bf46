package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The spacing test (Greenwood 1946, Moran 1947): whether waits are more alike, or less, than those of a Poisson
 * process. The statistic is the sum of squares of the waits' shares, times (n + 1) / 2, so that 1 is expected of a
 * Poisson process whatever n. Its null is drawn once for an n and kept; it does not depend on the rate. Both tails are
 * one-sided.
 *
 * <p>Below what can be drawn, the lower tail is continued by a power law, and bounded by the volume of the ball around
 * the centre of the simplex of shares, which is exact close to the centre. Both are too large rather than too small.
 */
final class Greenwood {

    /** The most waits tested. */
    static final int MAX = 511;

    private static final int DRAWS = 4_000;
    private static final long SEED = 0x5DEECE66DL;
    /** From so many waits on the null is kept for a sixteenth of them at a time. */
    private static final int EACH = 32;

    private static final double ANCHOR = 0.01;
    private static final double CHORD = 0.05;

    private static final AtomicReferenceArray<double[]> NULLS = new AtomicReferenceArray<>(MAX + 1);

    private Greenwood() {}

    /** The statistic of at least two waits, not all 0. */
    static double statistic(double[] waits) {
        double sum = 0;
        double squares = 0;
        for (double wait : waits) {
            sum += wait;
            squares += wait * wait;
        }
        return squares / (sum * sum) * (waits.length + 1) / 2;
    }

    /** The chance that a Poisson process looks at least as regular. */
    static double regular(int waits, double statistic) {
        int kept = kept(waits);
        double[] drawn = drawn(kept);
        double share = (1 + below(drawn, statistic)) / (DRAWS + 1.0);
        double tail = share > ANCHOR ? share : Math.min(share, continued(drawn, kept, statistic));
        return Math.min(tail, ball(waits, statistic));
    }

    /** The chance that a Poisson process looks at least as bursty; never less than one in {@link #DRAWS}. */
    static double bursty(int waits, double statistic) {
        double[] drawn = drawn(kept(waits));
        return (1 + drawn.length - below(drawn, statistic)) / (DRAWS + 1.0);
    }

    private static int below(double[] drawn, double statistic) {
        int at = Arrays.binarySearch(drawn, statistic);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** The power law through two quantiles; the true tail falls faster. */
    private static double continued(double[] drawn, int waits, double statistic) {
        double least = (waits + 1) / (2.0 * waits);
        double anchor = drawn[(int) (ANCHOR * DRAWS)] - least;
        double chord = drawn[(int) (CHORD * DRAWS)] - least;
        double slope = Math.log(CHORD / ANCHOR) / Math.log(chord / anchor);
        return ANCHOR * Math.pow(Math.max(0, statistic - least) / anchor, slope);
    }

    /**
     * The share of the simplex within a ball that reaches out to the statistic; more than 1 far out.
     *
     * <p>The simplex of n shares has the volume {@code sqrt(n) / (n - 1)!} in its n - 1 dimensions.
     */
    private static double ball(int waits, double statistic) {
        double square = Math.max(0, 2 * statistic / (waits + 1) - 1.0 / waits);
        double half = (waits - 1) / 2.0;
        double volume = half * Math.log(Math.PI * square) - logGamma(half + 1);
        return Math.exp(volume + logGamma(waits) - Math.log(waits) / 2);
    }

    /** Stirling's series; good to nine digits from 1 on. */
    static double logGamma(double x) {
        double shift = 0;
        double at = x;
        while (at < 10) {
            shift -= Math.log(at);
            at++;
        }
        double inverse = 1 / at;
        double series = inverse / 12 - inverse * inverse * inverse / 360;
        return shift + (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series;
    }

    /** The number of waits whose null is used: a smaller number has the wider one. */
    private static int kept(int waits) {
        int bounded = Math.min(waits, MAX);
        if (bounded <= EACH) {
            return bounded;
        }
        int step = Integer.highestOneBit(bounded) / 16;
        return bounded / step * step;
    }

    private static double[] drawn(int waits) {
        double[] known = NULLS.get(waits);
        if (known != null) {
            return known;
        }
        SplittableRandom random = new SplittableRandom(SEED + waits);
        double[] drawn = new double[DRAWS];
        double[] sample = new double[waits];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < waits; i++) {
                sample[i] = -Math.log(1 - random.nextDouble());
            }
            drawn[draw] = statistic(sample);
        }
        Arrays.sort(drawn);
        NULLS.set(waits, drawn);
        return drawn;
    }
}
