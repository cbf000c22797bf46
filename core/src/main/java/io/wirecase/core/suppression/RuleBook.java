package io.wirecase.core.suppression;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.alert.Technique;
import io.wirecase.core.intel.Suppressed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All suppression rules, and what they say of an alert. Immutable; the same rules in any order say the same. */
public final class RuleBook {

    /** No rules. */
    public static final RuleBook EMPTY = new RuleBook(List.of());

    private final List<Rule> rules;

    /**
     * A book of rules.
     *
     * @throws IllegalArgumentException when one of them cannot be applied, for example names no network
     */
    public RuleBook(Collection<Suppression> rules) {
        this.rules = rules.stream()
                .sorted(Comparator.comparing(Suppression::id))
                .map(Rule::new)
                .toList();
    }

    /** The rules, by id. */
    public List<Suppression> rules() {
        return rules.stream().map(Rule::told).toList();
    }

    /** The book without the rules that have ended. */
    public RuleBook inForce(Instant now) {
        return new RuleBook(
                rules.stream().filter(rule -> rule.inForce(now)).map(Rule::told).toList());
    }

    /** Whether any rule has a tripwire on the period, so that alerts must be judged in the order of their times. */
    public boolean keepsTime() {
        return rules.stream()
                .map(rule -> rule.told().tripwires())
                .anyMatch(wires -> wires != null && wires.period() != null);
    }

    /**
     * What the rules in force say of an alert; empty when none covers any of it. A finding under a moved tripwire is
     * shown, even where another rule covers it too: who set the tripwire asked to be told.
     *
     * @param now the time that rules are held against, no event time
     * @param rhythm when the same ends last met; alerts of the same ends are to be asked about in the order of time
     */
    public Optional<Suppressed> judge(Alert alert, Instant now, Rhythm rhythm) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Scene scene = Scene.of(alert);
        List<Suppressed.ByRule> marks = new ArrayList<>();
        for (Rule rule : rules) {
            List<String> codes = rule.inForce(now) ? rule.covered(scene) : List.of();
            if (!codes.isEmpty()) {
                Suppression told = rule.told();
                marks.add(new Suppressed.ByRule(
                        told.id(), told.revision(), codes, TripwireCheck.moved(told, scene, rhythm)));
            }
        }
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Suppressed(hiddenCodes(marks).containsAll(scene.codes()), marks));
    }

    /**
     * What is left of an alert: itself without the findings that rules hide; its score, kind and techniques are those
     * of what is left.
     *
     * @param mark what the rules say of it; not one that hides it all
     */
    public static Alert left(Alert alert, Suppressed mark) {
        Set<String> hidden = hiddenCodes(mark.rules());
        List<Finding> left = alert.findings().stream()
                .filter(finding -> !hidden.contains(finding.code()))
                .toList();
        if (left.size() == alert.findings().size()) {
            return alert;
        }
        return new Alert(
                alert.id(),
                alert.revision(),
                alert.status(),
                kind(alert, left),
                alert.site(),
                alert.captures(),
                alert.eventNanos(),
                alert.subject(),
                left,
                Scores.total(left),
                alert.evidence(),
                techniques(alert, hidden, left));
    }

    /** An alert of one flow stays one; one of a behaviour that is hidden is called by the worst other that is left. */
    private static String kind(Alert alert, List<Finding> left) {
        boolean stays = alert.kind().equals(Alert.FLOW)
                || left.stream().anyMatch(finding -> finding.code().equals(alert.kind()));
        return stays
                ? alert.kind()
                : left.stream()
                        .filter(finding -> FlowRisk.ofCode(finding.code()).isEmpty())
                        .max(Comparator.comparingInt(Finding::points))
                        .map(Finding::code)
                        .orElse(alert.kind());
    }

    /** Without those that only hidden findings call for; a technique of no single flow's risk is the behaviour's. */
    private static List<Technique> techniques(Alert alert, Set<String> hidden, List<Finding> left) {
        Set<Technique> called = techniques(left.stream().map(Finding::code));
        Set<Technique> gone = techniques(hidden.stream());
        Set<Technique> ofRisks = techniques(alert.findings().stream().map(Finding::code));
        boolean behaviourHidden = hidden.contains(alert.kind());
        return alert.techniques().stream()
                .filter(technique -> called.contains(technique)
                        || !gone.contains(technique) && !(behaviourHidden && !ofRisks.contains(technique)))
                .toList();
    }

    private static Set<Technique> techniques(Stream<String> codes) {
        return codes.flatMap(code -> FlowRisk.ofCode(code).stream())
                .flatMap(risk -> risk.technique().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> hiddenCodes(List<Suppressed.ByRule> marks) {
        Set<String> hidden =
                marks.stream().flatMap(mark -> mark.codes().stream()).collect(Collectors.toCollection(HashSet::new));
        marks.stream()
                .filter(mark -> !mark.moved().isEmpty())
                .forEach(mark -> mark.codes().forEach(hidden::remove));
        return hidden;
    }
}
