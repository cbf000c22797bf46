package io.wirecase.report.measurement;

import io.wirecase.core.measure.DayCircle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a pattern's starts spread over the hours of the day, UTC. Each hour of each day in which something started counts
 * once, so that a burst is not taken for a habit.
 *
 * @param covered hours of the day with at least one start, 0 to 24
 * @param spanSeconds seconds from first to last start
 * @param measurable whether the starts span enough days to speak of the time of day
 * @param concentration length of the mean vector on the clock's circle, 0 (even) to 1 (one hour), or null when not
 *     measurable
 * @param chance chance of such a concentration when all hours are equal: exp(-n R^2), Rayleigh's test, or null
 */
public record Hours(
        int covered,
        double spanSeconds,
        boolean measurable,
        @Nullable Double concentration,
        @Nullable Double chance) {

    public static final int A_DAY = DayCircle.HOURS;
    public static final int ENOUGH_DAYS = DayCircle.ENOUGH_DAYS;

    private static final long HOUR = 3_600_000_000_000L;
    private static final double ALPHA = 0.01;

    /** The hours of a measurement. */
    public static Hours of(Measurement measured) {
        return of(
                measured.flows().stream().mapToLong(f -> f.span().startNanos()).toArray());
    }

    /** The hours of start times, any order. */
    static Hours of(long[] starts) {
        long covered = Arrays.stream(starts)
                .map(t -> Math.floorMod(Math.floorDiv(t, HOUR), (long) A_DAY))
                .distinct()
                .count();
        long first = Arrays.stream(starts).min().orElse(0);
        long span = Arrays.stream(starts).max().orElse(0) - first;
        DayCircle circle = DayCircle.of(starts);
        return new Hours((int) covered, span / 1e9, circle.chance() != null, circle.concentration(), circle.chance());
    }

    /** The word for it. */
    public Verdict verdict() {
        if (chance == null) {
            return Verdict.NOT_MEASURABLE;
        }
        return chance < ALPHA ? Verdict.CONCENTRATED : Verdict.NO_VARIATION;
    }

    /** Whether the time of day matters. */
    public enum Verdict {
        /** Fewer than {@link #ENOUGH_DAYS} days. */
        NOT_MEASURABLE,
        /** Spread as if all hours were equal. */
        NO_VARIATION,
        /** Some hours have more than chance gives them (p below .01). */
        CONCENTRATED
    }
}
