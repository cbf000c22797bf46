package io.wirecase.core.measure;

import java.util.Arrays;

/**
 * Whether values come in an order: Spearman's rank correlation of a value with its place, and how often chance alone is
 * as orderly. Equal values share the mean of their ranks.
 *
 * @param correlation -1 for falling, 1 for rising, 0 where there is no order
 * @param p probability that values in any order correlate as strongly, 0 to 1; 1 below {@link #LEAST} values or where
 *     all are equal
 */
public record RankOrder(double correlation, double p) {

    /** Below this the normal approximation of p does not hold. */
    public static final int LEAST = 10;

    /** From here on down an order is no chance. */
    private static final double ORDERLY = 0.01;

    private static final RankOrder NONE = new RankOrder(0, 1);

    /** Whether the values rise or fall as chance would not have it. */
    public boolean orderly() {
        return p < ORDERLY;
    }

    /** The order of values as they come (Spearman 1904; p by the normal approximation of Kendall and Stuart). */
    public static RankOrder of(double... values) {
        int n = values.length;
        if (n < LEAST) {
            return NONE;
        }
        double[] ranks = ranks(values);
        double middle = (n - 1) / 2.0;
        double both = 0;
        double ofRanks = 0;
        double ofPlaces = 0;
        for (int i = 0; i < n; i++) {
            both += (ranks[i] - middle) * (i - middle);
            ofRanks += (ranks[i] - middle) * (ranks[i] - middle);
            ofPlaces += (i - middle) * (i - middle);
        }
        if (ofRanks == 0) {
            return NONE;
        }
        double correlation = both / Math.sqrt(ofRanks * ofPlaces);
        double deviations = Math.abs(correlation) * Math.sqrt(n - 1.0);
        return new RankOrder(correlation, 2 * tail(deviations));
    }

    /** The normal distribution above so many deviations (Abramowitz and Stegun 1964, 26.2.17; error below 1e-7). */
    private static double tail(double deviations) {
        double t = 1 / (1 + 0.2316419 * deviations);
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.exp(-deviations * deviations / 2) / Math.sqrt(2 * Math.PI) * polynomial;
    }

    /** Ranks from 0; equal values have their mean. */
    private static double[] ranks(double[] values) {
        Integer[] places = new Integer[values.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, (a, b) -> Double.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < places.length) {
            int to = from;
            while (to + 1 < places.length && values[places[to + 1]] == values[places[from]]) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[places[i]] = (from + to) / 2.0;
            }
            from = to + 1;
        }
        return ranks;
    }
}
