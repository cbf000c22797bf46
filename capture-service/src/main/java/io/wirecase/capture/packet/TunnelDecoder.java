package io.wirecase.capture.packet;

/** Packets inside packets: IP in IP (RFC 2003, RFC 4213, RFC 2473), GRE (RFC 2784, RFC 2890, RFC 2637). */
final class TunnelDecoder {

    private static final int IPV4 = 4;
    private static final int IPV6 = 41;
    private static final int GRE = 47;

    private TunnelDecoder() {}

    /** Whether an IP protocol carries another packet that we follow. */
    static boolean carries(DecodedPacket p, int protocol) {
        return protocol == IPV4 || protocol == IPV6 || protocol == GRE;
    }

    /** Decodes what is inside; at the last tunnel allowed, leaves the packet to the tunnel's own flow. */
    static Outcome decode(DecodedPacket p, int protocol, int tunnels) {
        if (tunnels == 0 || p.fragmented) {
            return Outcome.DECODED;
        }
        return switch (protocol) {
            case IPV4 -> inner(p, p.v4 ? "ipip" : "4in6", tunnels);
            case IPV6 -> inner(p, p.v4 ? "6in4" : "6in6", tunnels);
            default -> Outcome.DECODED;
        };
    }

    /** UDP ports that carry tunnels: none is followed yet. */
    static Outcome overUdp(DecodedPacket p, int tunnels) {
        return Outcome.DECODED;
    }

    private static Outcome inner(DecodedPacket p, String name, int tunnels) {
        p.enterTunnel(name);
        return IpDecoder.either(p, tunnels - 1);
    }
}
