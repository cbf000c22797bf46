package io.wirecase.core.measure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures one series: tests first, then the class by what they say. */
final class TimingReader {

    private static final double ALPHA = 0.01;
    private static final double SPACING_PART = 0.05;
    private static final double EVIDENCE_PART = 1 - SPACING_PART;
    private static final double TIMERS_PART = 1.0 / 3;
    private static final double GAPS_FROM = 0.1;
    /** The most jitter with few episodes. */
    private static final double NARROW = 0.15;
    /** So many periods have to lie within the span. */
    private static final int LEAST_PERIODS = 3;
    /** Clocks among other starts have to explain so many of them to be what the series is. */
    private static final double MAINLY = 0.6;

    private static final double CLEARLY_TWO = 10;
    private static final double RETRIES = 3;

    private final long[] startNanos;
    private final long seed;
    private final Episodes episodes;
    private final double span;
    private final double[] starts;
    private final double[] waits;

    TimingReader(long[] startNanos, long seed) {
        this.startNanos = startNanos.clone();
        this.seed = seed;
        Arrays.sort(this.startNanos);
        double[] times = Arrays.stream(this.startNanos)
                .mapToDouble(t -> (t - this.startNanos[0]) / 1e9)
                .toArray();
        this.span = times.length == 0 ? 0 : times[times.length - 1];
        this.episodes = Episodes.of(times);
        this.starts = Arrays.copyOf(episodes.starts(), Math.min(Timing.MAX_TESTED, episodes.count()));
        this.waits = Arrays.copyOf(episodes.waits(), Math.max(0, starts.length - 1));
    }

    /** What the tests say. */
    private record Tests(
            double spacing,
            double bursty,
            CombEvidence evidence,
            @Nullable Timers timers) {

        /**
         * The smallest p, each first divided by its test's part of the error that is allowed; the parts add up to one
         * (Holm 1979). The evidence finds what the spacing test finds and more, so it has the larger part.
         */
        double p() {
            double first = Math.min(spacing / SPACING_PART, evidence.p() / EVIDENCE_PART);
            double best = timers == null ? first : Math.min(first / (1 - TIMERS_PART), timers.p() / TIMERS_PART);
            return Math.clamp(best, Timing.LEAST_P, 1);
        }

        TimingNull against() {
            double first = Math.min(spacing / SPACING_PART, evidence.p() / EVIDENCE_PART);
            if (timers != null && timers.p() / TIMERS_PART < first / (1 - TIMERS_PART)) {
                return timers.byDay() ? TimingNull.DAY_PERIODOGRAM : TimingNull.PERIODOGRAM;
            }
            return spacing / SPACING_PART <= evidence.p() / EVIDENCE_PART ? TimingNull.SPACING : TimingNull.COMB;
        }
    }

    /** The chance of the spacing test. */
    double evenness() {
        return testable() ? Greenwood.regular(waits.length, Greenwood.statistic(waits)) : 1;
    }

    private boolean testable() {
        return episodes.count() >= Timing.MIN_EPISODES && Arrays.stream(waits).sum() > 0;
    }

    Timing read(boolean thorough) {
        if (!testable()) {
            return result(TimingClass.INSUFFICIENT, null, null, List.of());
        }
        double statistic = Greenwood.statistic(waits);
        Tests tests = new Tests(
                Greenwood.regular(waits.length, statistic),
                Greenwood.bursty(waits.length, statistic),
                CombEvidence.of(waits, episodes.gap()),
                null);
        if (Steps.powersOfTwo(Episodes.intervals(starts))) {
            return result(TimingClass.NTP_LIKE, tests, null, List.of());
        }
        Comb comb = comb(tests);
        if (comb != null) {
            return periodic(tests, comb);
        }
        if (thorough && starts.length >= Timing.MIN_EPISODES_WITH_GAPS) {
            tests = new Tests(tests.spacing, tests.bursty, tests.evidence, Timers.in(starts, seed));
        }
        Timers timers = tests.timers;
        if (timers != null && !timers.combs().isEmpty() && tests.p() < ALPHA && timers.share(starts.length) >= MAINLY) {
            Comb first = timers.combs().getFirst();
            return timers.combs().size() == 1
                    ? periodic(tests, first)
                    : result(TimingClass.MULTI_PERIODIC, tests, first, timers.combs());
        }
        return result(aperiodic(tests), tests, null, List.of());
    }

    /** The comb of a series that is even or on a comb, and narrowly so. */
    private @Nullable Comb comb(Tests tests) {
        if (tests.p() >= ALPHA || !tests.evidence.narrow()) {
            return null;
        }
        Comb comb = Comb.fit(Episodes.intervals(starts), tests.evidence.best(), seed);
        boolean many = starts.length >= Timing.MIN_EPISODES_WITH_GAPS;
        boolean gaps = comb.missRate() >= GAPS_FROM;
        return many || !gaps && comb.jitter() <= NARROW ? comb : null;
    }

    private Timing periodic(Tests tests, Comb comb) {
        if (span < LEAST_PERIODS * comb.periodSeconds()) {
            return result(TimingClass.INSUFFICIENT, tests, null, List.of());
        }
        boolean gaps = comb.missRate() >= GAPS_FROM;
        return result(gaps ? TimingClass.PERIODIC_WITH_GAPS : TimingClass.PERIODIC, tests, comb, List.of(comb));
    }

    private TimingClass aperiodic(Tests tests) {
        double[] intervals = Episodes.intervals(starts);
        if (Steps.doubling(intervals)) {
            return TimingClass.BACKOFF;
        }
        if (tests.spacing < ALPHA / 2) {
            return TimingClass.REGULAR_APERIODIC;
        }
        Timing.Bursts bursts = Timing.Bursts.of(episodes);
        if (bursts != null && bursts.sizeMedian() >= RETRIES) {
            return TimingClass.BURST_RETRY;
        }
        Double byHour = DayCircle.of(startNanos).chance();
        if (byHour != null && byHour < ALPHA) {
            return TimingClass.DIURNAL;
        }
        boolean bursty = tests.bursty < ALPHA && TwoPaces.gain(intervals) > CLEARLY_TWO;
        return bursty ? TimingClass.BURSTY : TimingClass.IRREGULAR;
    }

    private Timing result(TimingClass type, @Nullable Tests tests, @Nullable Comb comb, List<Comb> combs) {
        return new Timing(
                type,
                startNanos.length,
                episodes.count(),
                span,
                tests == null ? null : (Double) tests.p(),
                tests == null ? null : tests.against(),
                comb,
                combs,
                Timing.Bursts.of(episodes));
    }
}
