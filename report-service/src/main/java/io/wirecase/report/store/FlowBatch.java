package io.wirecase.report.store;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.FlowBlock;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records of the flows topic on their way into the database: rows, counts and how far each partition was read, to be
 * stored together or not at all. Not thread-safe; stored once.
 */
public final class FlowBatch {

    private final BinaryRows rows = new BinaryRows();
    private final SortedSet<Long> days = new TreeSet<>();
    private final Map<Slot, Count> counts = new HashMap<>();
    private final Map<Integer, Move> moves = new TreeMap<>();

    /**
     * Adds a block.
     *
     * @param partition the partition it came on
     * @param arrivedDay days since 1970-01-01 of the day it reached the broker
     * @param unreadable flows of it that could not be read
     */
    public void add(int partition, FlowBlock block, long arrivedDay, int unreadable) {
        for (Flow flow : block.flows()) {
            FlowRow.write(rows, flow, arrivedDay);
            count(new Slot(flow.origin().captureId(), flow.origin().revision(), partition)).stored++;
        }
        days.add(arrivedDay);
        if (unreadable > 0) {
            count(new Slot(block.captureId(), block.revision(), partition)).unreadable += unreadable;
        }
    }

    /** Adds an end marker. @param partition the partition it came on */
    public void add(int partition, EndMarker marker) {
        count(new Slot(marker.captureId(), marker.revision(), partition)).marker = marker;
    }

    /**
     * Says how far a partition was read.
     *
     * @param from the stored next offset when reading began: another reader that moved it since makes the batch void
     * @param next the offset of the next record to read
     */
    public void moved(int partition, long from, long next) {
        moves.merge(partition, new Move(from, next), (old, add) -> new Move(old.from(), add.next()));
    }

    /** Flow records in it. */
    public int flows() {
        return rows.rows();
    }

    BinaryRows rows() {
        return rows;
    }

    SortedSet<Long> days() {
        return days;
    }

    Map<Slot, Count> counts() {
        return counts;
    }

    Map<Integer, Move> moves() {
        return moves;
    }

    private Count count(Slot slot) {
        return counts.computeIfAbsent(slot, s -> new Count());
    }

    /** What is counted: a capture's revision on a partition. */
    record Slot(UUID captureId, int revision, int partition) {}

    /** How far a partition was read. */
    record Move(long from, long next) {}

    /** The counts of a slot. */
    static final class Count {
        long stored;
        long unreadable;

        @Nullable
        EndMarker marker;
    }
}
