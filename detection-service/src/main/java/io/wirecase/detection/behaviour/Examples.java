package io.wirecase.detection.behaviour;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.flow.Flow;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The flows that are shown of many: those with the smallest lots ({@link Draw}), of each its last part. The same in
 * any order of coming. Not thread-safe.
 */
public final class Examples {

    /** By time as people read them; flows that start at once by their lots. */
    public static final Comparator<Flow> BY_TIME = Comparator.<Flow>comparingLong(
                    flow -> flow.span().startNanos())
            .thenComparingLong(Draw::of)
            .thenComparing(Flow::id);

    /** A later part tells more. Parts of one number are of captures that overlap. */
    static final Comparator<Flow> FULLER =
            Comparator.<Flow>comparingInt(flow -> flow.ending().part()).thenComparing(Flow::id);

    private final TreeMap<Long, Flow> byLot = new TreeMap<>();

    /** Offers a flow. */
    public void add(Flow flow) {
        byLot.merge(Draw.of(flow), flow, (one, other) -> FULLER.compare(one, other) >= 0 ? one : other);
        if (byLot.size() > Behaviour.MAX_EXAMPLES) {
            byLot.pollLastEntry();
        }
    }

    /** Offers flows. */
    public void addAll(Collection<Flow> flows) {
        flows.forEach(this::add);
    }

    /** The flows to show, the smallest lot first. */
    public List<Flow> flows() {
        return List.copyOf(byLot.values());
    }

    /**
     * Offers a lot to those that are shown.
     *
     * @param lots the smallest so far
     * @return whether its flow is shown now
     */
    public static boolean shown(TreeSet<Long> lots, long lot) {
        lots.add(lot);
        if (lots.size() > Behaviour.MAX_EXAMPLES) {
            lots.pollLast();
        }
        return lots.contains(lot);
    }
}
