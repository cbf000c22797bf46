package io.wirecase.report.hypothesis;

import io.wirecase.report.hypothesis.EvidenceKind.Group;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Weighs explanations by evidence. The weight of an explanation is ln prior plus, for each group of evidence, the
 * strongest log-likelihood ratio and {@link #REST} of the sum of the others, so that one fact seen from several sides
 * does not count several times. The posterior is softmax(weight / {@link #TAU}), never below 1 % or above 99 %.
 */
public final class Ranker {

    /** The most one piece of evidence can say: a factor of 100 (natural logarithm). */
    public static final double CLIP = Math.log(100);

    /** What the weaker pieces of a group count. */
    public static final double REST = 0.3;

    /** How much certainty is taken back, since the table is judgement and not measured; 1 would take back none. */
    public static final double TAU = 1.5;

    /** The rule, as claims state it. */
    public static final String RULE =
            "softmax((ln prior + sum over groups of (strongest + 0.3 * others)) / 1.5), 1 to 99 %";

    private static final double FLOOR = 0.01;
    private static final double CEILING = 0.99;

    private final List<Hypothesis> hypotheses;

    /** @param hypotheses every explanation, {@link NoneOfThese} among them */
    public Ranker(List<Hypothesis> hypotheses) {
        this.hypotheses = List.copyOf(hypotheses);
    }

    /** The explanations weighed. */
    public List<Hypothesis> hypotheses() {
        return hypotheses;
    }

    /** Weighs the explanations and asks what would change the outcome. */
    public Ranking rank(List<Evidence> evidence) {
        List<EvidenceKind> kinds = evidence.stream().map(Evidence::kind).toList();
        Outcome outcome = weigh(kinds);
        return new Ranking(evidence, outcome.ranked, outcome.disposition(), changes(kinds, outcome));
    }

    /** The explanations by posterior for kinds of evidence, likeliest first. */
    public List<Ranked> posteriors(Collection<EvidenceKind> kinds) {
        return weigh(kinds).ranked;
    }

    private Outcome weigh(Collection<EvidenceKind> kinds) {
        Map<Hypothesis, Double> weights = new LinkedHashMap<>();
        for (Hypothesis hypothesis : hypotheses) {
            weights.put(hypothesis, weight(hypothesis, kinds));
        }
        double top = weights.values().stream().mapToDouble(w -> w).max().orElse(0);
        double sum = weights.values().stream()
                .mapToDouble(w -> Math.exp((w - top) / TAU))
                .sum();
        List<Ranked> ranked = new ArrayList<>();
        weights.forEach((hypothesis, weight) -> {
            double share = Math.exp((weight - top) / TAU) / sum;
            ranked.add(new Ranked(hypothesis, weight, share, Math.clamp(share, FLOOR, CEILING)));
        });
        ranked.sort(Comparator.comparingDouble(Ranked::share)
                .reversed()
                .thenComparing(r -> r.hypothesis().id()));
        return new Outcome(ranked);
    }

    private static double weight(Hypothesis hypothesis, Collection<EvidenceKind> kinds) {
        Map<Group, List<Double>> groups = new EnumMap<>(Group.class);
        for (EvidenceKind kind : new LinkedHashSet<>(kinds)) {
            groups.computeIfAbsent(kind.group(), g -> new ArrayList<>()).add(hypothesis.likelihood(kind));
        }
        double weight = Math.log(hypothesis.prior());
        for (List<Double> items : groups.values()) {
            double strongest = 0;
            double sum = 0;
            for (double item : items) {
                sum += item;
                strongest = Math.abs(item) > Math.abs(strongest) ? item : strongest;
            }
            weight += strongest + REST * (sum - strongest);
        }
        return weight;
    }

    private List<Change> changes(List<EvidenceKind> kinds, Outcome before) {
        List<Change> changes = new ArrayList<>();
        for (EvidenceKind kind : kinds) {
            changes.add(without(kinds, before, Set.of(kind), Change.What.WITHOUT_ITEM, kind.title()));
        }
        Set<Group> groups = new LinkedHashSet<>(
                kinds.stream().map(EvidenceKind::group).sorted().toList());
        for (Group group : groups) {
            List<EvidenceKind> own =
                    kinds.stream().filter(k -> k.group() == group).toList();
            if (own.size() > 1) {
                changes.add(without(kinds, before, Set.copyOf(own), Change.What.WITHOUT_GROUP, group.word()));
            }
        }
        if (kinds.contains(EvidenceKind.EXCHANGE_WHOLE) || kinds.contains(EvidenceKind.EXCHANGE_WHOLE_FEW)) {
            Set<EvidenceKind> broken = new LinkedHashSet<>(kinds);
            broken.removeAll(
                    Set.of(EvidenceKind.EXCHANGE_WHOLE, EvidenceKind.EXCHANGE_WHOLE_FEW, EvidenceKind.EMPTY_REPLIES));
            broken.add(EvidenceKind.EXCHANGE_BROKEN);
            changes.add(change(before, weigh(broken), Change.What.IF_BROKEN, EvidenceKind.EXCHANGE_BROKEN.title()));
        }
        return changes;
    }

    private Change without(
            List<EvidenceKind> kinds, Outcome before, Set<EvidenceKind> removed, Change.What what, String title) {
        return change(
                before, weigh(kinds.stream().filter(k -> !removed.contains(k)).toList()), what, title);
    }

    private static Change change(Outcome before, Outcome after, Change.What what, String title) {
        boolean flips = before.disposition() != after.disposition()
                || !before.ranked
                        .getFirst()
                        .hypothesis()
                        .id()
                        .equals(after.ranked.getFirst().hypothesis().id());
        return new Change(what, title, after.ranked.getFirst(), after.disposition(), flips);
    }

    private record Outcome(List<Ranked> ranked) {
        Disposition disposition() {
            return Ranking.disposition(ranked);
        }
    }

    /**
     * An explanation with its weight.
     *
     * @param hypothesis the explanation
     * @param weight ln prior plus evidence
     * @param share the posterior before the cap
     * @param posterior the posterior as stated, .01 to .99
     */
    public record Ranked(Hypothesis hypothesis, double weight, double share, double posterior) {}
}
