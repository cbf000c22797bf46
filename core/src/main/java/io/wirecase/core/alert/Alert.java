package io.wirecase.core.alert;

import io.wirecase.core.flow.Flow;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Findings about one subject. It is revised as better counts come in; a lower revision never overwrites a higher one.
 *
 * @param id deterministic id (see {@link io.wirecase.core.wire.Ids#alert})
 * @param revision from 1
 * @param status open, updated or withdrawn
 * @param kind {@link #FLOW} for the risks of one flow, else the behaviour's code
 * @param site the address space
 * @param captures the captures it draws on; the last one's flow produced this revision
 * @param eventNanos capture time: a flow's start, a behaviour's first flow
 * @param subject what it is about
 * @param findings what was found, at least one
 * @param score the sum of distinct findings' points (see {@link Scores})
 * @param evidence the flow, or the behaviour
 * @param techniques techniques that fit if it is not benign
 */
public record Alert(
        UUID id,
        int revision,
        Status status,
        String kind,
        String site,
        List<UUID> captures,
        long eventNanos,
        Subject subject,
        List<Finding> findings,
        int score,
        Evidence evidence,
        List<Technique> techniques) {

    /** The kind of an alert that holds the risks of one flow. */
    public static final String FLOW = "flow";

    /** Keeps its own copies of the lists. */
    public Alert {
        captures = List.copyOf(captures);
        findings = List.copyOf(findings);
        techniques = List.copyOf(techniques);
    }

    /** The word for its score. */
    public Severity severity() {
        return Severity.of(score);
    }

    /** The life of an alert. */
    public enum Status {
        OPEN,
        UPDATED,
        WITHDRAWN
    }

    /**
     * What the findings rest on: exactly one of both is present.
     *
     * @param flow the flow of a {@link #FLOW} alert, else null
     * @param behaviour the behaviour of any other kind, else null
     */
    public record Evidence(@Nullable Flow flow, @Nullable Behaviour behaviour) {}
}
