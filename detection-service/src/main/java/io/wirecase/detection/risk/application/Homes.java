package io.wirecase.detection.risk.application;

import io.wirecase.core.net.ProtocolPorts;
import io.wirecase.core.net.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where protocols live: by the registries and custom, or as nDPI's table has it. */
enum Homes {
    /** As {@link ProtocolPorts} says, and where nobody wonders about a protocol. */
    OURS {
        @Override
        Optional<String> owner(Transport transport, int port) {
            return ProtocolPorts.owner(transport, port);
        }

        @Override
        List<Integer> of(Transport transport, String protocol) {
            return ProtocolPorts.defaults(transport, protocol);
        }

        @Override
        boolean accepted(String protocol, int port) {
            return ANYWHERE.contains(protocol)
                    || ALTERNATIVES.getOrDefault(protocol, List.of()).contains(port)
                    || MAPPED.contains(protocol) && port >= FIRST_DYNAMIC_PORT;
        }
    },
    /** The same but for the few protocols that nDPI 4.11 has at home elsewhere. */
    NDPI {
        @Override
        Optional<String> owner(Transport transport, int port) {
            return ProtocolPorts.owner(transport, port)
                    .filter(name -> of(transport, name).contains(port));
        }

        @Override
        List<Integer> of(Transport transport, String protocol) {
            return ELSEWHERE.getOrDefault(protocol, ProtocolPorts.defaults(transport, protocol));
        }

        @Override
        boolean accepted(String protocol, int port) {
            return protocol.equals("FTP_DATA");
        }
    };

    /** Ports that are handed out for a while (RFC 6335 section 6). */
    private static final int FIRST_DYNAMIC_PORT = 49_152;

    /** The data of FTP and the peers of BitTorrent go to ports that were agreed on elsewhere. */
    private static final Set<String> ANYWHERE = Set.of("FTP_DATA", "BitTorrent");

    /** Services that ask a mapper for a port of their own (RFC 1833, DCE 1.1). */
    private static final Set<String> MAPPED = Set.of("DCERPC", "RPC", "NFS");

    /** The alternatives that the IANA registry has for the web, and a service of DCE/RPC with a port of its own. */
    private static final Map<String, List<Integer>> ALTERNATIVES =
            Map.of("HTTP", List.of(8_080, 8_008), "TLS", List.of(8_443), "DCERPC", List.of(34_964));

    /**
     * BitTorrent not on 6881; HSRP on the port of its IPv4 form only; port mappers of RPC count as NFS; of the mail
     * protocols that go over to TLS it looks again at IMAP only.
     */
    private static final Map<String, List<Integer>> ELSEWHERE = Map.of(
            "BitTorrent", List.of(51_413, 6_771),
            "HSRP", List.of(1_985),
            "RPC", List.of(2_049),
            "IMAPS", List.of(993),
            "PROFINET_IO", List.of());

    /** The protocol expected on a port, or empty when nobody is. */
    abstract Optional<String> owner(Transport transport, int port);

    /** The ports of a protocol on a transport, empty when it has none there. */
    abstract List<Integer> of(Transport transport, String protocol);

    /** Whether a protocol is in order on a port that is not its own. */
    abstract boolean accepted(String protocol, int port);

    /** Whether a protocol has a port of its own on any transport. */
    boolean known(String protocol) {
        return ProtocolPorts.hasDefaults(protocol);
    }
}
