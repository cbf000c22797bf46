package io.wirecase.capture.packet;

/**
 * Generic routing encapsulation (RFC 2784, RFC 2890), with Ethernet inside also known as NVGRE (RFC 7637); PPTP's form
 * of it (RFC 2637); mirrored frames in ERSPAN I to III (draft-foschiano-erspan-03).
 */
final class GreDecoder {

    private static final int CHECKSUM = 0x8000;
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int ACKNOWLEDGEMENT = 0x0080;
    private static final int VERSION = 7;

    private static final int PPP = 0x880B;
    private static final int ERSPAN = 0x88BE;
    private static final int ERSPAN_III = 0x22EB;
    private static final int ERSPAN_II_HEADER = 8;
    private static final int ERSPAN_III_HEADER = 12;
    private static final int ERSPAN_PLATFORM = 8;
    private static final int ERSPAN_TRUNCATED = 0x0400;
    /** What a mirroring switch may have cut off a frame that it marks as truncated. */
    private static final int LONGEST_FRAME = 65_535;

    private GreDecoder() {}

    /** Decodes what is inside; what it does not know is left to the tunnel's own flow. */
    static Outcome decode(DecodedPacket p, int tunnels) {
        if (p.left() < 4) {
            return Outcome.DECODED;
        }
        int flags = p.u16(p.at);
        int type = p.u16(p.at + 2);
        int inner = p.at + header(flags);
        if ((flags & ROUTING) != 0 || inner >= p.end || (flags & VERSION) > 1) {
            return Outcome.DECODED;
        }
        if ((flags & VERSION) == 1) {
            return type == PPP && (flags & KEY) != 0 ? pptp(p, inner, tunnels) : Outcome.DECODED;
        }
        return switch (type) {
            case EtherTypes.IPV4, EtherTypes.IPV6 -> {
                p.at = inner;
                yield TunnelDecoder.ip(p, "gre", tunnels);
            }
            case EtherTypes.ETHERNET -> TunnelDecoder.ethernet(p, inner, "gre", tunnels);
            case EtherTypes.MPLS, EtherTypes.MPLS_MULTICAST -> {
                p.enterTunnel("gre");
                yield tunnels > 1 ? TunnelDecoder.mpls(p, inner, tunnels - 1) : Outcome.NOT_IP;
            }
            case ERSPAN ->
                (flags & SEQUENCE) == 0
                        ? TunnelDecoder.ethernet(p, inner, "erspan", tunnels)
                        : erspanTwo(p, inner, tunnels);
            case ERSPAN_III -> erspanThree(p, inner, tunnels);
            default -> Outcome.DECODED;
        };
    }

    private static int header(int flags) {
        int length = 4;
        length += (flags & CHECKSUM) != 0 ? 4 : 0;
        length += (flags & KEY) != 0 ? 4 : 0;
        length += (flags & SEQUENCE) != 0 ? 4 : 0;
        return length + ((flags & ACKNOWLEDGEMENT) != 0 ? 4 : 0);
    }

    private static Outcome pptp(DecodedPacket p, int inner, int tunnels) {
        p.at = inner;
        p.enterTunnel("pptp");
        p.resetNetwork();
        return EtherTypes.ppp(p, tunnels - 1);
    }

    private static Outcome erspanTwo(DecodedPacket p, int at, int tunnels) {
        if (p.end - at < ERSPAN_II_HEADER || p.u8(at) >>> 4 != 1) {
            return Outcome.DECODED;
        }
        truncated(p, at);
        return TunnelDecoder.ethernet(p, at + ERSPAN_II_HEADER, "erspan", tunnels);
    }

    private static Outcome erspanThree(DecodedPacket p, int at, int tunnels) {
        if (p.end - at < ERSPAN_III_HEADER || p.u8(at) >>> 4 != 2) {
            return Outcome.DECODED;
        }
        int last = p.u16(at + ERSPAN_III_HEADER - 2);
        int inner = at + ERSPAN_III_HEADER + ((last & 1) != 0 ? ERSPAN_PLATFORM : 0);
        boolean ethernet = (last >>> 10 & 31) == 0;
        if (!ethernet || inner >= p.end) {
            return Outcome.DECODED;
        }
        truncated(p, at);
        return TunnelDecoder.ethernet(p, inner, "erspan", tunnels);
    }

    /** A frame that the switch cut before it mirrored it is like one that the capture cut. */
    private static void truncated(DecodedPacket p, int at) {
        if ((p.u16(at + 2) & ERSPAN_TRUNCATED) != 0) {
            p.unrecorded += LONGEST_FRAME;
        }
    }
}
