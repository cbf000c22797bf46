package io.wirecase.capture.tally;

import io.wirecase.core.net.Transport;

/**
 * Which ICMP messages belong to one exchange: an answer counts as its request's type (RFC 792, RFC 950, RFC 1256, RFC
 * 4443, RFC 4861).
 */
public final class IcmpTypes {

    private IcmpTypes() {}

    /** Whether a message is about a packet that it quotes (RFC 792: a redirect does too). */
    public static boolean error(Transport transport, int type) {
        return switch (transport) {
            case ICMP -> type >= 3 && type <= 5 || type == 11 || type == 12;
            case ICMPV6 -> type >= 1 && type <= 4;
            default -> false;
        };
    }

    /** The type an exchange goes by: the request's for an answer, else the message's own. */
    public static int exchange(Transport transport, int type) {
        if (transport == Transport.ICMPV6) {
            return switch (type) {
                case 129 -> 128;
                case 134 -> 133;
                case 136 -> 135;
                case 131, 132 -> 130;
                case 140 -> 139;
                case 145 -> 144;
                default -> type;
            };
        }
        return switch (type) {
            case 0 -> 8;
            case 9 -> 10;
            case 14 -> 13;
            case 16 -> 15;
            case 18 -> 17;
            default -> type;
        };
    }
}
