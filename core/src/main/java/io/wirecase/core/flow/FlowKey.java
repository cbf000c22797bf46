package io.wirecase.core.flow;

import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who talked to whom, and over what. The originator sent the first packet seen (Zeek's meaning), never a guess from
 * ports.
 *
 * @param transport the transport
 * @param ipProtocol the IP protocol number, or null for ARP
 * @param originator the sender of the first packet
 * @param responder the other end
 * @param vlans VLAN ids from outside in, empty when untagged
 * @param tunnel the tunnel path from outside in, for example {@code "gre/ipip"}, or null outside any tunnel
 */
public record FlowKey(
        Transport transport,
        @Nullable Integer ipProtocol,
        Endpoint originator,
        Endpoint responder,
        List<Integer> vlans,
        @Nullable String tunnel) {

    /** Keeps its own copy of the list. */
    public FlowKey {
        vlans = List.copyOf(vlans);
    }
}
