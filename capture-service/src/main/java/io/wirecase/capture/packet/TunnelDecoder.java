package io.wirecase.capture.packet;

/**
 * Packets inside packets: IP in IP (RFC 2003, RFC 4213, RFC 2473), GRE (RFC 2784, RFC 2890, RFC 2637), VXLAN (RFC 7348)
 * and GTP-U (3GPP TS 29.281). What does not hold an IP or ARP packet after all is left to the tunnel's own flow.
 */
final class TunnelDecoder {

    private static final int IPV4 = 4;
    private static final int IPV6 = 41;
    private static final int GRE = 47;

    private static final int VXLAN_PORT = 4789;
    private static final int GTP_U_PORT = 2152;
    private static final int TUNNEL_HEADER = 8;
    private static final int GTP_USER_DATA = 0xFF;
    private static final int MAX_GTP_EXTENSIONS = 8;

    private static final int GRE_CHECKSUM = 0x8000;
    private static final int GRE_ROUTING = 0x4000;
    private static final int GRE_KEY = 0x2000;
    private static final int GRE_SEQUENCE = 0x1000;
    private static final int GRE_ACKNOWLEDGEMENT = 0x0080;
    private static final int GRE_VERSION = 7;
    private static final int GRE_PPP = 0x880B;

    private TunnelDecoder() {}

    /** Whether an IP protocol carries another packet that we follow. */
    static boolean carries(int protocol) {
        return protocol == IPV4 || protocol == IPV6 || protocol == GRE;
    }

    /** Decodes what is inside; at the last tunnel allowed, leaves the packet to the tunnel's own flow. */
    static Outcome decode(DecodedPacket p, int protocol, int tunnels) {
        if (tunnels == 0 || p.fragmented) {
            return Outcome.DECODED;
        }
        return switch (protocol) {
            case IPV4 -> ip(p, p.v4 ? "ipip" : "4in6", tunnels);
            case IPV6 -> ip(p, p.v4 ? "6in4" : "6in6", tunnels);
            default -> gre(p, tunnels);
        };
    }

    /** Follows a tunnel over UDP, told by its port and confirmed by its header; else the datagram is decoded. */
    static Outcome overUdp(DecodedPacket p, int tunnels) {
        if (tunnels == 0 || p.fragmented || p.end - p.payloadAt < TUNNEL_HEADER) {
            return Outcome.DECODED;
        }
        if (p.destinationPort == VXLAN_PORT && p.u32(p.payloadAt) == 0x0800_0000L) {
            p.at = p.payloadAt + TUNNEL_HEADER;
            p.enterTunnel("vxlan");
            p.resetNetwork();
            return LinkDecoder.ethernet(p, tunnels - 1);
        }
        boolean gtp = p.destinationPort == GTP_U_PORT || p.sourcePort == GTP_U_PORT;
        return gtp ? gtp(p, tunnels) : Outcome.DECODED;
    }

    private static Outcome ip(DecodedPacket p, String name, int tunnels) {
        p.enterTunnel(name);
        return IpDecoder.either(p, tunnels - 1);
    }

    private static Outcome gtp(DecodedPacket p, int tunnels) {
        int at = p.payloadAt;
        int flags = p.u8(at);
        boolean versionOne = flags >>> 4 == 3;
        if (!versionOne || p.u8(at + 1) != GTP_USER_DATA) {
            return Outcome.DECODED;
        }
        int inner = at + TUNNEL_HEADER;
        if ((flags & 7) != 0) {
            inner = gtpExtensions(p, inner, (flags & 4) != 0);
        }
        int nibble = inner < p.end ? p.u8(inner) >>> 4 : 0;
        if (nibble != 4 && nibble != 6) {
            return Outcome.DECODED;
        }
        p.at = inner;
        return ip(p, "gtp", tunnels);
    }

    /** Skips the optional fields and extension headers. Returns where they end, perhaps behind the packet. */
    private static int gtpExtensions(DecodedPacket p, int from, boolean chained) {
        int at = from + 4;
        for (int i = 0; chained && i < MAX_GTP_EXTENSIONS && at < p.end && p.u8(at - 1) != 0; i++) {
            at += Math.max(1, p.u8(at)) * 4;
            if (at > p.end) {
                return at;
            }
        }
        return at;
    }

    private static Outcome gre(DecodedPacket p, int tunnels) {
        if (p.left() < 4) {
            return Outcome.DECODED;
        }
        int flags = p.u16(p.at);
        int type = p.u16(p.at + 2);
        int length = greHeader(flags);
        boolean known = type == EtherTypes.IPV4 || type == EtherTypes.IPV6 || type == EtherTypes.ETHERNET;
        boolean ppp = (flags & GRE_VERSION) == 1 && type == GRE_PPP;
        if ((flags & GRE_ROUTING) != 0 || p.left() <= length || !ppp && (!known || (flags & GRE_VERSION) != 0)) {
            return Outcome.DECODED;
        }
        p.at += length;
        p.enterTunnel(ppp ? "pptp" : "gre");
        if (ppp) {
            return EtherTypes.ppp(p, tunnels - 1);
        }
        return type == EtherTypes.ETHERNET ? LinkDecoder.ethernet(p, tunnels - 1) : IpDecoder.either(p, tunnels - 1);
    }

    private static int greHeader(int flags) {
        int length = 4;
        length += (flags & GRE_CHECKSUM) != 0 ? 4 : 0;
        length += (flags & GRE_KEY) != 0 ? 4 : 0;
        length += (flags & GRE_SEQUENCE) != 0 ? 4 : 0;
        return length + ((flags & GRE_ACKNOWLEDGEMENT) != 0 ? 4 : 0);
    }
}
