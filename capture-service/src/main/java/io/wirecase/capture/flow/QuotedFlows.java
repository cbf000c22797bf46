package io.wirecase.capture.flow;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.capture.packet.Outcome;
import io.wirecase.capture.packet.PacketDecoder;
import io.wirecase.capture.tally.ErrorLog;
import io.wirecase.capture.tally.IcmpTypes;

/** Tells flows of the ICMP errors that quote a packet of theirs (RFC 792, RFC 4443). */
final class QuotedFlows {

    private final PacketDecoder decoder;
    private final FlowTable table;
    private final DecodedPacket quoted = new DecodedPacket();
    private final TupleKey key = new TupleKey();

    QuotedFlows(PacketDecoder decoder, FlowTable table) {
        this.decoder = decoder;
        this.table = table;
    }

    /** Takes an ICMP packet. One that is no error, or about no flow that is open, tells nobody anything. */
    void take(DecodedPacket icmp, long timeNanos) {
        if (!IcmpTypes.error(icmp.transport(), icmp.icmpType())
                || decoder.quoted(icmp, quoted) != Outcome.DECODED
                || quoted.laterFragment()) {
            return;
        }
        key.fill(quoted);
        LiveFlow flow = table.get(key);
        if (flow != null) {
            flow.errors = flow.errors == null ? new ErrorLog() : flow.errors;
            flow.errors.add(icmp, flow.sender(key), timeNanos);
        }
    }
}
