package io.wirecase.report.assessment;

import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.hypothesis.Disposition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on everything: the gravest disposition of any pattern, with the lowest confidence among the patterns of
 * that disposition. Without patterns there is nothing to assess.
 *
 * @param cases the patterns, gravest first
 * @param joins the hosts that two of them share
 */
public record CaseAssessment(List<PatternCase> cases, List<Join> joins) {

    /** Keeps its own copies of the lists. */
    public CaseAssessment {
        cases = List.copyOf(cases);
        joins = List.copyOf(joins);
    }

    /** The verdict on numbered patterns. */
    public CaseAssessment(List<PatternCase> cases) {
        this(cases, Join.of(cases));
    }

    /** The gravest disposition, empty without patterns. */
    public Optional<Disposition> level() {
        return cases.stream().map(PatternCase::disposition).max(Comparator.naturalOrder());
    }

    /** The patterns of the gravest disposition. */
    public List<PatternCase> deciding() {
        return level().map(level ->
                        cases.stream().filter(c -> c.disposition() == level).toList())
                .orElse(List.of());
    }

    /** The lowest confidence among them, empty without patterns. */
    public Optional<Confidence> confidence() {
        return deciding().stream().map(PatternCase::confidence).min(Comparator.naturalOrder());
    }

    /** The claim of the threat score of everything (see {@link Threat}), 1 to 99, empty without patterns. */
    public Optional<Claim> threat(Ledger ledger) {
        List<String> scores =
                cases.stream().map(c -> "claim:" + c.facts().get("threat").id()).toList();
        return cases.stream().mapToInt(PatternCase::threat).max().stream()
                .mapToObj(t -> ledger.count(t, "", Basis.inferred(Threat.OVERALL_RULE, scores)))
                .findFirst();
    }

    /** The joins of a pattern, each seen from it. */
    public List<Join> joinsOf(PatternCase c) {
        return joins.stream()
                .filter(j -> j.here().number() == c.number() || j.there().number() == c.number())
                .map(j -> j.from(c))
                .toList();
    }

    /** How many patterns have a disposition. */
    public long count(Disposition disposition) {
        return cases.stream().filter(c -> c.disposition() == disposition).count();
    }
}
