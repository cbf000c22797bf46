package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The rate of false discoveries over many tests (Benjamini, Hochberg 1995): of what is called at a q, at most that
 * share is expected to be chance.
 */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * The q of each p.
     *
     * @param p chances, in any order
     * @param tested tests made, at least those; of the others the chance is taken to be 1
     */
    public static double[] q(double[] p, long tested) {
        long all = Math.max(tested, p.length);
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        Arrays.fill(q, 1);
        double least = 1;
        for (int rank = p.length; rank > 0; rank--) {
            int at = ascending[rank - 1];
            least = Math.min(least, p[at] * all / rank);
            q[at] = least;
        }
        return q;
    }
}
