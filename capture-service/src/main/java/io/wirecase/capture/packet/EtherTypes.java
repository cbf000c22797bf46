package io.wirecase.capture.packet;

/** What an EtherType, an LLC/SNAP header or a PPP protocol number leads to. */
final class EtherTypes {

    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86DD;
    static final int ETHERNET = 0x6558;

    private static final int ARP = 0x0806;
    static final int MPLS = 0x8847;
    static final int MPLS_MULTICAST = 0x8848;

    private static final int PPPOE_SESSION = 0x8864;
    private static final int MAX_LENGTH = 1500;
    private static final int LLC = 3;
    private static final int LLC_SNAP = 8;
    private static final int LLC_IP = 0x0606;
    private static final int LLC_UNNUMBERED = 3;
    private static final int RFC_1042 = 0;
    private static final int BRIDGE_TUNNEL = 0xF8;
    private static final int LABEL = 4;
    private static final int CONTROL_WORD = 4;
    private static final int PPPOE_DATA = 0x1100;
    private static final int PPP_IPV4 = 0x21;
    private static final int PPP_IPV6 = 0x57;
    private static final int PPP_MPLS = 0x281;
    private static final int PPP_MPLS_MULTICAST = 0x283;

    private EtherTypes() {}

    static Outcome decode(int first, DecodedPacket p, int tunnels) {
        int type = first;
        while (isVlan(type)) {
            if (p.vlanCount == DecodedPacket.MAX_VLANS) {
                return Outcome.BAD_LINK_HEADER;
            }
            if (p.left() < 4) {
                return p.tooShort(4, Outcome.BAD_LINK_HEADER);
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

    /** IEEE 802.2, alone or with a SNAP header (RFC 1042, IEEE 802.1H); what others register is something else. */
    static Outcome llc(DecodedPacket p, int tunnels) {
        if (p.left() < LLC || p.u8(p.at + 2) != LLC_UNNUMBERED) {
            return Outcome.NOT_IP;
        }
        if (p.u16(p.at) == LLC_IP) {
            p.at += LLC;
            return IpDecoder.either(p, tunnels);
        }
        if (p.left() < LLC_SNAP || p.u16(p.at) != 0xAAAA) {
            return Outcome.NOT_IP;
        }
        int organisation = p.u8(p.at + 3) << 16 | p.u16(p.at + 4);
        int type = p.u16(p.at + 6);
        p.at += LLC_SNAP;
        boolean etherType = (organisation == RFC_1042 || organisation == BRIDGE_TUNNEL) && type > MAX_LENGTH;
        return etherType ? decode(type, p, tunnels) : Outcome.NOT_IP;
    }

    /**
     * Labels (RFC 3032) do not say what they carry. The first nibble behind the last one tells IP, or the control word
     * of a pseudowire (RFC 4385), which is followed when an Ethernet frame with IP or ARP in it is behind (RFC 4448).
     */
    static Outcome mpls(DecodedPacket p, int tunnels) {
        boolean bottom = false;
        while (!bottom) {
            if (p.left() < LABEL) {
                return p.tooShort(LABEL, Outcome.BAD_LINK_HEADER);
            }
            bottom = (p.u8(p.at + 2) & 1) != 0;
            p.at += LABEL;
        }
        if (p.left() < CONTROL_WORD) {
            return p.tooShort(CONTROL_WORD, Outcome.NOT_IP);
        }
        return switch (p.u8(p.at) >>> 4) {
            case 4, 6 -> IpDecoder.either(p, tunnels);
            case 0 ->
                tunnels == 0 ? Outcome.NOT_IP : TunnelDecoder.ethernet(p, p.at + CONTROL_WORD, "pseudowire", tunnels);
            default -> Outcome.NOT_IP;
        };
    }

    /** A PPPoE session frame (RFC 2516). */
    static Outcome pppoe(DecodedPacket p, int tunnels) {
        if (p.left() < 8) {
            return p.tooShort(8, Outcome.BAD_LINK_HEADER);
        }
        if (p.u16(p.at) != PPPOE_DATA) {
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
            return p.tooShort(2, Outcome.BAD_LINK_HEADER);
        }
        boolean compressed = (p.u8(p.at) & 1) != 0;
        int protocol = compressed ? p.u8(p.at) : p.u16(p.at);
        p.at += compressed ? 1 : 2;
        return switch (protocol) {
            case PPP_IPV4, PPP_IPV6 -> IpDecoder.either(p, tunnels);
            case PPP_MPLS, PPP_MPLS_MULTICAST -> mpls(p, tunnels);
            default -> Outcome.NOT_IP;
        };
    }
}
