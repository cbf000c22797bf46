package io.wirecase.core.measure;

import java.util.Arrays;

/**
 * Whether intervals have two paces, within bursts and between them: two normal laws of their logarithms against one, by
 * expectation and maximisation.
 */
final class TwoPaces {

    private static final int ROUNDS = 40;
    private static final double LEAST_VARIANCE = 1e-4;
    private static final double LEAST_INTERVAL = 1e-3;
    private static final int MORE_PARAMETERS = 3;

    private TwoPaces() {}

    /** What the Bayesian information criterion gains by the second law; above 10 it is clear. At least 4 intervals. */
    static double gain(double[] intervals) {
        double[] logs = Arrays.stream(intervals)
                .map(d -> Math.log(Math.max(d, LEAST_INTERVAL)))
                .sorted()
                .toArray();
        int n = logs.length;
        double[] one = law(logs, filled(n));
        double[] low = law(Arrays.copyOf(logs, n / 2), filled(n / 2));
        double[] high = law(Arrays.copyOfRange(logs, n / 2, n), filled(n - n / 2));
        double share = 0.5;
        double[] weight = new double[n];
        for (int round = 0; round < ROUNDS; round++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double a = share * density(logs[i], low);
                double b = (1 - share) * density(logs[i], high);
                weight[i] = a / (a + b + Double.MIN_NORMAL);
                sum += weight[i];
            }
            share = Math.clamp(sum / n, 0.01, 0.99);
            low = law(logs, weight);
            high = law(logs, Arrays.stream(weight).map(w -> 1 - w).toArray());
        }
        double alone = 0;
        double both = 0;
        for (double log : logs) {
            alone += Math.log(density(log, one) + Double.MIN_NORMAL);
            both += Math.log(share * density(log, low) + (1 - share) * density(log, high) + Double.MIN_NORMAL);
        }
        return 2 * (both - alone) - MORE_PARAMETERS * Math.log(n);
    }

    private static double[] filled(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Mean and variance. */
    private static double[] law(double[] logs, double[] weight) {
        double all = Double.MIN_NORMAL;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < logs.length; i++) {
            all += weight[i];
            sum += weight[i] * logs[i];
            squares += weight[i] * logs[i] * logs[i];
        }
        double mean = sum / all;
        return new double[] {mean, Math.max(LEAST_VARIANCE, squares / all - mean * mean)};
    }

    private static double density(double x, double[] law) {
        double off = x - law[0];
        return Math.exp(-off * off / (2 * law[1])) / Math.sqrt(2 * Math.PI * law[1]);
    }
}
