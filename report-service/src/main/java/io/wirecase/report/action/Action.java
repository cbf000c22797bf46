package io.wirecase.report.action;

import io.wirecase.core.net.IpAddress;
import io.wirecase.report.document.Prose;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to do.
 *
 * @param plan what kind of thing it is and what it costs
 * @param priority from 1 (first) to 4, by risk and effort
 * @param title what to do
 * @param description how, with scope
 * @param pattern the number of the pattern it is for
 * @param asset the reader's own host it is done on
 * @param rationale why
 * @param undo how to take it back
 * @param stopWhen when to stop doing it
 * @param risk the pattern's risk, a word
 * @param simulation what a blocking or suppressing rule would have hit in the stored flows, or null for anything else
 */
public record Action(
        Plan plan,
        int priority,
        Prose title,
        Prose description,
        int pattern,
        IpAddress asset,
        Prose rationale,
        Prose undo,
        Prose stopWhen,
        String risk,
        @Nullable Prose simulation) {

    /** The phases, in order. */
    public enum Phase {
        VERIFICATION,
        CONTAINMENT,
        INVESTIGATION,
        REMEDIATION;

        /** The word in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much work it is. */
    public enum Effort {
        LOW,
        MEDIUM,
        HIGH;

        /** The word in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
