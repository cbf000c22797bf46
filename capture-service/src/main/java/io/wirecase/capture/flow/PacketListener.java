package io.wirecase.capture.flow;

import io.wirecase.capture.source.RawPacket;
import io.wirecase.core.flow.FlowKey;
import java.util.UUID;

/** Told which flow a packet is counted to; how the packets behind a flow are found again. */
@FunctionalInterface
public interface PacketListener {

    /**
     * Takes a packet, once for each flow it is counted to.
     *
     * @param flow the flow's id
     * @param key the flow's ends
     * @param packet the packet; valid until the call returns
     */
    void counted(UUID flow, FlowKey key, RawPacket packet);
}
