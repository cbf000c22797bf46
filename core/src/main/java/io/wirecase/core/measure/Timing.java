package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the start times of a series say: a class, and the numbers it rests on. Two tests are made against episodes that
 * come at random (as many, over the same span, none closer than the gap that merges events into one): Greenwood's
 * spacing test (Greenwood 1946, Moran 1947), which sees regularity even where each delay is counted from the last, and
 * the cost of the best {@link Comb}, which sees a period through missed beats. As many episodes, not as many events: a
 * handful of bursts fits a comb more easily than their hundred events would.
 *
 * @param type the class
 * @param events events given
 * @param episodes events that are no mere repeats of the one before
 * @param spanSeconds seconds from first to last event
 * @param p chance of looking this regular at random, both tests allowed for, or null when not tested
 * @param comb the fitted comb where the class is periodic, else null
 * @param bursts how events cluster, or null when every episode is one event
 */
public record Timing(
        TimingClass type,
        int events,
        int episodes,
        double spanSeconds,
        @Nullable Double p,
        @Nullable Comb comb,
        @Nullable Bursts bursts) {

    /** The least number of episodes for any statement on regularity. */
    public static final int MIN_EPISODES = 6;

    /**
     * The least number of episodes for a period with missed beats: each beat that may be missing is one more thing a
     * fit
     * can choose, and with fewer starts there is always a comb that a few of them sit on.
     */
    public static final int MIN_EPISODES_WITH_GAPS = 12;

    private static final double ALPHA = 0.01;
    private static final int DRAWS = 399;
    private static final int MAX_TESTED = 512;
    /** The most jitter with few episodes. */
    private static final double NARROW = 0.15;
    /** The most jitter of a comb from {@link #MIN_EPISODES_WITH_GAPS} on. */
    private static final double CLOSE = 0.25;
    /** A delay drawn from half to one and a half of its mean has .37. */
    private static final double EVEN = 0.5;

    private static final double GAPS_FROM = 0.1;

    /**
     * Measures a series.
     *
     * @param startNanos start times, any order
     * @param seed what the random draws start from: derive it from what the series is, so that a report repeats
     */
    public static Timing of(long[] startNanos, long seed) {
        long[] sorted = startNanos.clone();
        Arrays.sort(sorted);
        double[] times =
                Arrays.stream(sorted).mapToDouble(t -> (t - sorted[0]) / 1e9).toArray();
        double span = times.length == 0 ? 0 : times[times.length - 1];
        Episodes episodes = Episodes.of(times);
        Bursts bursts = Bursts.of(episodes);
        if (episodes.count() < MIN_EPISODES) {
            return new Timing(TimingClass.INSUFFICIENT, times.length, episodes.count(), span, null, null, bursts);
        }
        double[] tested = Arrays.copyOf(episodes.starts(), Math.min(MAX_TESTED, episodes.count()));
        Tails tails = tails(tested, episodes.gap(), seed);
        double p = Math.min(1, 2 * Math.min(tails.regular, tails.combed));
        Comb comb = Comb.fit(Episodes.intervals(tested), seed);
        TimingClass type = classify(tested, tails, p, comb, bursts);
        return new Timing(type, times.length, episodes.count(), span, p, type.periodic() ? comb : null, bursts);
    }

    private static TimingClass classify(
            double[] starts, Tails tails, double p, @Nullable Comb comb, @Nullable Bursts bursts) {
        boolean gaps = comb != null && comb.missRate() >= GAPS_FROM;
        boolean enough = !gaps || starts.length >= MIN_EPISODES_WITH_GAPS;
        if (p < ALPHA && comb != null && enough && narrow(starts, tails, comb)) {
            if (starts[starts.length - 1] - starts[0] < 3 * comb.periodSeconds()) {
                return TimingClass.INSUFFICIENT;
            }
            return gaps ? TimingClass.PERIODIC_WITH_GAPS : TimingClass.PERIODIC;
        }
        if (doubling(starts)) {
            return TimingClass.BACKOFF;
        }
        if (tails.regular < ALPHA / 2) {
            return TimingClass.REGULAR_APERIODIC;
        }
        if (bursts != null && bursts.sizeMedian() >= 3) {
            return TimingClass.BURST_RETRY;
        }
        return tails.bursty < ALPHA ? TimingClass.BURSTY : TimingClass.IRREGULAR;
    }

    /**
     * Whether there is one period and not only a certain evenness. A comb with beats missing fits any intervals with a
     * jitter of .37 (they lie anywhere between two teeth), so a comb counts where it fits better than chance and more
     * closely than that; without, the intervals themselves have to be alike.
     */
    private static boolean narrow(double[] starts, Tails tails, Comb comb) {
        boolean many = starts.length >= MIN_EPISODES_WITH_GAPS;
        boolean closer = tails.combed < ALPHA / 2 && comb.jitter() <= (many ? CLOSE : NARROW);
        double[] intervals = Episodes.intervals(starts);
        double uneven = Statistics.spread(intervals) / Statistics.median(intervals);
        return closer || tails.regular < ALPHA / 2 && uneven <= (many ? EVEN : NARROW);
    }

    /** Three intervals in a row that each take about twice as long as the one before. */
    private static boolean doubling(double[] starts) {
        double[] intervals = Episodes.intervals(starts);
        int run = 0;
        for (int i = 1; i < intervals.length; i++) {
            double ratio = intervals[i] / intervals[i - 1];
            run = ratio >= 1.8 && ratio <= 2.2 ? run + 1 : 0;
            if (run >= 3) {
                return true;
            }
        }
        return false;
    }

    private static Tails tails(double[] tested, double gap, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] intervals = Episodes.intervals(tested);
        double spacing = greenwood(intervals);
        double cost = Comb.bestCost(intervals);
        int regular = 0;
        int bursty = 0;
        int combed = 0;
        double span = tested[tested.length - 1];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] chance = chance(intervals.length, span, gap, random);
            double chanceSpacing = greenwood(chance);
            regular += chanceSpacing <= spacing ? 1 : 0;
            bursty += chanceSpacing >= spacing ? 1 : 0;
            combed += Comb.bestCost(chance) <= cost ? 1 : 0;
        }
        double all = DRAWS + 1.0;
        return new Tails((1 + regular) / all, (1 + bursty) / all, (1 + combed) / all);
    }

    /** Greenwood's statistic times (n + 1) / 2: 1 is expected of random events, whatever their number. */
    private static double greenwood(double[] intervals) {
        double sum = Arrays.stream(intervals).sum();
        double squares = Arrays.stream(intervals).map(d -> d / sum * (d / sum)).sum();
        return squares * (intervals.length + 1) / 2;
    }

    /** Intervals of a Poisson process with a dead time: each a gap and an exponential rest, scaled to the span. */
    private static double[] chance(int intervals, double span, double gap, SplittableRandom random) {
        double[] rests = new double[intervals];
        double sum = 0;
        for (int i = 0; i < intervals; i++) {
            rests[i] = -Math.log(1 - random.nextDouble());
            sum += rests[i];
        }
        double free = Math.max(0, span - intervals * gap);
        for (int i = 0; i < intervals; i++) {
            rests[i] = gap + free * rests[i] / sum;
        }
        return rests;
    }

    private record Tails(double regular, double bursty, double combed) {}

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
