package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the start times of a series say: a class, and the numbers it rests on. Three tests ask how likely random starts
 * are to look this regular: {@link Greenwood}'s spacing test, which sees regularity even where each delay is counted
 * from the last; the {@link CombEvidence} for a period with missed beats; and, where those see nothing, a
 * {@link Periodogram}, which sees clocks among other starts. What is tested are waits: from the last event of an
 * episode to the first of the next, less the gap that merges events. Of a Poisson process these are exponential
 * whatever the gap, so the merge itself makes nothing look regular.
 *
 * @param type the class
 * @param events events given
 * @param episodes events that are no mere repeats of the one before
 * @param spanSeconds seconds from first to last event
 * @param p chance of looking this regular at random, all tests made allowed for, at least {@link #LEAST_P}; or null
 *     when not tested
 * @param against what random starts that is the chance of, or null when not tested
 * @param comb the fitted comb where the class is periodic, else null; of several the clearest
 * @param combs all combs: one, or several where the class is {@link TimingClass#MULTI_PERIODIC}
 * @param bursts how events cluster, or null when every episode is one event
 */
public record Timing(
        TimingClass type,
        int events,
        int episodes,
        double spanSeconds,
        @Nullable Double p,
        @Nullable TimingNull against,
        @Nullable Comb comb,
        List<Comb> combs,
        @Nullable Bursts bursts) {

    /** The least number of episodes for any statement on regularity. */
    public static final int MIN_EPISODES = 6;

    /**
     * The least number of episodes for a period with missed beats: each beat that may be missing is one more thing a
     * fit can choose, and with fewer starts there is always a comb that a few of them sit on.
     */
    public static final int MIN_EPISODES_WITH_GAPS = 12;

    /** The smallest p stated: what lies below would say more of the model than of the series. */
    public static final double LEAST_P = 1e-6;

    /** Episodes tested; of more, the first. */
    public static final int MAX_TESTED = Greenwood.MAX + 1;

    /** Keeps its own copy of the list. */
    public Timing {
        combs = List.copyOf(combs);
    }

    /**
     * Measures a series with all tests.
     *
     * @param startNanos start times, any order
     * @param seed what the random draws start from: derive it from what the series is, so that a report repeats
     */
    public static Timing of(long[] startNanos, long seed) {
        return new TimingReader(startNanos, seed).read(true);
    }

    /** The same without the periodogram: some hundred times cheaper, for looking at a series as it grows. */
    public static Timing brief(long[] startNanos, long seed) {
        return new TimingReader(startNanos, seed).read(false);
    }

    /**
     * A cheap look: the spacing test alone.
     *
     * @return the chance that random starts are as even, or 1 with too few
     */
    public static double evenness(long[] startNanos) {
        return new TimingReader(startNanos, 0).evenness();
    }

    /**
     * How events cluster into episodes.
     *
     * @param n episodes
     * @param sizeMin events of the smallest
     * @param sizeMedian median events
     * @param sizeMax events of the largest
     * @param spanSeconds median seconds from first to last event of the episodes with more than one
     * @param gapSeconds median seconds between episode starts
     */
    public record Bursts(int n, int sizeMin, double sizeMedian, int sizeMax, double spanSeconds, double gapSeconds) {

        static @Nullable Bursts of(Episodes episodes) {
            int[] sizes = episodes.sizes();
            int largest = Arrays.stream(sizes).max().orElse(0);
            if (largest < 2 || episodes.count() < 2) {
                return null;
            }
            double[] spans = Arrays.stream(episodes.spans()).filter(s -> s > 0).toArray();
            return new Bursts(
                    episodes.count(),
                    Arrays.stream(sizes).min().orElse(0),
                    Statistics.median(Arrays.stream(sizes).asDoubleStream().toArray()),
                    largest,
                    spans.length == 0 ? 0 : Statistics.median(spans),
                    Statistics.median(episodes.intervals()));
        }
    }
}
