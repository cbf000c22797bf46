package io.wirecase.report.wording;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Prose;
import io.wirecase.report.hypothesis.Change;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Evidence;
import io.wirecase.report.hypothesis.EvidenceKind;
import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.pattern.Behaviours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is said of one pattern; the JSON and the document say it in the same words. */
public final class PatternWords {

    private static final int MOST_REASONS = 3;

    private PatternWords() {}

    /** What a pattern is called in headings. */
    public static Prose title(PatternCase c) {
        if (!c.pattern().key().isBehaviour()) {
            return c.facts().say("Pattern {number}: {host} and {entity}");
        }
        if (!Behaviours.isAddressConflict(c.pattern().key().behaviour())) {
            return c.facts().say("Pattern {number}: {behaviour} by {host}");
        }
        return c.pattern().behaviours().stream().anyMatch(Behaviours::claimsSeveral)
                ? c.facts().say("Pattern {number}: claims to the address {host} and others")
                : c.facts().say("Pattern {number}: claims to the address {host}");
    }

    /** A pattern in one sentence. */
    public static Prose summary(PatternCase c) {
        return Write.join(
                PatternStory.what(c),
                c.facts()
                        .say(" In {alerts|alert|alerts}; taken for {disposition}, likeliest {leader} ({likelihood},"
                                + " {posterior})."));
    }

    /** The organisation that announces the other ends, when it is one. */
    public static Optional<String> organization(PatternCase c) {
        List<String> names = c.pattern().peers().stream()
                .map(p -> c.pattern().addresses().get(p))
                .map(f -> f == null ? null : f.owner())
                .map(o -> o == null ? null : o.organization())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    /** What to do about it, in one sentence. */
    public static Prose recommendation(PatternCase c) {
        return c.disposition() == Disposition.BENIGN
                ? c.facts()
                        .say("Keep watching {host} for a change; nothing has to be repaired because"
                                + " of pattern {number}.")
                : c.facts().say("Verify on {host} what pattern {number} is before anything is blocked.");
    }

    /** Why the verdict is what it is: where an exchange turned, then the strongest evidence for the leader. */
    public static List<Prose> reasons(PatternCase c) {
        List<Prose> reasons = new ArrayList<>();
        turn(c).ifPresent(reasons::add);
        c.ranking().supporting(c.ranking().leader().hypothesis()).stream()
                .limit(MOST_REASONS)
                .map(Evidence::statement)
                .forEach(reasons::add);
        if (reasons.isEmpty()) {
            reasons.add(c.facts().say("No evidence speaks strongly for any explanation of pattern {number}."));
        }
        return reasons;
    }

    /** What would change the verdict, and what it would be then. */
    public static List<Prose> changes(PatternCase c) {
        return c.ranking().changes().stream()
                .filter(change -> change.flips() || change.what() == Change.What.IF_BROKEN)
                .map(change -> change(c, change))
                .toList();
    }

    private static Prose change(PatternCase c, Change change) {
        Facts more = Explained.facts(c, change.leader());
        Ledger ledger = more.ledger();
        more.put("what", ledger.word(change.title(), Basis.inferred("evidence or group", List.of())));
        Basis basis = Basis.inferred("disposition by the rule with other evidence", List.of());
        more.put("then", ledger.word(change.disposition().word(), basis));
        String outcome = " the verdict would be {then} and {explanation} would lead ({share}).";
        return more.say(
                switch (change.what()) {
                    case WITHOUT_ITEM -> "Without the evidence “{what}”" + outcome;
                    case WITHOUT_GROUP -> "Without all evidence on {what}" + outcome;
                    case IF_BROKEN ->
                        "If one exchange broke the model (a body in the reply, another method or target,"
                                + " an address the name"
                                + " did not resolve to)," + outcome;
                });
    }

    /** Where an exchange stops being what it was, and why; empty where none does. */
    public static Optional<Prose> turn(PatternCase c) {
        Exchanges exchanges = c.measured().exchanges();
        if (exchanges == null || exchanges.breaks().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder template = new StringBuilder("At exchange {breakOrdinal} of {compared} ({breakTime}, packet"
                + " {breakPacket}, to {breakPeer}) it stops being {service}:");
        int n = exchanges.breaks().getFirst().checks().size();
        for (int i = 0; i < n; i++) {
            String check = "check" + i;
            template.append(i == 0 ? " " : "; ")
                    .append("{")
                    .append(check)
                    .append("} should be {")
                    .append(check);
            template.append("Expected}");
            if (c.facts().has(check + "Observed")) {
                template.append(" and was {").append(check).append("Observed}");
            }
        }
        return Optional.of(c.facts().say(template.append(".").toString()));
    }

    /** What was seen, without what it may mean. */
    public static List<Prose> observations(PatternCase c) {
        Facts facts = PatternStory.facts(c);
        List<Prose> observed = new ArrayList<>();
        observed.add(facts.say("{alerts|alert|alerts}, the highest with a score of {score}, on {flows|flow|flows} with"
                + " {peers|other end|other ends}."));
        if (c.measured().flowsTotal() > c.measured().flows().size()) {
            observed.add(facts.say("Of {flowsTotal} stored flows the first {flows} were measured."));
        }
        observed.add(facts.say("The first flow started at {first}, the last at {last}, {spanRead} later."));
        observed.add(codes(c));
        if (c.pattern().key().isBehaviour()) {
            observed.addAll(BehaviourWords.measures(c));
        }
        if (c.measured().shape() != null) {
            observed.add(facts.say("Flows took {durationMedian} in the median and {durationMax} at most."));
            observed.add(
                    facts.say("{answered|flow was|flows were} answered, {empty} opened without an answer in payload,"
                            + " {refused} refused, {silent} met silence."));
        }
        c.ranking().evidence().stream()
                .filter(e -> e.kind() != EvidenceKind.ANSWERED)
                .map(Evidence::statement)
                .forEach(observed::add);
        return observed;
    }

    private static Prose codes(PatternCase c) {
        Facts more = c.facts().more();
        Ledger ledger = more.ledger();
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, Long> code : c.pattern().codes().entrySet()) {
            int i = said.size();
            more.put("code" + i, ledger.word(code.getKey(), Basis.reported("a finding's code", List.of())));
            Basis basis = Basis.measured("alerts of the pattern with " + code.getKey(), List.of());
            more.put("n" + i, ledger.count(code.getValue(), "", basis));
            said.add("{code" + i + "} in {n" + i + "|alert|alerts}");
        }
        return more.say("Findings: " + String.join(", ", said) + ".");
    }

    /** What it may mean, likeliest first, each with what speaks for and against it, and which patterns share hosts. */
    public static List<Prose> interpretations(PatternCase c, List<PatternCase> all) {
        List<Prose> read = new ArrayList<>();
        for (Reading reading : Interpretations.of(c, all)) {
            Prose points = reading.points().stream()
                    .reduce((a, b) -> Write.join(a, Write.words(" "), b))
                    .orElseThrow();
            read.add(Write.join(reading.title(), Write.words(". "), points));
        }
        return read;
    }
}
