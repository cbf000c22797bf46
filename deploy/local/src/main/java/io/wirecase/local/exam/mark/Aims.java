package io.wirecase.local.exam.mark;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Raised;
import io.wirecase.local.exam.sheet.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What has to hold, and whether it does. */
final class Aims {

    private static final Set<String> SCANS =
            Set.of("23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "35", "38");
    private static final Set<String> STEADY = Set.of("40", "41", "42", "43", "44");

    private Aims() {}

    static List<Aim> of(List<Answer> answers) {
        List<Aim> aims = new ArrayList<>();
        Kinds.Mark scans = Kinds.pooled("any scan", of(answers, SCANS), Kinds.SCANS);
        Kinds.Mark everywhere = Kinds.pooled("any scan", answers, Kinds.SCANS);
        aims.add(new Aim(
                "precision of scans, over everything",
                everywhere.precision(),
                true,
                0.98,
                everywhere.found() + everywhere.wrong()));
        aims.add(new Aim("recall of scans of 50 targets or more", scans.recall(), true, 0.95, scans.asked()));
        Kinds.Mark slow = Kinds.pooled("slow", of(answers, Set.of("34")), Kinds.SCANS);
        aims.add(new Aim("recall of slow scans within 40 probes", slow.recall(), true, 0.8, slow.asked()));
        beacons(answers, aims);
        Rhythms.Chance chance = Rhythms.chance(answers);
        aims.add(new Aim("random and daily traffic called periodic", chance.periodic(), false, 0.01, chance.series()));
        List<Answer> burst = of(answers, Set.of("08"));
        aims.add(new Aim("alerts about behaviour on browsing bursts", behaviour(burst), false, 0, burst.size()));
        aims.add(new Aim("alerts of 100 or more on browsing bursts", loud(burst), false, 0, burst.size()));
        Alarms.Mark days = Alarms.days(Alarms.of(answers));
        aims.add(new Aim(
                "false alerts of 100 or more per host and day (n: host days)", days.perHostDay(), false, 0.1, (int)
                        Math.round(days.hostDays())));
        for (Pairs.Mark pair : Pairs.of(answers)) {
            String what = "area under the curve of verdicts, " + pair.pair().benign() + " against "
                    + pair.pair().malicious();
            aims.add(new Aim(what, pair.byVerdict(), true, 0.9, pair.judged()));
        }
        return aims;
    }

    private static void beacons(List<Answer> answers, List<Aim> aims) {
        List<Answer> steady = of(answers, STEADY);
        List<Answer> gaps = of(answers, Set.of("45"));
        aims.add(new Aim(
                "recall of beacons, jitter to 50 %, missed to 10 %", alerted(steady), true, 0.95, steady.size()));
        aims.add(new Aim("recall of beacons with 30 % missed", alerted(gaps), true, 0.8, gaps.size()));
        double[] errors = steady.stream()
                .flatMap(answer -> answer.series().stream())
                .filter(Series::periodic)
                .mapToDouble(Rhythms::error)
                .toArray();
        aims.add(new Aim("median error of their period", Pairs.median(errors), false, 0.01, errors.length));
    }

    private static double alerted(List<Answer> answers) {
        return answers.isEmpty()
                ? 0
                : answers.stream()
                                .filter(answer -> answer.series().stream().anyMatch(Series::alerted))
                                .count()
                        / (double) answers.size();
    }

    private static double behaviour(List<Answer> answers) {
        return answers.stream()
                .flatMap(answer -> answer.alerts().stream())
                .filter(Raised::behaviour)
                .count();
    }

    private static double loud(List<Answer> answers) {
        return answers.stream()
                .flatMap(answer -> answer.alerts().stream())
                .filter(alert -> alert.score() >= Alarms.LOOKED_AT)
                .count();
    }

    private static List<Answer> of(List<Answer> answers, Set<String> rows) {
        return answers.stream()
                .filter(answer -> rows.contains(answer.paper().family().id().replaceFirst("-.*", "")))
                .toList();
    }
}
