package io.wirecase.capture.packet;

/** What an EtherType, an LLC/SNAP header or a PPP protocol number leads to. */
final class EtherTypes {

    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86DD;
    static final int ETHERNET = 0x6558;

    private static final int ARP = 0x0806;
    private static final int MPLS = 0x8847;
    private static final int MPLS_MULTICAST = 0x8848;
    private static final int PPPOE_SESSION = 0x8864;
    private static final int MAX_LENGTH = 1500;
    private static final int LLC_SNAP = 8;
    private static final int PPP_IPV4 = 0x21;
    private static final int PPP_IPV6 = 0x57;

    private EtherTypes() {}

    static Outcome decode(int first, DecodedPacket p, int tunnels) {
        int type = first;
        while (isVlan(type)) {
            if (p.left() < 4 || p.vlanCount == DecodedPacket.MAX_VLANS) {
                return Outcome.BAD_LINK_HEADER;
            }
            p.addVlan(p.u16(p.at));
            type = p.u16(p.at + 2);
            p.at += 4;
        }
        return switch (type) {
            case IPV4, IPV6 -> IpDecoder.either(p, tunnels);
            case ARP -> ArpDecoder.decode(p);
            case MPLS, MPLS_MULTICAST -> mpls(p, tunnels);
            case PPPOE_SESSION -> pppoe(p, tunnels);
            default -> type <= MAX_LENGTH ? llc(p, tunnels) : Outcome.NOT_IP;
        };
    }

    /** IEEE 802.1Q, 802.1ad and the older number for stacked tags. */
    private static boolean isVlan(int type) {
        return type == 0x8100 || type == 0x88A8 || type == 0x9100;
    }

    /** IEEE 802.2 with a SNAP header (RFC 1042); every other LLC frame carries something else. */
    static Outcome llc(DecodedPacket p, int tunnels) {
        if (p.left() < LLC_SNAP || p.u16(p.at) != 0xAAAA || p.u8(p.at + 2) != 3) {
            return Outcome.NOT_IP;
        }
        int type = p.u16(p.at + 6);
        p.at += LLC_SNAP;
        return type <= MAX_LENGTH ? Outcome.NOT_IP : decode(type, p, tunnels);
    }

    /** Labels (RFC 3032) do not say what they carry; the first nibble behind the last one tells IP. */
    static Outcome mpls(DecodedPacket p, int tunnels) {
        boolean bottom = false;
        while (!bottom) {
            if (p.left() < 4) {
                return Outcome.BAD_LINK_HEADER;
            }
            bottom = (p.u8(p.at + 2) & 1) != 0;
            p.at += 4;
        }
        int nibble = p.left() == 0 ? 0 : p.u8(p.at) >>> 4;
        return nibble == 4 || nibble == 6 ? IpDecoder.either(p, tunnels) : Outcome.NOT_IP;
    }

    /** A PPPoE session frame (RFC 2516). */
    static Outcome pppoe(DecodedPacket p, int tunnels) {
        if (p.left() < 8) {
            return Outcome.BAD_LINK_HEADER;
        }
        p.at += 6;
        return ppp(p, tunnels);
    }

    /** A PPP frame (RFC 1661), with or without the HDLC-like address and control (RFC 1662). */
    static Outcome ppp(DecodedPacket p, int tunnels) {
        if (p.left() >= 4 && p.u16(p.at) == 0xFF03) {
            p.at += 2;
        }
        if (p.left() < 2) {
            return Outcome.BAD_LINK_HEADER;
        }
        boolean compressed = (p.u8(p.at) & 1) != 0;
        int protocol = compressed ? p.u8(p.at) : p.u16(p.at);
        p.at += compressed ? 1 : 2;
        return protocol == PPP_IPV4 || protocol == PPP_IPV6 ? IpDecoder.either(p, tunnels) : Outcome.NOT_IP;
    }
}
