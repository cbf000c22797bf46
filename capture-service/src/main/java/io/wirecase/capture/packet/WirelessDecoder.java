package io.wirecase.capture.packet;

/** IEEE 802.11 data frames in clear, down to their LLC/SNAP header. */
final class WirelessDecoder {

    private static final int HEADER = 24;
    private static final int TYPE_DATA = 2;
    private static final int PROTECTED = 0x40;
    private static final int BOTH_SYSTEMS = 3;
    private static final int QOS = 8;
    private static final int NO_DATA = 4;

    private WirelessDecoder() {}

    static Outcome decode(DecodedPacket p, int tunnels) {
        if (p.left() < HEADER) {
            return Outcome.NOT_IP;
        }
        int control = p.u8(p.at);
        int flags = p.u8(p.at + 1);
        int subtype = control >>> 4;
        boolean data = (control >>> 2 & 3) == TYPE_DATA;
        if (!data || (subtype & NO_DATA) != 0 || (flags & PROTECTED) != 0) {
            return Outcome.NOT_IP;
        }
        int length = HEADER + ((flags & BOTH_SYSTEMS) == BOTH_SYSTEMS ? 6 : 0) + ((subtype & QOS) != 0 ? 2 : 0);
        if (p.left() < length) {
            return Outcome.BAD_LINK_HEADER;
        }
        addresses(p, flags & BOTH_SYSTEMS);
        p.at += length;
        return EtherTypes.llc(p, tunnels);
    }

    /** Which of the address fields are sender and receiver depends on the way through the access point. */
    private static void addresses(DecodedPacket p, int systems) {
        int destination = systems == 0 || systems == 2 ? 4 : 16;
        int source = switch (systems) {
            case 0, 1 -> 10;
            case 2 -> 16;
            default -> 24;
        };
        p.hasMacs = true;
        p.destinationMac = p.u48(p.at + destination);
        p.sourceMac = p.u48(p.at + source);
    }
}
