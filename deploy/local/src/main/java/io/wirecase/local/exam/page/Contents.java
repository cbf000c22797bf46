package io.wirecase.local.exam.page;

import io.wirecase.local.exam.mark.Aim;
import io.wirecase.local.exam.mark.Alarms;
import io.wirecase.local.exam.mark.Families;
import io.wirecase.local.exam.mark.Judgement;
import io.wirecase.local.exam.mark.Kinds;
import io.wirecase.local.exam.mark.Pairs;
import io.wirecase.local.exam.mark.Results;
import io.wirecase.local.exam.mark.Rhythms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts marks into tables; both pages show the same. */
final class Contents {

    private static final int NAMED = 3;

    private final Results results;

    Contents(Results results) {
        this.results = results;
    }

    List<Section> sections() {
        List<Section> all = new ArrayList<>();
        all.add(aims());
        all.add(kinds());
        all.add(families());
        all.add(pairs());
        if (!results.rhythms().isEmpty()) {
            all.add(rhythms());
            all.add(yardstick());
        }
        all.add(alarms());
        if (!results.curves().isEmpty()) {
            all.add(CurveTables.detectionTimes(results.curves()));
            results.curves().forEach(curve -> all.add(CurveTables.curve(curve)));
        }
        if (results.judgement().verdicts() > 0) {
            all.add(judgement(results.judgement()));
        }
        return all;
    }

    private Section aims() {
        List<List<String>> rows = new ArrayList<>();
        for (Aim aim : results.aims()) {
            rows.add(List.of(
                    aim.what(),
                    (aim.least() ? "at least " : "at most ") + number(aim.limit()),
                    aim.n() == 0 ? "not measured" : number(aim.value()),
                    Integer.toString(aim.n()),
                    aim.n() == 0 ? "" : aim.holds() ? "holds" : "**missed**"));
        }
        return new Section("What has to hold", "", List.of("aim", "limit", "measured", "n", ""), rows, List.of());
    }

    private Section kinds() {
        List<List<String>> rows = new ArrayList<>();
        List<Kinds.Mark> marks = new ArrayList<>(results.kinds());
        marks.add(results.scans());
        for (Kinds.Mark mark : marks) {
            rows.add(List.of(
                    mark.kind(),
                    Integer.toString(mark.asked()),
                    mark.asked() == 0 ? "" : number(mark.recall()),
                    mark.found() + mark.wrong() == 0 ? "" : number(mark.precision()),
                    mark.asked() == 0 ? "" : number(mark.f1()),
                    mark.technique() < 0 ? "" : Integer.toString(mark.technique()),
                    Integer.toString(mark.wrong()),
                    some(mark)));
        }
        return new Section(
                "Kinds",
                "Asked: instances in which the kind, or one that is as right, must appear about the right host. Wrong: "
                        + "hosts about which it appeared where it is neither asked for nor allowed; kinds that state a "
                        + "fact and accuse nobody are never wrong.",
                List.of("kind", "asked", "recall", "precision", "F1", "technique right", "wrong", "wrong in"),
                rows,
                List.of());
    }

    private Section families() {
        List<List<String>> rows = new ArrayList<>();
        for (Families.Mark mark : results.families()) {
            rows.add(List.of(
                    mark.id(),
                    mark.title(),
                    mark.disposition(),
                    Integer.toString(mark.instances()),
                    Integer.toString(mark.right()),
                    counts(mark.raised())));
        }
        return new Section(
                "Families",
                "Right: everything expected came, and nothing wrong. The number at the beginning of a name is its row "
                        + "in the catalogue the families are drawn from; letters mark twins.",
                List.of("family", "what", "truth", "n", "right", "behaviour that was raised, by instances"),
                rows,
                List.of());
    }

