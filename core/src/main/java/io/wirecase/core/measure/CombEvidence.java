package io.wirecase.core.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much better a period with jitter and missed beats explains intervals than laws without one do. For each law the
 * density of the intervals is averaged over all scales (with the weight dT / T, so that the unit of time does not
 * matter), then over the laws of its kind. The quotient of two such averages has a mean of at most 1 where the law
 * below is the true one, so 1 by the quotient bounds the chance to see as much (Markov), at one look or at any of many
 * (Ville 1939; for scale families: Pérez-Ortiz, Lardy, de Heide, Grünwald 2024). The law below is the best of a Poisson
 * process, bursty gamma laws and wide lognormal ones: people, queues and crowds.
 *
 * @param logPeriodic logarithm of the average over combs
 * @param logEven of laws that are even and have no period
 * @param logRandom of the random law that explains the intervals best
 * @param best the comb that explains best
 */
record CombEvidence(double logPeriodic, double logEven, double logRandom, Shape best) {

    private static final double[] JITTERS = {0.02, 0.1, 0.25, 0.5};
    private static final double[] MISSED = {0, 0.15, 0.4};
    private static final double[] GAPS = {0, 0.02, 0.05, 0.1};
    private static final List<Teeth> RANDOM = List.of(
            Teeth.gamma(1),
            Teeth.gamma(0.6),
            Teeth.gamma(0.3),
            Teeth.logNormal(1),
            Teeth.logNormal(1.5),
            Teeth.logNormal(2.2));
    private static final List<Teeth> EVEN = List.of(Teeth.gamma(2), Teeth.gamma(4), Teeth.upTo(), Teeth.logNormal(0.5));
    private static final ConcurrentHashMap<Double, List<Teeth>> COMBS = new ConcurrentHashMap<>();

    /**
     * What the quotient leaves unused. Over all random laws and from 5 to 99 intervals, a hundredth of 6,000 random
     * series had a quotient above 8 and a thousandth above 74, never above a tenth of the bound's.
     */
    private static final double UNUSED = 10;

    /** So many times better than a period, mere evenness has to explain intervals to be preferred. */
    private static final double LOG_PREFERRED = Math.log(10);

    /**
     * A comb's shape.
     *
     * @param periodSeconds its period
     * @param spread standard deviation of one delay, as a share of the period
     * @param missed share of beats missed
     */
    record Shape(double periodSeconds, double spread, double missed) {}

    /** The chance that a random law looks as much like a comb. */
    double p() {
        return Math.min(1, Math.exp(logRandom - logPeriodic) / UNUSED);
    }

    /** Whether a period explains the intervals, and not mere evenness does far better. */
    boolean narrow() {
        return logPeriodic > logEven - LOG_PREFERRED;
    }

    /**
     * Weighs intervals.
     *
     * @param waits the intervals less the gap that merges events, at least two
     * @param gap that gap
     */
    static CombEvidence of(double[] waits, double gap) {
        Scaled scaled = Scaled.of(waits);
        double share = gap / (gap + Statistics.median(waits));
        List<Teeth> combs = COMBS.computeIfAbsent(nearest(share), CombEvidence::combs);
        double[] periodic = new double[combs.size()];
        double most = Double.NEGATIVE_INFINITY;
        Shape best = new Shape(0, 0, 0);
        for (int i = 0; i < periodic.length; i++) {
            Peak peak = scaled.average(combs.get(i), Reach.COMB);
            periodic[i] = peak.logAverage;
            if (peak.logAverage > most) {
                most = peak.logAverage;
                double spread = JITTERS[i / MISSED.length] / Math.sqrt(3);
                best = new Shape(peak.scale, spread, MISSED[i % MISSED.length]);
            }
        }
        double random = RANDOM.stream()
                .mapToDouble(law -> scaled.average(law, Reach.ANY).logAverage)
                .max()
                .orElseThrow();
        double[] even = EVEN.stream()
                .mapToDouble(law -> scaled.average(law, Reach.ANY).logAverage)
                .toArray();
        return new CombEvidence(mean(periodic), mean(even), random, best);
    }

