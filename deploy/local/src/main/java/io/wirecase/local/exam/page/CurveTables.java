package io.wirecase.local.exam.page;

import io.wirecase.local.exam.mark.Curves;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tables of curves. */
final class CurveTables {

    private CurveTables() {}

    /** How much is needed until something is seen. */
    static Section detectionTimes(List<Curves.Mark> curves) {
        List<List<String>> rows = new ArrayList<>();
        for (Curves.Mark mark : curves) {
            if (mark.curve().counts()) {
                rows.add(List.of(
                        mark.curve().title(),
                        needed(mark.mostly(), false),
                        needed(mark.mostly(), true),
                        needed(mark.nearlyAlways(), false),
                        needed(mark.nearlyAlways(), true)));
            }
        }
        return new Section(
                "Time to detect",
                "Captures that end after so many events: the least number from which on half, and 95 %, are found, and "
                        + "the seconds these take (median).",
                List.of("what", "events, half", "seconds", "events, 95 %", "seconds"),
                rows,
                List.of());
    }

    private static String needed(Curves.@Nullable Point point, boolean seconds) {
        return point == null ? "not reached" : Contents.number(seconds ? Math.rint(point.seconds()) : point.value());
    }

    /** One curve, step by step. */
    static Section curve(Curves.Mark mark) {
        List<List<String>> rows = new ArrayList<>();
        boolean timed = mark.points().getFirst().periodic() >= 0;
        for (Curves.Point point : mark.points()) {
            List<String> row = new ArrayList<>(List.of(
                    Contents.number(point.value()),
                    Integer.toString(point.instances()),
                    Contents.number(point.found())));
            if (timed) {
                row.add(Contents.number(point.periodic()));
                row.add(Contents.number(point.yardstick()));
            }
            rows.add(row);
        }
        List<String> header = new ArrayList<>(List.of(mark.curve().parameter(), "n", "alert"));
        if (timed) {
            header.addAll(List.of("called periodic", "RITA at equal false alarms"));
        }
        String title = mark.curve().title();
        return new Section(
                title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1),
                "",
                header,
                rows,
                List.of(mark.curve().id()));
    }
}
