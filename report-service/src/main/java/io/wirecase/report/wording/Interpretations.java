package io.wirecase.report.wording;

import io.wirecase.report.assessment.Likelihood;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Prose;
import io.wirecase.report.hypothesis.Evidence;
import io.wirecase.report.hypothesis.Hypothesis;
import io.wirecase.report.hypothesis.Ranker.Ranked;
import io.wirecase.report.measurement.Facts;
import java.util.ArrayList;
import java.util.List;

/** What a pattern may mean: its likeliest explanations, each odd feature, and the patterns it shares hosts with. */
public final class Interpretations {

    private static final int EXPLANATIONS = 2;
    private static final int MOST_POINTS = 5;

    private Interpretations() {}

    /** The readings of a pattern, likeliest explanation first. */
    public static List<Reading> of(PatternCase c, List<PatternCase> all) {
        List<Reading> readings = new ArrayList<>();
        for (Ranked ranked : c.ranking().ranked().subList(0, EXPLANATIONS)) {
            readings.add(explanation(c, ranked, readings.isEmpty()));
        }
        readings.addAll(OddFeatures.of(c));
        List<Prose> joins = Joins.readings(c, all);
        if (!joins.isEmpty()) {
            readings.add(new Reading(Write.words("A host that answers in one pattern and asks in another"), joins));
        }
        return readings;
    }

    private static Reading explanation(PatternCase c, Ranked ranked, boolean leads) {
        Facts more = Explained.facts(c, ranked);
        Basis word = Basis.inferred("word of ICD 203 for the posterior", List.of());
        more.put("word", more.ledger().word(Likelihood.of(ranked.posterior()).word(), word));
        return new Reading(
                more.say(
                        leads ? "Likeliest, {explanation}: {word} ({share})" : "Next, {explanation}: {word} ({share})"),
                points(c, ranked.hypothesis()));
    }

    /** What speaks for and against an explanation, strongest first; a sentence that says so where nothing does. */
    public static List<Prose> points(PatternCase c, Hypothesis hypothesis) {
        List<Prose> points = new ArrayList<>();
        c.ranking().supporting(hypothesis).stream()
                .limit(MOST_POINTS)
                .forEach(e -> points.add(point(c, "For it: ", e, hypothesis)));
        c.ranking().contradicting(hypothesis).stream()
                .limit(MOST_POINTS)
                .forEach(e -> points.add(point(c, "Against it: ", e, hypothesis)));
        if (points.isEmpty()) {
            points.add(c.facts().say("Nothing seen in pattern {number} tells for or against it."));
        }
        return points;
    }

    private static Prose point(PatternCase c, String side, Evidence evidence, Hypothesis hypothesis) {
        Facts more = c.facts().more();
        Ledger ledger = more.ledger();
        Basis basis = Basis.inferred("table: " + evidence.kind().name() + " under " + hypothesis.id(), List.of());
        more.put("what", ledger.word(evidence.kind().title(), basis));
        more.put("weight", ledger.number(hypothesis.likelihood(evidence.kind()), 1, "", basis));
        return more.say(side + "{what} (weight {weight}).");
    }
}
