package io.wirecase.capture.packet;

/**
 * Packets inside IP packets: IP in IP (RFC 2003, RFC 4213, RFC 2473), EtherIP (RFC 3378), MPLS in IP (RFC 4023); GRE
 * and UDP have decoders of their own. What does not hold an IP or ARP packet after all is left to the tunnel's own
 * flow.
 */
final class TunnelDecoder {

    private static final int IPV4 = 4;
    private static final int IPV6 = 41;
    private static final int GRE = 47;
    private static final int ETHER_IP = 97;
    private static final int MPLS = 137;
    private static final int ETHER_IP_HEADER = 2;
    private static final int ETHER_IP_VERSION = 3;

    private TunnelDecoder() {}

    /** Whether an IP protocol carries another packet that we follow. */
    static boolean carries(int protocol) {
        return protocol == IPV4 || protocol == IPV6 || protocol == GRE || protocol == ETHER_IP || protocol == MPLS;
    }

    /** Decodes what is inside; at the last tunnel allowed, leaves the packet to the tunnel's own flow. */
    static Outcome decode(DecodedPacket p, int protocol, int tunnels) {
        if (tunnels == 0 || p.fragmented) {
            return Outcome.DECODED;
        }
        return switch (protocol) {
            case IPV4 -> ip(p, p.v4 ? "ipip" : "4in6", tunnels);
            case IPV6 -> ip(p, p.v4 ? "6in4" : "6in6", tunnels);
            case ETHER_IP -> etherIp(p, tunnels);
            case MPLS -> mpls(p, p.at, tunnels);
            default -> GreDecoder.decode(p, tunnels);
        };
    }

    /** Enters a tunnel that holds an IP packet from here on. */
    static Outcome ip(DecodedPacket p, String name, int tunnels) {
        p.enterTunnel(name);
        return IpDecoder.either(p, tunnels - 1);
    }

    /** Enters a tunnel that holds an Ethernet frame from an index on. */
    static Outcome ethernet(DecodedPacket p, int at, String name, int tunnels) {
        p.at = at;
        p.enterTunnel(name);
        p.resetNetwork();
        return LinkDecoder.ethernet(p, tunnels - 1);
    }

    /** Enters a tunnel that holds MPLS labels from an index on. */
    static Outcome mpls(DecodedPacket p, int at, int tunnels) {
        p.at = at;
        p.enterTunnel("mpls");
        p.resetNetwork();
        return EtherTypes.mpls(p, tunnels - 1);
    }

    private static Outcome etherIp(DecodedPacket p, int tunnels) {
        boolean known = p.left() > ETHER_IP_HEADER && p.u8(p.at) >>> 4 == ETHER_IP_VERSION;
        return known ? ethernet(p, p.at + ETHER_IP_HEADER, "etherip", tunnels) : Outcome.DECODED;
    }
}
