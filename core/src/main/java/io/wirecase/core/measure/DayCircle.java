package io.wirecase.core.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How starts lie on the circle of a day's hours (Rayleigh's test, Mardia and Jupp 2000). Hours of the calendar with at
 * least one start are counted, not starts: a burst is one fact.
 *
 * @param concentration length of the mean vector, 0 (even) to 1 (one hour), or null below {@link #ENOUGH_DAYS} days
 * @param chance chance of such a concentration when all hours are equal, {@code exp(-n R^2)}, or null
 */
public record DayCircle(
        @Nullable Double concentration, @Nullable Double chance) {

    /** Hours of a day. */
    public static final int HOURS = 24;

    /** Days below which nothing is said: one day's hours are no habit. */
    public static final int ENOUGH_DAYS = 2;

    private static final long HOUR = 3_600_000_000_000L;

    /** Measures start times since 1970 in nanoseconds, any order. */
    public static DayCircle of(long[] starts) {
        long first = Arrays.stream(starts).min().orElse(0);
        long last = Arrays.stream(starts).max().orElse(0);
        if (last - first < ENOUGH_DAYS * HOURS * HOUR) {
            return new DayCircle(null, null);
        }
        long[] hours = Arrays.stream(starts)
                .map(t -> Math.floorDiv(t, HOUR))
                .distinct()
                .toArray();
        double x = 0;
        double y = 0;
        for (long hour : hours) {
            double angle = 2 * Math.PI * Math.floorMod(hour, (long) HOURS) / HOURS;
            x += Math.cos(angle);
            y += Math.sin(angle);
        }
        double resultant = Math.hypot(x, y) / hours.length;
        return new DayCircle(resultant, Math.exp(-hours.length * resultant * resultant));
    }
}
