package io.wirecase.report.pattern;

import java.util.List;

/**
 * Every alert, placed: {@code total = notShown + sum(patterns.shown) + remainderAlerts}.
 *
 * @param patterns the patterns shown, highest score first, then most alerts, then key
 * @param total alerts placed
 * @param notShown alerts below the minimum score
 * @param remainderAlerts alerts that reach the minimum score in patterns beyond the most that are shown
 * @param remainderPatterns how many such patterns there are
 */
public record Patterns(
        List<Pattern> patterns, long total, long notShown, long remainderAlerts, long remainderPatterns) {

    /** Keeps its own copy of the list. */
    public Patterns {
        patterns = List.copyOf(patterns);
    }

    /** Alerts that reach the minimum score. */
    public long shown() {
        return total - notShown;
    }
}
