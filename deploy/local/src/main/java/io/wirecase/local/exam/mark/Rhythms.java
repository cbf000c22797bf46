package io.wirecase.local.exam.mark;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What timing said of series whose timing is known, family by family, and what a yardstick says of the same. */
public final class Rhythms {

    private static final double CLOSE = 0.01;
    private static final double YARDSTICK_LOW = 0.7;

    private Rhythms() {}

    /**
     * The marks of one family.
     *
     * @param family its id
     * @param periodicInTruth whether its series have a period
     * @param series how many
     * @param classes how many of each class
     * @param periodic share called periodic
     * @param alerted share alerted as a beacon
     * @param within share of those called periodic whose period is within 1 % of what came
     * @param medianError median error of the period against what came, as a share of it; of those called periodic
     * @param covered share of those called periodic whose interval holds the period that was meant
     * @param yardstick median score of the yardstick
     * @param yardstickLow share of the yardstick's scores from its own limit of .7 on
     * @param yardstickEqual share of its scores above the limit that makes it as often wrong as we are
     */
    public record Mark(
            String family,
            boolean periodicInTruth,
            int series,
            Map<String, Integer> classes,
            double periodic,
            double alerted,
            double within,
            double medianError,
            double covered,
            double yardstick,
            double yardstickLow,
            double yardstickEqual) {}

    /**
     * What both say of series without a period.
     *
     * @param series how many
     * @param periodic share called periodic
     * @param alerted share alerted as a beacon
     * @param yardstickLow share the yardstick scores .7 or more
     * @param equalLimit the yardstick's limit at which it is wrong no more often than our class is
     */
    public record Chance(int series, double periodic, double alerted, double yardstickLow, double equalLimit) {}

    /** What is said of series without a period. */
    public static Chance chance(List<Answer> answers) {
        List<Series> none = answers.stream()
                .flatMap(answer -> answer.series().stream())
                .filter(series -> !series.truth().periodic())
                .toList();
        int wrong = (int) none.stream().filter(Series::periodic).count();
        double[] scores = none.stream().mapToDouble(Series::yardstick).sorted().toArray();
        double limit = scores.length == 0 ? 1 : scores[Math.max(0, scores.length - 1 - wrong)];
        return new Chance(
                none.size(),
                share(none.stream().map(Series::periodic).toList()),
                share(none.stream().map(Series::alerted).toList()),
                share(none.stream()
                        .map(each -> each.yardstick() >= YARDSTICK_LOW)
                        .toList()),
                limit);
    }

    /** Marks by family. */
    public static List<Mark> of(List<Answer> answers) {
        double limit = chance(answers).equalLimit();
        Map<String, List<Series>> families = new TreeMap<>();
        for (Answer answer : answers) {
            if (!answer.series().isEmpty()) {
                families.computeIfAbsent(answer.paper().family().id(), any -> new ArrayList<>())
                        .addAll(answer.series());
            }
        }
        return families.entrySet().stream()
                .map(family -> mark(family.getKey(), family.getValue(), limit))
                .toList();
    }

    private static Mark mark(String family, List<Series> all, double limit) {
        List<Series> called = all.stream()
                .filter(series -> series.periodic() && series.truth().periodic())
                .toList();
        double[] errors = called.stream().mapToDouble(Rhythms::error).toArray();
        Map<String, Integer> classes = new LinkedHashMap<>();
        all.forEach(series -> classes.merge(series.type(), 1, Integer::sum));
        return new Mark(
                family,
                all.getFirst().truth().periodic(),
                all.size(),
                classes,
                share(all.stream().map(Series::periodic).toList()),
                share(all.stream().map(Series::alerted).toList()),
                share(Arrays.stream(errors).mapToObj(error -> error <= CLOSE).toList()),
                Pairs.median(errors),
                share(called.stream()
                        .map(series -> series.low() <= series.truth().period()
                                && series.truth().period() <= series.high())
                        .toList()),
                Pairs.median(all.stream().mapToDouble(Series::yardstick).toArray()),
                share(all.stream()
                        .map(each -> each.yardstick() >= YARDSTICK_LOW)
                        .toList()),
                share(all.stream().map(each -> each.yardstick() > limit).toList()));
    }

    /** How far the stated period is from what came, as a share of it. */
    static double error(Series series) {
        return Math.abs(series.period() / series.truth().mean() - 1);
    }

    private static double share(List<Boolean> all) {
        return all.isEmpty() ? 0 : all.stream().filter(each -> each).count() / (double) all.size();
    }
}
