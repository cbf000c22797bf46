package io.wirecase.report.input;

import io.wirecase.core.suppression.Suppression;
import java.util.List;

/**
 * What suppression rules left out of a report: counted, never silent.
 *
 * @param hidden alerts left out whole
 * @param trimmed alerts that are in it without the findings that rules cover
 * @param rules the rules that cover any alert in scope, by id; an alert that two rules cover counts for both
 */
public record LeftOut(long hidden, long trimmed, List<ByRule> rules) {

    /** Nothing was left out. */
    public static final LeftOut NOTHING = new LeftOut(0, 0, List.of());

    /** Keeps its own copy of the list. */
    public LeftOut {
        rules = List.copyOf(rules);
    }

    /**
     * What one rule did.
     *
     * @param rule the rule
     * @param hidden alerts left out that it covers
     * @param trimmed alerts shown without findings that it covers
     * @param moved alerts shown since they moved its tripwires
     */
    public record ByRule(Suppression rule, long hidden, long trimmed, long moved) {}
}
