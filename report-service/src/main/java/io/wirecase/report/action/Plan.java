package io.wirecase.report.action;

import org.jspecify.annotations.Nullable;

/**
 * An action in templates over a pattern's claims.
 *
 * @param phase when
 * @param category a stable word for its kind, for example {@code suppress}
 * @param effort how much work it is
 * @param words its sentences
 * @param simulation what a rule would have hit, or null where it sets no rule
 */
public record Plan(
        Action.Phase phase,
        String category,
        Action.Effort effort,
        Words words,
        @Nullable String simulation) {

    /**
     * Sentences with holes.
     *
     * @param title what to do
     * @param description how
     * @param rationale why
     * @param undo how to take it back
     * @param stopWhen when to stop
     */
    public record Words(String title, String description, String rationale, String undo, String stopWhen) {}
}
