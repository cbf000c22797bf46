package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How many beats of a period an interval may hold, and how likely each number is. A long delay and a missed beat may be
 * of the same length.
 */
final class Beats {

    /** A silence of more beats is one fact, for example a suspended machine, and tells nothing of the period. */
    static final int MOST = 8;
    /** Spreads beyond which an interval tells nothing of the period. */
    static final double OUTSIDE = 4;

    /** Numbers of beats weighed for one interval. */
    private static final int CANDIDATES = 4;

    private static final double LEAST_MISSED = 1e-3;
    private static final double FAR_OFF = 1e-12;

    /** Most programs draw a delay evenly from a range, whose half is so many standard deviations; the edge is soft. */
    private static final double EDGE = Math.sqrt(3) + 0.07;

    private static final double SOFT = 0.1;
    /** The share of delays that are not drawn so but vary by themselves. */
    private static final double NORMAL = 0.2;

    private final int fewest;
    private final double[] chances;
    private final double squares;

    private Beats(int fewest, double[] chances, double squares) {
        this.fewest = fewest;
        this.chances = chances;
        this.squares = squares;
    }

    /**
     * In one interval.
     *
     * @param periods its length in periods
     * @param spread the standard deviation of one delay, as a share of the period, above 0
     * @param missed the share of beats that are missed, 0 to 1
     */
    static Beats in(double periods, double spread, double missed) {
        int from = (int) Math.max(1, Math.floor(periods) - 1);
        double[] chances = new double[from <= MOST ? CANDIDATES : 0];
        double all = Double.MIN_NORMAL;
        double squares = 0;
        for (int i = 0; i < chances.length; i++) {
            int beats = from + i;
            double deviation = spread * Math.sqrt(beats);
            double z = (periods - beats) / deviation;
            chances[i] = Math.pow(Math.max(missed, LEAST_MISSED), beats - 1) * density(z, beats) / deviation;
            all += chances[i];
            squares += chances[i] * Math.min(z * z, OUTSIDE * OUTSIDE) * spread * spread;
        }
        if (all < FAR_OFF) {
            return new Beats((int) Math.max(1, Math.rint(periods)), new double[] {1}, spread * spread);
        }
        double sum = all;
        return new Beats(from, Arrays.stream(chances).map(c -> c / sum).toArray(), squares / all);
    }

    private static double density(double z, int beats) {
        double normal = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (beats > 1) {
            return normal;
        }
        double even = 1 / (1 + Math.exp((Math.abs(z) - EDGE) / SOFT)) / (2 * EDGE);
        return (1 - NORMAL) * even + NORMAL * normal;
    }

    /** The mean number. */
    double expected() {
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            sum += chances[i] * (fewest + i);
        }
        return sum;
    }

    /** How far the interval is off a whole number of periods, squared, a beat. */
    double squares() {
        return squares;
    }

    /** A number by its chance. */
    int drawn(SplittableRandom random) {
        double left = random.nextDouble();
        int i = 0;
        while (i < chances.length - 1 && left >= chances[i]) {
            left -= chances[i++];
        }
        return fewest + i;
    }
}
