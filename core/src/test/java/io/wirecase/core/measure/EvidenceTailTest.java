package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The chances that evidence has under random laws, found by importance sampling: intervals are drawn from the combs,
 * and each draw counts as much as it is likelier under the random law than under the combs. Both densities are averaged
 * over scales, and evidence does not depend on the scale, so the quotient is the likelihood ratio of what is seen. A
 * chance of one in a million needs no more draws than another.
 */
class EvidenceTailTest {

    private static final int DRAWS = 6_000;
    private static final int LOWEST = -460;

    @ParameterizedTest(name = "{0} waits")
    @ValueSource(ints = {5, 8, 11, 15, 23})
    void aRandomSeriesHasSoMuchEvidenceNoMoreOftenThanStated(int waits) {
        List<Draw> draws = draws(waits);
        for (int level = -2; level >= -5; level--) {
            double chance = Math.pow(10, level);
            for (ToDoubleFunction<double[]> law : List.<ToDoubleFunction<double[]>>of(
                    EvidenceTailTest::poisson, w -> logNormal(w, 1), w -> logNormal(w, 1.5))) {
                assertThat(share(draws, law, waits, chance)).isLessThan(1.25 * chance);
            }
        }
    }

    @ParameterizedTest(name = "{0} waits")
    @ValueSource(ints = {8, 11, 15})
    void theLawThatComesClosestReachesWhatIsStated(int waits) {
        List<Draw> draws = draws(waits);
        for (double chance : new double[] {1e-3, 1e-4, 1e-5}) {
            assertThat(share(draws, w -> logNormal(w, 1), waits, chance)).isGreaterThan(0.7 * chance);
        }
    }

    @Test
    void moreEvidenceIsNeverLikelier() {
        for (int waits = 5; waits <= Timing.MAX_TESTED; waits++) {
            double before = 1;
            for (double log = -30; log < 30; log += 0.25) {
                double chance = EvidenceTail.chance(waits, log);
                assertThat(chance).isPositive().isLessThanOrEqualTo(before);
                before = chance;
            }
        }
    }

    /** Intervals, what the combs make of them, and their evidence. */
    private record Draw(double[] waits, CombEvidence evidence) {}

    private static double share(List<Draw> draws, ToDoubleFunction<double[]> law, int waits, double chance) {
        return draws.stream()
                .filter(d -> EvidenceTail.chance(waits, d.evidence.logPeriodic() - d.evidence.logRandom()) <= chance)
                .mapToDouble(d -> Math.exp(law.applyAsDouble(d.waits) - d.evidence.logPeriodic()) / DRAWS)
                .sum();
    }

    private static List<Draw> draws(int waits) {
        SplittableRandom random = new SplittableRandom(waits);
        List<double[]> laws =
                CombEvidence.combs(0).stream().map(EvidenceTailTest::summed).toList();
        double[] weights = summed(CombEvidence.logWeights());
        List<Draw> draws = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            double[] law = laws.get(at(weights, random.nextDouble()));
            double[] drawn = new double[waits];
            Arrays.setAll(
                    drawn,
                    any -> Math.exp((LOWEST + at(law, random.nextDouble()) + random.nextDouble() - 0.5) * Teeth.STEP));
            draws.add(new Draw(drawn, CombEvidence.of(drawn, 0)));
        }
        return draws;
    }

    private static double[] summed(Teeth law) {
        return summed(IntStream.range(LOWEST, -LOWEST)
                .mapToDouble(step -> law.at(step) + step * Teeth.STEP)
                .toArray());
    }

    /** The sums of what these are the logarithms of, up to 1. */
    private static double[] summed(double[] logs) {
        double[] sums = Arrays.stream(logs).map(Math::exp).toArray();
        Arrays.parallelPrefix(sums, Double::sum);
        double all = sums[sums.length - 1];
        return Arrays.stream(sums).map(sum -> sum / all).toArray();
    }

    private static int at(double[] sums, double share) {
        int found = Arrays.binarySearch(sums, share);
        return Math.min(sums.length - 1, found >= 0 ? found : -found - 1);
    }

    /** The density of a Poisson process, averaged over rates. */
    private static double poisson(double[] waits) {
        return Greenwood.logGamma(waits.length)
                - waits.length * Math.log(Arrays.stream(waits).sum());
    }

    /** The density of a lognormal law, averaged over scales. */
    private static double logNormal(double[] waits, double sigma) {
        int n = waits.length;
        double[] logs = Arrays.stream(waits).map(Math::log).toArray();
        double mean = Arrays.stream(logs).sum() / n;
        double squares = Arrays.stream(logs).map(l -> (l - mean) * (l - mean)).sum();
        double variance = sigma * sigma;
        return -n * mean
                - squares / (2 * variance)
                - (n - 1) / 2.0 * Math.log(2 * Math.PI * variance)
                - Math.log(n) / 2;
    }
}
