package io.wirecase.report.hypothesis;

import io.wirecase.report.hypothesis.EvidenceKind.Group;
import io.wirecase.report.hypothesis.Ranker.Ranked;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The explanations of one pattern, weighed.
 *
 * @param evidence what was seen, in group order
 * @param ranked the explanations, likeliest first
 * @param disposition what follows by {@link #disposition(List)}
 * @param changes what would change the outcome
 */
public record Ranking(List<Evidence> evidence, List<Ranked> ranked, Disposition disposition, List<Change> changes) {

    /** The least share of all explanations of one disposition together for that disposition. */
    public static final double DECIDED = 0.8;

    /** The least share the leading explanation must have by itself for malicious. */
    public static final double MALICIOUS_LEAD = 0.5;

    /** A log-likelihood ratio from which evidence is counted for or against an explanation. */
    public static final double TELLS = 0.7;

    /** Keeps its own copies of the lists. */
    public Ranking {
        evidence = List.copyOf(evidence);
        ranked = List.copyOf(ranked);
        changes = List.copyOf(changes);
    }

    /**
     * Benign or malicious when the leading explanation is and all explanations of that kind together reach
     * {@link #DECIDED}, for malicious also the leading one by itself {@link #MALICIOUS_LEAD}; suspicious otherwise: the
     * data does not decide.
     */
    static Disposition disposition(List<Ranked> ranked) {
        Disposition lead = ranked.getFirst().hypothesis().disposition();
        double together = ranked.stream()
                .filter(r -> r.hypothesis().disposition() == lead)
                .mapToDouble(Ranked::share)
                .sum();
        boolean clear = lead != Disposition.MALICIOUS || ranked.getFirst().share() >= MALICIOUS_LEAD;
        return together >= DECIDED && clear ? lead : Disposition.SUSPICIOUS;
    }

    /** The likeliest explanation. */
    public Ranked leader() {
        return ranked.getFirst();
    }

    /** The second likeliest. */
    public Ranked runnerUp() {
        return ranked.get(1);
    }

    /** The log-odds of leader against runner-up, before temperature. */
    public double margin() {
        return leader().weight() - runnerUp().weight();
    }

    /** The share of all explanations of a disposition together. */
    public double share(Disposition disposition) {
        return ranked.stream()
                .filter(r -> r.hypothesis().disposition() == disposition)
                .mapToDouble(Ranked::share)
                .sum();
    }

    /** The groups with evidence that tells anything about any explanation. */
    public Set<Group> groups() {
        return evidence.stream()
                .map(Evidence::kind)
                .filter(k -> ranked.stream().anyMatch(r -> r.hypothesis().likelihood(k) != 0))
                .map(EvidenceKind::group)
                .collect(Collectors.toSet());
    }

    /** Evidence for an explanation, strongest first. */
    public List<Evidence> supporting(Hypothesis hypothesis) {
        return evidence.stream()
                .filter(e -> hypothesis.likelihood(e.kind()) >= TELLS)
                .sorted(Comparator.comparingDouble((Evidence e) -> -hypothesis.likelihood(e.kind())))
                .toList();
    }

    /** Evidence against an explanation, strongest first. */
    public List<Evidence> contradicting(Hypothesis hypothesis) {
        return evidence.stream()
                .filter(e -> hypothesis.likelihood(e.kind()) <= -TELLS)
                .sorted(Comparator.comparingDouble((Evidence e) -> hypothesis.likelihood(e.kind())))
                .toList();
    }

    /**
     * The evidence that separates leader and runner-up, most telling first; those it does not separate are
     * left out.
     */
    public List<Evidence> separating() {
        return evidence.stream()
                .filter(e -> Math.abs(difference(e)) >= TELLS)
                .sorted(Comparator.comparingDouble((Evidence e) -> -Math.abs(difference(e))))
                .toList();
    }

    /** How much more likely evidence is under the leader than under the runner-up, natural logarithm. */
    public double difference(Evidence evidence) {
        return leader().hypothesis().likelihood(evidence.kind())
                - runnerUp().hypothesis().likelihood(evidence.kind());
    }

    /** Whether taking away one piece of evidence changes leader or disposition. */
    public boolean fragile() {
        return changes.stream().anyMatch(c -> c.what() == Change.What.WITHOUT_ITEM && c.flips());
    }
}
