package io.wirecase.capture.packet;

/** The extension headers of IPv6 (RFC 8200, RFC 4302, RFC 6275, RFC 7401, RFC 5533), down to what is behind them. */
final class Ipv6Extensions {

    /** Says that nothing follows. */
    static final int NO_NEXT_HEADER = 59;

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION = 60;
    private static final int MOBILITY = 135;
    private static final int HIP = 139;
    private static final int SHIM6 = 140;

    private static final int MAX_EXTENSIONS = 16;
    private static final int LEAST = 8;
    private static final int PAD1 = 0;
    private static final int JUMBO_PAYLOAD = 0xC2;

    private Ipv6Extensions() {}

    static Outcome decode(DecodedPacket p, int first, int tunnels) {
        int next = first;
        for (int i = 0; i < MAX_EXTENSIONS; i++) {
            if (!isExtension(next)) {
                return IpDecoder.carried(p, next, p.leftOnWire(), tunnels);
            }
            if (p.left() < LEAST) {
                return p.tooShort(LEAST, Outcome.BAD_IPV6_EXTENSION);
            }
            int length = length(p, next);
            if (length > p.left()) {
                return p.tooShort(length, Outcome.BAD_IPV6_EXTENSION);
            }
            int following = p.u8(p.at);
            if (next == FRAGMENT) {
                int field = p.u16(p.at + 2);
                p.fragmentOffset = field & 0xFFF8;
                p.moreFragments = (field & 1) != 0;
                // Neither an offset nor more to come: an "atomic" fragment (RFC 6946), a whole packet by itself.
                p.fragmented = (field & 0xFFF9) != 0;
                p.fragmentId = p.i32(p.at + 4);
            }
            p.at += length;
            if (next == FRAGMENT && p.fragmented) {
                p.fragment(following);
            }
            next = following;
            if (p.laterFragment()) {
                return IpDecoder.carried(p, next, p.leftOnWire(), tunnels);
            }
        }
        return Outcome.BAD_IPV6_EXTENSION;
    }

    private static int length(DecodedPacket p, int header) {
        return switch (header) {
            case FRAGMENT -> LEAST;
            // In words of four bytes, two of them not counted (RFC 4302 2.2).
            case AUTHENTICATION -> Math.max(LEAST, (p.u8(p.at + 1) + 2) * 4);
            default -> (p.u8(p.at + 1) + 1) * 8;
        };
    }

    private static boolean isExtension(int protocol) {
        return switch (protocol) {
            case HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION, MOBILITY, HIP, SHIM6 -> true;
            default -> false;
        };
    }

    /** Whether hop-by-hop options tell a jumbo payload length (RFC 2675). */
    static boolean jumbo(DecodedPacket p, int header) {
        if (header + 2 > p.end) {
            return false;
        }
        int stop = Math.min(p.end, header + (p.u8(header + 1) + 1) * 8);
        int at = header + 2;
        while (at + 1 < stop) {
            int option = p.u8(at);
            if (option == JUMBO_PAYLOAD) {
                return true;
            }
            at += option == PAD1 ? 1 : 2 + p.u8(at + 1);
        }
        return false;
    }
}
