package io.wirecase.capture.flow;

import io.wirecase.capture.source.RawPacket;
import io.wirecase.core.flow.Flow;
import java.util.Map;
import java.util.function.Consumer;

/** Makes flows of packets. */
public final class FlowAssembler {

    /**
     * An empty flow table.
     *
     * @param identity which capture the packets belong to
     * @param settings when flows end
     * @param out takes the flows in (end, first packet) order
     */
    public FlowAssembler(CaptureIdentity identity, FlowSettings settings, Consumer<Flow> out) {}

    /** Counts a packet to its flow. */
    public void accept(RawPacket packet) {}

    /** Ends flows that were silent too long at a time when no packet comes; for live sources. */
    public void advance(long nowNanos) {}

    /** Ends and publishes every flow still open. */
    public void finish() {}

    /** Where every packet went so far. */
    public Accounts accounts() {
        return new Accounts(0, 0, Map.of(), 0, 0, null, null, null, 0, 0, 0);
    }
}
