package io.wirecase.detection.scan;

import java.time.Duration;
import java.util.List;

/**
 * When a scan that takes days is one.
 *
 * @param windows so many targets without an answer within so long are a scan, where as many failed as a scan's do
 * @param halfLife what was learnt of a host fades by half in this time
 * @param days days that are looked at together
 */
public record Patience(List<Window> windows, Duration halfLife, int days) {

    /** The windows of minutes, hours, a day and a week; starting values above the field's rule of five minutes. */
    public static final Patience DEFAULT = new Patience(
            List.of(
                    new Window("mostInFiveMinutes", Duration.ofMinutes(5), 15),
                    new Window("mostInAnHour", Duration.ofHours(1), 25),
                    new Window("mostInADay", Duration.ofDays(1), 40),
                    new Window("mostInSevenDays", Duration.ofDays(7), 60)),
            Duration.ofHours(48),
            7);

    /** Keeps its own copy of the list. */
    public Patience {
        windows = List.copyOf(windows);
    }

    /**
     * A stretch of time.
     *
     * @param measure its name among the measures of an alert
     * @param length how long it is
     * @param targets the least distinct targets without an answer
     */
    public record Window(String measure, Duration length, int targets) {}
}
