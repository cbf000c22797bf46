package io.wirecase.local.exam.mark;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Series;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How finding something depends on one parameter, and how much of it is needed. */
public final class Curves {

    private static final double MOSTLY = 0.5;
    private static final double NEARLY_ALWAYS = 0.95;

    private Curves() {}

    /**
     * One step of a curve.
     *
     * @param value of the parameter
     * @param instances how many
     * @param found share with the expected alert
     * @param periodic share whose timing is called periodic; -1 where none is timed
     * @param yardstick share the yardstick scores above the limit of equal false alarms; -1 where none is timed
     * @param seconds median seconds from the actor's first event to its last
     */
    public record Point(double value, int instances, double found, double periodic, double yardstick, double seconds) {}

    /**
     * A curve with its steps.
     *
     * @param mostly the least value from which on half or more are found, or null where none is
     * @param nearlyAlways the same for 95 %
     */
    public record Mark(
            Curve curve,
            List<Point> points,
            @Nullable Point mostly,
            @Nullable Point nearlyAlways) {}

    /** Every curve that was asked. */
    public static List<Mark> of(List<Answer> answers, double yardstickLimit) {
        List<Mark> marks = new ArrayList<>();
        for (Curve curve : Curve.ALL) {
            List<Point> points = new ArrayList<>();
            for (double value : curve.values()) {
                List<Answer> at = answers.stream()
                        .filter(answer -> answer.paper().group().equals(curve.id())
                                && answer.paper().fixed().getOrDefault(curve.parameter(), -1.0) == value)
                        .toList();
                if (!at.isEmpty()) {
                    points.add(point(value, at, yardstickLimit));
                }
            }
            if (!points.isEmpty()) {
                marks.add(new Mark(curve, points, from(points, MOSTLY), from(points, NEARLY_ALWAYS)));
            }
        }
        return marks;
    }

    private static Point point(double value, List<Answer> at, double limit) {
        long found = at.stream()
                .filter(answer -> answer.label().expected().stream().allMatch(each -> Kinds.found(answer, each)))
                .count();
        List<Series> series =
                at.stream().flatMap(answer -> answer.series().stream()).toList();
        double n = series.size();
        return new Point(
                value,
                at.size(),
                found / (double) at.size(),
                series.isEmpty() ? -1 : series.stream().filter(Series::periodic).count() / n,
                series.isEmpty()
                        ? -1
                        : series.stream()
                                        .filter(each -> each.yardstick() > limit)
                                        .count()
                                / n,
                Pairs.median(at.stream()
                        .mapToDouble(answer ->
                                answer.label().lastSecond() - answer.label().firstSecond())
                        .toArray()));
    }

    /** The first step from which on no share is lower. */
    private static @Nullable Point from(List<Point> points, double share) {
        @Nullable Point first = null;
        for (Point point : points) {
            first = point.found < share ? null : first == null ? point : first;
        }
        return first;
    }
}
