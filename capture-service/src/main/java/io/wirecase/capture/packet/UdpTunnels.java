package io.wirecase.capture.packet;

/**
 * Packets inside UDP: VXLAN (RFC 7348) and its generic extension (draft-ietf-nvo3-vxlan-gpe-12), Geneve (RFC 8926),
 * GTP-U (3GPP TS 29.281), Teredo (RFC 4380), L2TP (RFC 2661), GRE (RFC 8086) and MPLS (RFC 7510). Told by the port and
 * confirmed by the header; else the datagram is an ordinary one.
 */
final class UdpTunnels {

    private static final int GTP_U_PORT = 2152;
    private static final int L2TP_PORT = 1701;
    private static final int TEREDO_PORT = 3544;

    private static final int HEADER = 8;
    private static final int VXLAN_HAS_NETWORK = 0x08;
    private static final int GPE_HAS_PROTOCOL = 0x04;
    private static final int GTP_USER_DATA = 0xFF;
    private static final int MAX_GTP_EXTENSIONS = 8;
    private static final int TEREDO_PREFIX = 0x2001_0000;
    private static final int TEREDO_AUTHENTICATION = 13;
    private static final int V6_HEADER = 40;

    private static final int L2TP_CONTROL = 0x8000;
    private static final int L2TP_LENGTH = 0x4000;
    private static final int L2TP_SEQUENCE = 0x0800;
    private static final int L2TP_OFFSET = 0x0200;

    private UdpTunnels() {}

    /** Follows a tunnel over the datagram; else the datagram is decoded as it is. */
    static Outcome follow(DecodedPacket p, int tunnels) {
        if (tunnels == 0 || p.fragmented || p.end - p.payloadAt < HEADER) {
            return Outcome.DECODED;
        }
        return switch (p.destinationPort) {
            // IANA's port and the one that Linux used before there was one.
            case 4789, 8472 -> vxlan(p, tunnels);
            case 4790 -> vxlanGpe(p, tunnels);
            case 6081 -> geneve(p, tunnels);
            case 4754 -> gre(p, tunnels);
            case 6635 -> TunnelDecoder.mpls(p, p.payloadAt, tunnels);
            case GTP_U_PORT -> gtp(p, tunnels);
            case L2TP_PORT -> l2tp(p, tunnels);
            case TEREDO_PORT -> teredo(p, tunnels);
            default ->
                switch (p.sourcePort) {
                    case GTP_U_PORT -> gtp(p, tunnels);
                    case L2TP_PORT -> l2tp(p, tunnels);
                    case TEREDO_PORT -> teredo(p, tunnels);
                    default -> Outcome.DECODED;
                };
        };
    }

    private static Outcome vxlan(DecodedPacket p, int tunnels) {
        int at = p.payloadAt;
        boolean known = (p.u8(at) & VXLAN_HAS_NETWORK) != 0 && p.u8(at + 7) == 0;
        return known ? TunnelDecoder.ethernet(p, at + HEADER, "vxlan", tunnels) : Outcome.DECODED;
    }

    private static Outcome vxlanGpe(DecodedPacket p, int tunnels) {
        int at = p.payloadAt;
        int flags = p.u8(at);
        if ((flags & VXLAN_HAS_NETWORK) == 0 || p.u8(at + 7) != 0) {
            return Outcome.DECODED;
        }
        return switch ((flags & GPE_HAS_PROTOCOL) != 0 ? p.u8(at + 3) : 3) {
            case 1, 2 -> ip(p, at + HEADER, "vxlan-gpe", tunnels);
            case 3 -> TunnelDecoder.ethernet(p, at + HEADER, "vxlan-gpe", tunnels);
            default -> Outcome.DECODED;
        };
    }

    private static Outcome geneve(DecodedPacket p, int tunnels) {
        int at = p.payloadAt;
        int first = p.u8(at);
        int inner = at + HEADER + (first & 63) * 4;
        if (first >>> 6 != 0 || p.u8(at + 7) != 0 || inner >= p.end) {
            return Outcome.DECODED;
        }
        return switch (p.u16(at + 2)) {
            case EtherTypes.ETHERNET -> TunnelDecoder.ethernet(p, inner, "geneve", tunnels);
            case EtherTypes.IPV4, EtherTypes.IPV6 -> ip(p, inner, "geneve", tunnels);
            default -> Outcome.DECODED;
        };
    }

    private static Outcome gre(DecodedPacket p, int tunnels) {
        p.at = p.payloadAt;
        return GreDecoder.decode(p, tunnels);
    }

    private static Outcome ip(DecodedPacket p, int at, String name, int tunnels) {
        int nibble = at < p.end ? p.u8(at) >>> 4 : 0;
        if (nibble != 4 && nibble != 6) {
            return Outcome.DECODED;
        }
        p.at = at;
        return TunnelDecoder.ip(p, name, tunnels);
    }

    private static Outcome gtp(DecodedPacket p, int tunnels) {
        int at = p.payloadAt;
        int flags = p.u8(at);
        boolean versionOne = flags >>> 4 == 3;
        if (!versionOne || p.u8(at + 1) != GTP_USER_DATA) {
            return Outcome.DECODED;
        }
        int inner = at + HEADER;
        if ((flags & 7) != 0) {
            inner = gtpExtensions(p, inner, (flags & 4) != 0);
        }
        return ip(p, inner, "gtp", tunnels);
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

    private static Outcome l2tp(DecodedPacket p, int tunnels) {
        int flags = p.u16(p.payloadAt);
        if ((flags & 15) != 2 || (flags & L2TP_CONTROL) != 0) {
            return Outcome.DECODED;
        }
        int inner = p.payloadAt + 6;
        inner += (flags & L2TP_LENGTH) != 0 ? 2 : 0;
        inner += (flags & L2TP_SEQUENCE) != 0 ? 4 : 0;
        if ((flags & L2TP_OFFSET) != 0) {
            inner += inner + 2 <= p.end ? 2 + p.u16(inner) : 2;
        }
        if (inner >= p.end) {
            return Outcome.DECODED;
        }
        p.at = inner;
        p.enterTunnel("l2tp");
        p.resetNetwork();
        return EtherTypes.ppp(p, tunnels - 1);
    }

    /**
     * Teredo, its authentication and origin indication skipped. Bubbles, and what a client asks its server about
     * itself, are the tunnel's own business and stay with its flow.
     */
    private static Outcome teredo(DecodedPacket p, int tunnels) {
        int at = p.payloadAt;
        if (p.u16(at) == 1) {
            at += TEREDO_AUTHENTICATION + p.u8(at + 2) + p.u8(at + 3);
        }
        if (at + HEADER <= p.end && p.u16(at) == 0) {
            at += HEADER;
        }
        if (at + V6_HEADER > p.end || p.u8(at) >>> 4 != 6) {
            return Outcome.DECODED;
        }
        boolean client = p.i32(at + 8) == TEREDO_PREFIX || p.i32(at + 24) == TEREDO_PREFIX;
        boolean bubble = p.u8(at + 6) == Ipv6Extensions.NO_NEXT_HEADER;
        return client && !bubble ? ip(p, at, "teredo", tunnels) : Outcome.DECODED;
    }
}
