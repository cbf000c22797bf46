package io.wirecase.core.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much better a period with jitter and missed beats explains intervals than laws without one do. For each law the
 * density of the intervals is averaged over all scales (with the weight dT / T, so that the unit of time does not
 * matter), then over the laws of its kind. The quotient of two such averages has a mean of at most 1 where the law
 * below is the true one (for scale families: Pérez-Ortiz, Lardy, de Heide, Grünwald 2024), so 1 by the quotient
 * bounds the chance to see as much (Markov); how large it is for the worst of the laws below is
 * {@link EvidenceTail}'s. The law below is the best of a Poisson process, bursty gamma laws and wide lognormal ones:
 * people, queues and crowds.
 *
 * @param waits how many intervals were weighed
 * @param logPeriodic logarithm of the average over combs
 * @param logEven of laws that are even and have no period
 * @param logRandom of the random law that explains the intervals best
 * @param best the comb that explains best
 */
record CombEvidence(int waits, double logPeriodic, double logEven, double logRandom, Shape best) {

    /** Tools are told their jitter in tenths. */
    static final double[] JITTERS = {0.02, 0.1, 0.2, 0.3, 0.4, 0.5};

    static final double[] MISSED = {0, 0.15, 0.4};
    /** How far above the period the median interval may lie, for each share of beats missed. */
    private static final double[] BELOW = {1.5, 2.5, 4};

    private static final double ABOVE = 1.5;

    static final double[] GAPS = {0, 0.02, 0.05, 0.1};
    private static final double WIDEST = 20;
    private static final List<Teeth> RANDOM = List.of(
            Teeth.gamma(1),
            Teeth.gamma(0.6),
            Teeth.gamma(0.3),
            Teeth.logNormal(1),
            Teeth.logNormal(1.5),
            Teeth.logNormal(2.2));
    private static final List<Teeth> EVEN = List.of(Teeth.gamma(2), Teeth.gamma(4), Teeth.upTo(), Teeth.logNormal(0.5));
    private static final double[] LOG_WEIGHTS = logWeights();
    private static final ConcurrentHashMap<Double, List<Teeth>> COMBS = new ConcurrentHashMap<>();

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

    /**
     * What each comb counts: the square of its jitter. Of a narrow comb few intervals say enough whatever it counts, of
     * a wide one each counts.
     */
    static double[] logWeights() {
        double all = MISSED.length * Arrays.stream(JITTERS).map(j -> j * j).sum();
        double[] weights = new double[JITTERS.length * MISSED.length];
        Arrays.setAll(weights, i -> Math.log(JITTERS[i / MISSED.length] * JITTERS[i / MISSED.length] / all));
        return weights;
    }

    /** The chance that a random law looks as much like a comb. */
    double p() {
        return EvidenceTail.chance(waits, logPeriodic - logRandom);
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
            int missed = i % MISSED.length;
            Peak peak = scaled.average(combs.get(i), BELOW[missed], ABOVE);
            periodic[i] = peak.logAverage + LOG_WEIGHTS[i];
            if (periodic[i] > most) {
                most = periodic[i];
                best = new Shape(peak.scale, JITTERS[i / MISSED.length] / Math.sqrt(3), MISSED[missed]);
            }
        }
        double random = RANDOM.stream()
                .mapToDouble(law -> scaled.average(law, WIDEST, WIDEST).logAverage)
                .max()
                .orElseThrow();
        double[] even = EVEN.stream()
                .mapToDouble(law -> scaled.average(law, WIDEST, WIDEST).logAverage)
                .toArray();
        return new CombEvidence(waits.length, sum(periodic), sum(even) - Math.log(even.length), random, best);
    }

    private static double nearest(double share) {
        return Arrays.stream(GAPS)
                .boxed()
                .min(java.util.Comparator.comparingDouble(g -> Math.abs(g - share)))
                .orElseThrow();
    }

    static List<Teeth> combs(double gap) {
        List<Teeth> combs = new ArrayList<>();
        for (double jitter : JITTERS) {
            for (double missed : MISSED) {
                combs.add(Teeth.comb(jitter, missed, gap));
            }
        }
        return List.copyOf(combs);
    }

    /** The logarithm of a sum. */
    private static double sum(double[] logs) {
        double most = Arrays.stream(logs).max().orElseThrow();
        return most + Math.log(Arrays.stream(logs).map(l -> Math.exp(l - most)).sum());
    }

    /**
     * A law's average.
     *
     * @param logAverage its logarithm
     * @param scale the scale that explains best, in seconds
     */
    private record Peak(double logAverage, double scale) {}

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
        Peak average(Teeth law, double below, double above) {
            Counts counts = law.stride() >= COARSE ? coarse : fine;
            int from = (int) (Math.log(median / below) / Teeth.STEP);
            int to = (int) (Math.log(median * above) / Teeth.STEP);
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