    private static String counts(Map<String, Integer> all) {
        return new TreeMap<>(all)
                .entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String some(Kinds.Mark mark) {
        List<String> in = List.copyOf(new TreeSet<>(mark.wrongIn()));
        String named = String.join(", ", in.subList(0, Math.min(NAMED, in.size())));
        return in.size() > NAMED ? named + " and " + (in.size() - NAMED) + " more" : named;
    }

    private Section pairs() {
        List<List<String>> rows = new ArrayList<>();
        for (Pairs.Mark mark : results.pairs()) {
            rows.add(List.of(
                    mark.pair().benign(),
                    mark.pair().malicious(),
                    mark.benign() + " and " + mark.malicious(),
                    Integer.toString(mark.judged()),
                    mark.judged() == 0 ? "" : number(mark.byVerdict()),
                    mark.judged() == 0 ? "" : number(mark.benignShare()),
                    mark.judged() == 0 ? "" : number(mark.maliciousShare()),
                    number(mark.byScore()),
                    number(mark.benignScore()),
                    number(mark.maliciousScore())));
        }
        return new Section(
                "Hard pairs",
                "AUC: the chance that the malicious one ranks higher; equal ranks count half. What has to hold is held "
                        + "against the report's verdict, the last word: the share of malicious explanations of the "
                        + "gravest pattern about the actor. The highest score of an alert about the actor stands "
                        + "beside it: scores say what was seen, not what explains it, and a benign timer scores like "
                        + "a malicious one on purpose.",
                List.of(
                        "benign",
                        "malicious",
                        "n",
                        "verdicts",
                        "AUC by verdict",
                        "median share, benign",
                        "median share, malicious",
                        "AUC by score",
                        "median score, benign",
                        "median score, malicious"),
                rows,
                List.of());
    }

    private Section rhythms() {
        List<List<String>> rows = new ArrayList<>();
        for (Rhythms.Mark mark : results.rhythms()) {
            boolean timed = mark.periodicInTruth();
            rows.add(List.of(
                    mark.family(),
                    Integer.toString(mark.series()),
                    number(mark.periodic()),
                    number(mark.alerted()),
                    timed ? number(mark.within()) : "",
                    timed ? number(mark.medianError()) : "",
                    timed ? number(mark.covered()) : "",
                    counts(mark.classes())));
        }
        return new Section(
                "Timing",
                "Series whose timing is known. The error of a period is measured against the mean delay that chance "
                        + "made in the instance; covered says how often the stated interval holds the delay that was "
                        + "meant.",
                List.of(
                        "family",
                        "series",
                        "periodic",
                        "beacon alert",
                        "period within 1 %",
                        "median error",
                        "covered",
                        "classes"),
                rows,
                List.of());
    }

    private Section yardstick() {
        Rhythms.Chance chance = results.chance();
        List<List<String>> rows = new ArrayList<>();
        for (Rhythms.Mark mark : results.rhythms()) {
            if (mark.periodicInTruth()) {
                rows.add(List.of(
                        mark.family(),
                        Integer.toString(mark.series()),
                        number(mark.periodic()),
                        number(mark.yardstickEqual()),
                        number(mark.yardstickLow()),
                        number(mark.yardstick())));
            }
        }
        rows.add(List.of(
                "random and daily: false alarms",
                Integer.toString(chance.series()),
                number(chance.periodic()),
                number(chance.periodic()),
                number(chance.yardstickLow()),
                ""));
        return new Section(
                "Beside RITA's formula",
                "The same series by RITA's score (version 5, default weights). At equal false alarms its limit is "
                        + number(chance.equalLimit()) + "; its own is 0.7.",
                List.of(
                        "family",
                        "series",
                        "periodic",
                        "RITA at equal false alarms",
                        "RITA from 0.7",
                        "median RITA score"),
                rows,
                List.of());
    }

    private Section alarms() {
        List<List<String>> rows = new ArrayList<>();
        List<Alarms.Mark> marks = new ArrayList<>(results.alarms());
        marks.add(results.days());
        for (Alarms.Mark mark : marks) {
            rows.add(List.of(
                    mark.family(),
                    Integer.toString(mark.instances()),
                    number(mark.hostDays()),
                    Integer.toString(mark.behaviours()),
                    Integer.toString(mark.flows()),
                    Integer.toString(mark.recognised()),
                    Integer.toString(mark.quiet()),
                    mark.day() ? number(mark.perHostDay()) : ""));
        }
        return new Section(
                "Alerts on benign traffic",
                "With a score of 100 or more, about behaviour and about single flows. Recognised: those of both beside "
                        + "whose score enrichment states that they are wholly a known benign exchange; the score "
                        + "stays as it is. Quiet: alerts about behaviour that score less. By host and day for "
                        + "captures of half a day or more.",
                List.of(
                        "family",
                        "captures",
                        "host days",
                        "behaviour",
                        "flows",
                        "recognised",
                        "quiet",
                        "per host and day"),
                rows,
                List.of());
    }

    private static Section judgement(Judgement judgement) {
        List<String> row = List.of(
                Integer.toString(judgement.verdicts()),
                number(judgement.right() / (double) judgement.verdicts()),
                number(judgement.logLoss()),
                number(judgement.brier()),
                number(judgement.calibrationError()));
        return new Section(
                "Verdicts",
                "What reports make of the actor: the word, and the probability that it is malicious.",
                List.of("verdicts", "right word", "log loss", "Brier", "calibration error"),
                List.of(row),
                List.of());
    }

    /** Up to three digits behind the point, none that say nothing. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}
