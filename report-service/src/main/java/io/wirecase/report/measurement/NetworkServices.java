package io.wirecase.report.measurement;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.ProtocolPorts;
import io.wirecase.core.net.Transport;
import java.util.Set;

/** What hosts say so that a network works at all: names, addresses, time and who is there. */
public final class NetworkServices {

    private static final Set<String> NAMES = Set.of(
            "DNS",
            "MDNS",
            "LLMNR",
            "NetBIOS",
            "SSDP",
            "WSD",
            "DHCP",
            "DHCPV6",
            "NTP",
            "NAT-PMP",
            "Service_Location_Protocol",
            "IGMP");

    private NetworkServices() {}

    /** Whether a flow is one, by what was decoded, else by the responder's port. */
    public static boolean is(Flow flow) {
        Transport transport = flow.key().transport();
        if (transport == Transport.ARP) {
            return true;
        }
        if (!flow.application().protocols().isEmpty()) {
            return NAMES.contains(flow.application().carrier());
        }
        Integer port = flow.key().responder().port();
        return port != null
                && ProtocolPorts.owner(transport, port).map(NAMES::contains).orElse(false);
    }
}
