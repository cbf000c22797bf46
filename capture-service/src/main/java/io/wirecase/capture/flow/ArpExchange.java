package io.wirecase.capture.flow;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.core.flow.MacAddress;
import io.wirecase.core.flow.Party;
import org.jspecify.annotations.Nullable;

/** The hardware addresses the two ends of an ARP flow claimed. */
final class ArpExchange {

    private static final int REPLY = 2;

    final int firstOperation;
    private final MacAddress originatorClaim;
    private @Nullable MacAddress responderClaim;
    private @Nullable MacAddress answer;

    ArpExchange(DecodedPacket first) {
        firstOperation = first.arpOperation();
        originatorClaim = first.arpSenderMac();
    }

    /** Whether the packet claims another hardware address than its sender did before in this flow. */
    boolean contradicts(Party sender, DecodedPacket p) {
        MacAddress before = sender == Party.ORIGINATOR ? originatorClaim : responderClaim;
        return before != null && !before.equals(p.arpSenderMac());
    }

    void add(Party sender, DecodedPacket p) {
        if (sender == Party.RESPONDER) {
            responderClaim = p.arpSenderMac();
            answer = answer == null && p.arpOperation() == REPLY ? responderClaim : answer;
        }
    }

    MacAddress originatorClaim() {
        return originatorClaim;
    }

    /** The hardware address a reply gave for the responder, or null without a reply. */
    @Nullable
    MacAddress answer() {
        return answer;
    }
}
