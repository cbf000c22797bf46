package io.wirecase.report.assessment;

import io.wirecase.core.wire.CaptureState;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Evidence;
import io.wirecase.report.hypothesis.Ranker;
import io.wirecase.report.hypothesis.Ranking;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns weighed explanations into verdicts and ranks the patterns by them. */
public final class Assessor {

    private static final Comparator<PatternCase> ORDER = Comparator.comparing(PatternCase::disposition)
            .thenComparingDouble(c -> c.ranking().share(Disposition.MALICIOUS))
            .thenComparingInt(c -> c.pattern().score())
            .thenComparingInt(c -> c.pattern().shown().size())
            .reversed()
            .thenComparing(c -> c.pattern().key());

    private final boolean complete;
    private final boolean sound;

    /**
     * An assessor of what some captures gave.
     *
     * @param complete whether the store holds everything in scope
     * @param captures the captures, which say what they do not hold
     */
    public Assessor(boolean complete, List<CaptureState> captures) {
        this.complete = complete;
        this.sound = Soundness.sound(captures);
    }

    /** The verdict on one pattern; its number is given by {@link #ranked}. */
    public PatternCase assess(Measurement measured, Facts facts, Ranking ranking) {
        return new PatternCase(
                0,
                measured,
                facts,
                ranking,
                Likelihood.of(ranking.leader().posterior()),
                Confidence.of(ranking, measured, complete, sound),
                Risk.of(ranking));
    }

    /** The patterns, gravest first, numbered, with the claims of their verdicts stated. */
    public static List<PatternCase> ranked(List<PatternCase> cases) {
        List<PatternCase> sorted = cases.stream().sorted(ORDER).toList();
        List<PatternCase> numbered = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            PatternCase c = sorted.get(i);
            PatternCase ranked = new PatternCase(
                    i + 1, c.measured(), c.facts(), c.ranking(), c.likelihood(), c.confidence(), c.risk());
            state(ranked);
            numbered.add(ranked);
        }
        return numbered;
    }

    private static void state(PatternCase c) {
        Facts facts = c.facts();
        Ledger ledger = facts.ledger();
        Ranking ranking = c.ranking();
        List<String> evidence = ranking.evidence().stream()
                .map(Evidence::statement)
                .flatMap(s -> s.claims().stream())
                .distinct()
                .map(id -> "claim:" + id)
                .toList();
        Basis rule = Basis.inferred(Ranker.RULE, evidence);
        facts.put(
                "number",
                ledger.count(c.number(), "", Basis.inferred("rank by disposition, share and score", evidence)));
        facts.put("leader", ledger.word(ranking.leader().hypothesis().title(), rule));
        facts.put("posterior", percent(ledger, ranking.leader().posterior(), rule));
        facts.put("runnerUp", ledger.word(ranking.runnerUp().hypothesis().title(), rule));
        facts.put("runnerPosterior", percent(ledger, ranking.runnerUp().posterior(), rule));
        Basis words = Basis.inferred("word of ICD 203 for the posterior", evidence);
        facts.put("likelihood", ledger.word(c.likelihood().word(), words));
        Basis share = Basis.inferred("sum of the posteriors of explanations of one disposition, 1 to 99 %", evidence);
        facts.put("benignShare", percent(ledger, capped(ranking.share(Disposition.BENIGN)), share));
        facts.put("maliciousShare", percent(ledger, capped(ranking.share(Disposition.MALICIOUS)), share));
        Basis disposition = Basis.inferred("leader's disposition when those of its kind reach 80 % together", evidence);
        facts.put("disposition", ledger.word(c.disposition().word(), disposition));
        Basis confidence =
                Basis.inferred("groups, odds, fragility, episodes, completeness: docs/assessment.md", evidence);
        facts.put("confidence", ledger.word(c.confidence().word(), confidence));
        Basis groups = Basis.inferred("groups of evidence seen", evidence);
        facts.put("groups", ledger.count(ranking.groups().size(), "", groups));
        Basis odds = Basis.inferred("posterior of the leader / posterior of the runner-up, at most 999", evidence);
        facts.put("odds", ledger.number(Math.min(999, Confidence.odds(ranking)), 1, "", odds));
        facts.put("threat", ledger.count(c.threat(), "", Basis.inferred(Threat.RULE, evidence)));
        facts.put("risk", ledger.word(c.risk().word(), Basis.inferred("share of malicious explanations", evidence)));
    }

    private static double capped(double share) {
        return Math.clamp(share, 0.01, 0.99);
    }

    private static io.wirecase.report.claim.Claim percent(Ledger ledger, double share, Basis basis) {
        return ledger.number(Math.round(share * 100), 0, "%", basis);
    }
}
