package io.wirecase.report.claim;

/**
 * Why a report was not delivered.
 *
 * @param reason the kind of fault
 * @param detail what was found
 * @param sentence the sentence it was found in, or the section's or sum's name
 */
public record Refusal(Reason reason, String detail, String sentence) {

    /** Kinds of fault. */
    public enum Reason {
        /** A number, address, name, time or percentage that no cited claim states. */
        UNBACKED,
        /** A claim is cited that the ledger does not hold. */
        MISSING_CLAIM,
        /** A direction that does not say whose. */
        DIRECTION,
        /** The same sentence twice. */
        REPEATED,
        /** A section, table or chart without content. */
        EMPTY,
        /** Parts that do not sum to their total. */
        SUM,
        /** More than one adjective for one metric. */
        ADJECTIVE,
        /** An alert in no pattern and not in the counted remainder. */
        UNPLACED
    }
}
