package io.wirecase.report.input;

import java.util.List;

/**
 * Whether everything the captures hold is in the store.
 *
 * @param drained whether every end marker of every capture in scope has arrived
 * @param flowsPublished flow records the captures say they published
 * @param flowsStored flow records of those captures in the store
 * @param missing what has not arrived or does not agree, in our words; empty when all agrees
 */
public record Completeness(boolean drained, long flowsPublished, long flowsStored, List<String> missing) {

    /** Keeps its own copy of the list. */
    public Completeness {
        missing = List.copyOf(missing);
    }

    /** Whether all arrived and the counts agree. */
    public boolean whole() {
        return drained && flowsPublished == flowsStored && missing.isEmpty();
    }
}
