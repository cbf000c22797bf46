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
        /** More than one adjective for one metric, or one that is from no scale. */
        ADJECTIVE,
        /** A word that judges, without a finding or an explanation of that meaning. */
        JUDGEMENT,
        /** Regularity without a timing claim. */
        TIMING,
        /** A time of day without a claim on the hours covered. */
        COVERAGE,
        /** What is usual, without anything to compare with. */
        BASELINE,
        /** A possibility that no weighed explanation states. */
        SPECULATION,
        /** Marks of a format. */
        MARKUP,
        /** A conclusion from data that is not there. */
        MISSING_DATA,
        /** None of what the ledger counted some of. */
        CONTRADICTION,
        /** A repair of software that is not the reader's. */
        FOREIGN_ASSET,
        /** A rule that blocks without what it would have hit. */
        UNTESTED,
        /** A pattern that a section leaves out, or a list that is shorter than it says. */
        INCOMPLETE,
        /** An alert in no pattern and not in the counted remainder. */
        UNPLACED
    }
}
