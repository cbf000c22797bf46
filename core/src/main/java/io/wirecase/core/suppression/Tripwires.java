package io.wirecase.core.suppression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a suppressed exchange may not do and stay hidden. A value that was not seen moves nothing.
 *
 * @param size the most an exchange may carry, or null
 * @param status the outcomes it may have, or null
 * @param period the time that may lie between two exchanges, or null
 * @param peers with whom it may be, or null
 */
public record Tripwires(
        @Nullable Size size,
        @Nullable Status status,
        @Nullable Period period,
        @Nullable Peers peers) {

    /** The most outcomes a rule lists. */
    public static final int MAX_OUTCOMES = 32;
    /** The most peers a rule lists. */
    public static final int MAX_PEERS = 256;

    /**
     * Moved by a flow with more payload, both directions together.
     *
     * @param maxBytes the most it may carry
     * @param factor how many times the usual that is, or null where it was given in bytes
     * @param usualBytes the most that was seen when the rule was made, or null where it was given in bytes
     */
    public record Size(
            long maxBytes,
            @Nullable Double factor,
            @Nullable Long usualBytes) {}

    /**
     * Moved by another outcome: {@code http:} with a status code or {@code dns:} with a response code (RFC 1035).
     *
     * @param expected the outcomes it may have, for example {@code http:204}
     */
    public record Status(List<String> expected) {

        /** Keeps its own copy of the list. */
        public Status {
            expected = List.copyOf(expected);
        }
    }

    /**
     * Moved when the next exchange of the same two ends comes sooner or later, or a behaviour has another period.
     *
     * @param minSeconds the least time from start to start
     * @param maxSeconds the most
     */
    public record Period(double minSeconds, double maxSeconds) {}

    /**
     * Moved by an exchange with anybody else.
     *
     * @param known names asked for in lower case, and addresses of those without a name
     */
    public record Peers(List<String> known) {

        /** Keeps its own copy of the list. */
        public Peers {
            known = List.copyOf(known);
        }
    }
}
