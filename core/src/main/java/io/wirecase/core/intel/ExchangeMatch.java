package io.wirecase.core.intel;

import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an exchange compares with the model of a known one, for example an operating system's connectivity check.
 *
 * @param service the model's id, for example {@code ubuntu-connectivity-check}
 * @param title the model's name for readers
 * @param whole whether every check that could be made held and at least the name, the request and the reply were seen
 * @param checks every check with what was expected and observed
 * @param source where the model's facts come from
 */
public record ExchangeMatch(String service, String title, boolean whole, List<Check> checks, DataSource source) {

    /** Keeps its own copy of the list. */
    public ExchangeMatch {
        checks = List.copyOf(checks);
    }

    /** The checks that do not hold. */
    public List<Check> broken() {
        return checks.stream().filter(c -> c.outcome() == Outcome.BROKEN).toList();
    }

    /**
     * One check of a model.
     *
     * @param id a stable id, for example {@code reply-empty}
     * @param expected what the model says, in our words
     * @param observed what the packets showed, or null when nothing was seen
     * @param outcome whether it held
     */
    public record Check(
            String id, String expected, @Nullable UntrustedText observed, Outcome outcome) {}

    /** The outcome of a check. */
    public enum Outcome {
        HELD,
        BROKEN,
        /** The capture did not show it: counts neither way. */
        NOT_SEEN
    }
}
