package io.wirecase.report.measurement;

/**
 * How a pattern's starts cover the hours of the day, UTC.
 *
 * @param covered hours of the day with at least one start, 0 to 24
 * @param measurable whether the starts span enough days to speak of the time of day
 */
public record Hours(int covered, boolean measurable) {

    public static final int A_DAY = 24;
    public static final int ENOUGH_DAYS = 2;

    private static final long HOUR = 3_600_000_000_000L;

    /** The hours of a measurement. */
    public static Hours of(Measurement measured) {
        long covered = measured.flows().stream()
                .map(f -> Math.floorMod(Math.floorDiv(f.span().startNanos(), HOUR), (long) A_DAY))
                .distinct()
                .count();
        long span = measured.lastNanos() - measured.firstNanos();
        return new Hours((int) covered, span >= ENOUGH_DAYS * A_DAY * HOUR);
    }
}
