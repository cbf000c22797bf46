package io.wirecase.core.intel;

import io.wirecase.core.net.UntrustedText;
import java.util.List;
import java.util.UUID;

/**
 * What the suppression rules that were in force when an alert was enriched say of it.
 *
 * @param hidden whether rules cover all of its findings and no tripwire moved: people need not see it
 * @param rules the rules that cover any of its findings, at least one, by id
 */
public record Suppressed(boolean hidden, List<ByRule> rules) {

    /** Keeps its own copy of the list. */
    public Suppressed {
        rules = List.copyOf(rules);
    }

    /**
     * One rule that covers the alert or a part of it.
     *
     * @param rule the rule's id
     * @param revision the rule's revision
     * @param codes the codes of the findings it covers
     * @param moved its tripwires that moved: then it hides nothing here; empty when none did
     */
    public record ByRule(UUID rule, int revision, List<String> codes, List<Moved> moved) {

        /** Keeps its own copies of the lists. */
        public ByRule {
            codes = List.copyOf(codes);
            moved = List.copyOf(moved);
        }
    }

    /**
     * A tripwire that moved.
     *
     * @param tripwire {@code size}, {@code status}, {@code period} or {@code peers}
     * @param expected what the rule allows, in our words
     * @param observed what the packets showed
     */
    public record Moved(String tripwire, String expected, UntrustedText observed) {}
}
