package io.wirecase.core.flow;

/**
 * Why a flow record was published and which of several it is.
 *
 * @param reason why
 * @param part the part's number from 1; counters are cumulative over parts
 * @param last whether no later part follows
 */
public record Ending(Reason reason, int part, boolean last) {

    /** Why a flow record was published. */
    public enum Reason {
        /** TCP closed by both sides. */
        CLOSED,
        /** TCP reset. */
        RESET,
        /** Silent for the idle timeout. */
        IDLE,
        /** Longer than the active timeout: a part of a flow that goes on. */
        ACTIVE,
        /** The capture ended. */
        CAPTURE_END,
        /** Pushed out because the flow table was full. */
        EVICTED
    }
}
