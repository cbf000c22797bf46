package io.wirecase.detection.behaviour;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.FlowPacker;
import io.wirecase.core.wire.PackedFlow;
import io.wirecase.core.wire.PackedFlows;
import io.wirecase.core.wire.Unreadable;
import java.util.List;

/**
 * {@link Examples} as the store has them. Nearly all of them are never shown, so that they are kept as bytes: one is
 * added and the others are not decoded. Not thread-safe.
 */
public final class KeptExamples {

    private final PackedFlows flows;

    private KeptExamples(PackedFlows flows) {
        this.flows = flows;
    }

    /** None. */
    public static KeptExamples none() {
        return new KeptExamples(new PackedFlows());
    }

    /** Reads what {@link #bytes()} wrote; none where that cannot be read any more. */
    public static KeptExamples of(byte[] bytes) {
        try {
            return new KeptExamples(PackedFlows.of(bytes));
        } catch (Unreadable olderEncoding) {
            return none();
        }
    }

    /** Offers a flow, as {@link Examples#add}. */
    public void add(Flow flow, FlowPacker packer) {
        long lot = Draw.of(flow);
        PackedFlow same = flows.byNumber().get(lot);
        if (same == null || fuller(flow, same)) {
            flows.byNumber().put(lot, packer.pack(flow));
        }
        if (flows.byNumber().size() > Behaviour.MAX_EXAMPLES) {
            flows.byNumber().remove(flows.byNumber().lastKey());
        }
    }

    private static boolean fuller(Flow flow, PackedFlow same) {
        PackedFlows alone = new PackedFlows();
        alone.byNumber().put(0L, same);
        try {
            return Examples.FULLER.compare(flow, alone.flows().getFirst()) > 0;
        } catch (Unreadable olderEncoding) {
            return true;
        }
    }

    /** The flows to show, the smallest lot first; none where they cannot be read any more. */
    public List<Flow> flows() {
        try {
            return flows.flows();
        } catch (Unreadable olderEncoding) {
            return List.of();
        }
    }

    /** All of them as bytes. */
    public byte[] bytes() {
        return flows.bytes();
    }
}