    private static double nearest(double share) {
        return Arrays.stream(GAPS)
                .boxed()
                .min(java.util.Comparator.comparingDouble(g -> Math.abs(g - share)))
                .orElseThrow();
    }

    private static List<Teeth> combs(double gap) {
        List<Teeth> combs = new ArrayList<>();
        for (double jitter : JITTERS) {
            for (double missed : MISSED) {
                combs.add(Teeth.comb(jitter, missed, gap));
            }
        }
        return List.copyOf(combs);
    }

    private static double mean(double[] logs) {
        double most = Arrays.stream(logs).max().orElseThrow();
        return most
                + Math.log(Arrays.stream(logs)
                        .map(l -> Math.exp(l - most))
                        .average()
                        .orElseThrow());
    }

    /**
     * A law's average.
     *
     * @param logAverage its logarithm
     * @param scale the scale that explains best, in seconds
     */
    private record Peak(double logAverage, double scale) {}

    /** The scales tried: a comb's period is near the median but for beats missed; others reach further. */
    private enum Reach {
        COMB(8, 1.5),
        ANY(20, 20);

        private final double below;
        private final double above;

        Reach(double below, double above) {
            this.below = below;
            this.above = above;
        }
    }

    /** Intervals as counts over steps of their logarithm: fine ones for narrow laws, coarse ones for wide laws. */
    private record Scaled(Counts fine, Counts coarse, double median, int n) {

        private static final int COARSE = 5;

        static Scaled of(double[] waits) {
            double median = Statistics.median(waits);
            // A wait may be nothing above the gap; a thousandth of the median is as short as matters.
            double least = Math.max(1e-6, median / 1000);
            int[] steps = Arrays.stream(waits)
                    .mapToInt(w -> (int) Math.round(Math.log(Math.max(w, least)) / Teeth.STEP))
                    .sorted()
                    .toArray();
            return new Scaled(Counts.of(steps, 1), Counts.of(steps, COARSE), Math.max(median, least), waits.length);
        }

        /** The law's density of all intervals, averaged over scales with the weight dT / T. */
        Peak average(Teeth law, Reach reach) {
            Counts counts = law.stride() >= COARSE ? coarse : fine;
            int from = (int) (Math.log(median / reach.below) / Teeth.STEP);
            int to = (int) (Math.log(median * reach.above) / Teeth.STEP);
            double most = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int best = from;
            for (int shift = from; shift <= to; shift += law.stride()) {
                double log = counts.density(law, shift) - n * Teeth.STEP * shift;
                if (log > most) {
                    sum = sum * Math.exp(most - log) + 1;
                    most = log;
                    best = shift;
                } else {
                    sum += Math.exp(log - most);
                }
            }
            double width = Math.log(Teeth.STEP * law.stride());
            return new Peak(most + Math.log(sum) + width, Math.exp(best * Teeth.STEP));
        }
    }

    /** How many intervals lie in each step. */
    private static final class Counts {

        private final int[] steps;
        private final int[] counts;

        private Counts(int[] steps, int[] counts) {
            this.steps = steps;
            this.counts = counts;
        }

        static Counts of(int[] sorted, int width) {
            int[] steps = new int[sorted.length];
            int[] counts = new int[sorted.length];
            int distinct = 0;
            for (int fine : sorted) {
                int step = Math.floorDiv(fine, width) * width + width / 2;
                if (distinct == 0 || steps[distinct - 1] != step) {
                    steps[distinct++] = step;
                }
                counts[distinct - 1]++;
            }
            return new Counts(Arrays.copyOf(steps, distinct), Arrays.copyOf(counts, distinct));
        }

        double density(Teeth law, int shift) {
            double log = 0;
            for (int i = 0; i < steps.length; i++) {
                log += counts[i] * law.at(steps[i] - shift);
            }
            return log;
        }
    }
}
