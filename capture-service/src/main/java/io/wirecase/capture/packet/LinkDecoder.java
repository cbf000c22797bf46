package io.wirecase.capture.packet;

/** Link layers, down to the first IP or ARP header. */
final class LinkDecoder {

    private static final int ETHERNET_HEADER = 14;
    private static final int SLL_HEADER = 16;
    private static final int SLL2_HEADER = 20;
    private static final int PPI_HEADER = 8;
    /** The header's oldest fields: length, family, action, reason, interface, rule set and rule numbers. */
    private static final int LEAST_PFLOG = 28;

    private LinkDecoder() {}

    /** Decodes from a link type on, following so many tunnels. */
    static Outcome decode(int linkType, DecodedPacket p, int tunnels) {
        return switch (linkType) {
            case LinkTypes.ETHERNET -> ethernet(p, tunnels);
            case LinkTypes.RAW, LinkTypes.RAW_BSD, LinkTypes.RAW_OPENBSD, LinkTypes.IPV4, LinkTypes.IPV6 ->
                IpDecoder.either(p, tunnels);
            case LinkTypes.LINUX_SLL -> cooked(p, SLL_HEADER, 14, tunnels);
            case LinkTypes.LINUX_SLL2 -> cooked(p, SLL2_HEADER, 0, tunnels);
            case LinkTypes.NULL, LinkTypes.LOOP -> loopback(p, tunnels);
            case LinkTypes.PPP, LinkTypes.PPP_HDLC -> EtherTypes.ppp(p, tunnels);
            case LinkTypes.PPP_ETHER -> EtherTypes.pppoe(p, tunnels);
            case LinkTypes.PPP_WITH_DIRECTION -> directed(p, tunnels);
            case LinkTypes.MPLS -> EtherTypes.mpls(p, tunnels);
            case LinkTypes.PFLOG -> packetFilter(p, tunnels);
            case LinkTypes.C_HDLC -> ciscoHdlc(p, tunnels);
            case LinkTypes.PPI -> ppi(p, tunnels);
            case LinkTypes.RADIOTAP -> radiotap(p, tunnels);
            case LinkTypes.IEEE802_11 -> WirelessDecoder.decode(p, tunnels);
            default -> Outcome.UNSUPPORTED_LINK;
        };
    }

    static Outcome ethernet(DecodedPacket p, int tunnels) {
        if (p.left() < ETHERNET_HEADER) {
            return p.tooShort(ETHERNET_HEADER, Outcome.BAD_LINK_HEADER);
        }
        p.hasMacs = true;
        p.destinationMac = p.u48(p.at);
        p.sourceMac = p.u48(p.at + 6);
        int type = p.u16(p.at + 12);
        p.at += ETHERNET_HEADER;
        return EtherTypes.decode(type, p, tunnels);
    }

    /** Linux "cooked" headers: a protocol field somewhere; the receiver's address is not in them. */
    private static Outcome cooked(DecodedPacket p, int header, int protocolAt, int tunnels) {
        if (p.left() < header) {
            return p.tooShort(header, Outcome.BAD_LINK_HEADER);
        }
        int type = p.u16(p.at + protocolAt);
        p.at += header;
        return EtherTypes.decode(type, p, tunnels);
    }

    /** BSD loopback: an address family in the byte order of the recording host, so either. */
    private static Outcome loopback(DecodedPacket p, int tunnels) {
        if (p.left() < 4) {
            return p.tooShort(4, Outcome.BAD_LINK_HEADER);
        }
        int family = p.i32(p.at);
        p.at += 4;
        return isIp(family) || isIp(Integer.reverseBytes(family)) ? IpDecoder.either(p, tunnels) : Outcome.NOT_IP;
    }

    /** IPv4's number is the same everywhere; IPv6's is Linux's, Windows', NetBSD's, FreeBSD's or Darwin's. */
    private static boolean isIp(int family) {
        return switch (family) {
            case 2, 10, 23, 24, 28, 30 -> true;
            default -> false;
        };
    }

    /** OpenBSD's packet filter log: its length, padded to four bytes, before the packet. */
    private static Outcome packetFilter(DecodedPacket p, int tunnels) {
        int length = p.left() == 0 ? 0 : p.u8(p.at) + 3 & ~3;
        if (length < LEAST_PFLOG || length > p.left()) {
            return p.tooShort(Math.max(LEAST_PFLOG, length), Outcome.BAD_LINK_HEADER);
        }
        p.at += length;
        return IpDecoder.either(p, tunnels);
    }

    private static Outcome directed(DecodedPacket p, int tunnels) {
        if (p.left() < 1) {
            return p.tooShort(1, Outcome.BAD_LINK_HEADER);
        }
        p.at++;
        return EtherTypes.ppp(p, tunnels);
    }

    private static Outcome ciscoHdlc(DecodedPacket p, int tunnels) {
        if (p.left() < 4) {
            return p.tooShort(4, Outcome.BAD_LINK_HEADER);
        }
        int type = p.u16(p.at + 2);
        p.at += 4;
        return EtherTypes.decode(type, p, tunnels);
    }

    /** Per-packet information (CACE): little-endian length and the link type behind it. */
    private static Outcome ppi(DecodedPacket p, int tunnels) {
        if (p.left() < PPI_HEADER) {
            return Outcome.BAD_LINK_HEADER;
        }
        int length = p.u8(p.at + 2) | p.u8(p.at + 3) << 8;
        int inner = p.u8(p.at + 4) | p.u8(p.at + 5) << 8;
        if (length < PPI_HEADER || length > p.left() || inner == LinkTypes.PPI) {
            return Outcome.BAD_LINK_HEADER;
        }
        p.at += length;
        return decode(inner, p, tunnels);
    }

    private static Outcome radiotap(DecodedPacket p, int tunnels) {
        if (p.left() < 4) {
            return Outcome.BAD_LINK_HEADER;
        }
        int length = p.u8(p.at + 2) | p.u8(p.at + 3) << 8;
        if (length < 8 || length > p.left()) {
            return Outcome.BAD_LINK_HEADER;
        }
        p.at += length;
        return WirelessDecoder.decode(p, tunnels);
    }
}
