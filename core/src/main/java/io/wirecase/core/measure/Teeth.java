package io.wirecase.core.measure;

import java.util.function.DoubleUnaryOperator;

/**
 * A law of intervals up to its scale, as a table of the logarithm of its density over the logarithm of interval by
 * scale. Every law has a small part that may be anything, so that a suspended machine or a delayed start does not
 * decide.
 */
final class Teeth {

    /** Width of a step in the logarithm. */
    static final double STEP = 0.01;

    private static final int LOWEST = (int) Math.round(Math.log(0.01) / STEP);
    private static final int HIGHEST = (int) Math.round(Math.log(100) / STEP);
    private static final double ANYTHING = 0.02;
    private static final double LOG_RANGE = (HIGHEST - LOWEST) * STEP;
    /** Beats in a row that may be missing, but one. */
    private static final int MOST_BEATS = 8;

    private final float[] table = new float[HIGHEST - LOWEST + 1];
    private final int stride;

    /** @param width in logarithms, within which the density hardly changes */
    private Teeth(DoubleUnaryOperator density, double width) {
        this.stride = Math.max(1, (int) (width / STEP));
        for (int i = 0; i < table.length; i++) {
            double x = Math.exp((LOWEST + i) * STEP);
            double all = (1 - ANYTHING) * density.applyAsDouble(x) + ANYTHING / (LOG_RANGE * x);
            table[i] = (float) Math.log(all);
        }
    }

    /** How many steps a scale may be moved at once. */
    int stride() {
        return stride;
    }

    /** The logarithm of the density at a number of steps. */
    double at(int steps) {
        return table[Math.clamp(steps - LOWEST, 0, table.length - 1)];
    }

    /**
     * Beats of a period of 1 with some missing.
     *
     * @param jitter half the range of a delay
     * @param missed share of beats missing, at random
     * @param gap what every interval was shortened by, as a share of the period
     */
    static Teeth comb(double jitter, double missed, double gap) {
        return new Teeth(
                x -> {
                    double sum = flat(x + gap - 1, jitter) * (1 - missed);
                    double weight = 1 - missed;
                    for (int beats = 2; beats <= MOST_BEATS && missed > 0; beats++) {
                        weight *= missed;
                        double spread = (0.01 + jitter / Math.sqrt(3)) * Math.sqrt(beats);
                        sum += weight * normal((x + gap - beats) / spread) / spread;
                    }
                    return sum;
                },
                jitter / 4);
    }

    /** A gamma law of mean 1: a shape of 1 is a Poisson process, less is bursty, more is even. */
    static Teeth gamma(double shape) {
        double constant = shape * Math.log(shape) - Greenwood.logGamma(shape);
        return new Teeth(x -> Math.exp(constant + (shape - 1) * Math.log(x) - shape * x), 0.1);
    }

    /** A law whose logarithm is normal around 0: what people and queues do. */
    static Teeth logNormal(double sigma) {
        return new Teeth(x -> normal(Math.log(x) / sigma) / (sigma * x), sigma / 5);
    }

    /** Any delay up to 1, all alike. */
    static Teeth upTo() {
        return new Teeth(x -> x <= 1 ? 1 : 0, 0.05);
    }

    /** Flat within half a range, with soft edges. */
    private static double flat(double x, double half) {
        double edge = 0.005 + 0.08 * half;
        return (below((x + half) / edge) - below((x - half) / edge)) / (2 * half);
    }

    private static double normal(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The normal law's distribution, by the logistic curve: its error of .01 does not matter at an edge. */
    private static double below(double z) {
        return 1 / (1 + Math.exp(-1.702 * z));
    }
}
