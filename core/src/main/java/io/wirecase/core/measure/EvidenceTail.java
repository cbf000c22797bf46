package io.wirecase.core.measure;

/**
 * How likely a random law is to look as much like a comb as {@link CombEvidence} says. The table holds, for a number of
 * waits, the logarithms of the evidence that are reached with chances of one in a hundred, a thousand and so on by the
 * random law that reaches them most often: a lognormal law with a deviation of 1 (a Poisson process needs half a unit
 * to a whole one less). It was found by drawing from the combs and weighing each draw by how much likelier or less
 * likely the random law makes it, so that chances of one in a million are known as well as others; the test
 * {@code EvidenceTailTest} does it again.
 */
final class EvidenceTail {

    private static final double[] LEVELS = {-2, -3, -4, -5, -6};

    /** Waits, then the evidence at each level; from the last row on the evidence needed only falls. */
    private static final double[][] ROWS = {
        {5, 2.76, 4.12, 5.01, 5.94, 6.3},
        {6, 2.8, 4.45, 5.76, 6.63, 8},
        {7, 2.75, 4.63, 6.1, 7.48, 8.3},
        {9, 2.51, 4.75, 6.6, 8.23, 9.75},
        {11, 2.47, 4.64, 6.75, 8.61, 10.45},
        {15, 2.1, 4.5, 6.75, 8.9, 10.95},
        {19, 1.65, 4.3, 6.55, 8.75, 11},
        {23, 1.1, 4.1, 6.45, 8.65, 10.9},
        {31, -0.2, 3.4, 6.2, 8.5, 10.7},
        {47, -0.2, 1.4, 5.1, 8.15, 10.65},
    };

    private EvidenceTail() {}

    /**
     * The chance of at least so much evidence.
     *
     * @param waits intervals weighed, five or more
     * @param log logarithm of the evidence
     * @return above 0, at most 1
     */
    static double chance(int waits, double log) {
        double[] needed = needed(waits);
        int last = LEVELS.length - 1;
        if (log >= needed[last]) {
            // The quotient's own bound: a unit more, a unit less likely.
            return StrictMath.exp(LEVELS[last] * Math.log(10) - (log - needed[last]));
        }
        int above = 1;
        while (log > needed[above]) {
            above++;
        }
        double share = (log - needed[above - 1]) / (needed[above] - needed[above - 1]);
        double level = LEVELS[above - 1] + share * (LEVELS[above] - LEVELS[above - 1]);
        return Math.min(1, StrictMath.pow(10, level));
    }

    /** The evidence at each level for a number of waits, between two rows by their distance. */
    static double[] needed(int waits) {
        int above = 1;
        while (above < ROWS.length - 1 && waits > ROWS[above][0]) {
            above++;
        }
        double[] low = ROWS[above - 1];
        double[] high = ROWS[above];
        double share = Math.clamp((waits - low[0]) / (high[0] - low[0]), 0, 1);
        double[] needed = new double[LEVELS.length];
        for (int i = 0; i < needed.length; i++) {
            needed[i] = low[i + 1] + share * (high[i + 1] - low[i + 1]);
        }
        return needed;
    }
}
