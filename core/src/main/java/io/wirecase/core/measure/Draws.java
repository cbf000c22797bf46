package io.wirecase.core.measure;

import java.util.SplittableRandom;

/** Random orders. */
final class Draws {

    private Draws() {}

    /** Puts values in a random order (Fisher, Yates 1938). */
    static void shuffle(double[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
    }
}
