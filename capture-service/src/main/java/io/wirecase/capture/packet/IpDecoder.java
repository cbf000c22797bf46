package io.wirecase.capture.packet;

import io.wirecase.core.flow.Transport;

/** IPv4 (RFC 791) and IPv6 with its extension headers (RFC 8200). */
final class IpDecoder {

    private static final int V4_HEADER = 20;
    private static final int V6_HEADER = 40;
    private static final int MAX_EXTENSIONS = 16;
    private static final int FRAGMENT = 44;
    /** By protocol number, so that a packet costs no search. */
    private static final Transport[] TRANSPORTS = transports();

    private IpDecoder() {}

    /** Decodes whichever version the first nibble names. */
    static Outcome either(DecodedPacket p, int tunnels) {
        if (p.left() < V4_HEADER) {
            return Outcome.BAD_IP_HEADER;
        }
        p.resetNetwork();
        return switch (p.u8(p.at) >>> 4) {
            case 4 -> v4(p, tunnels);
            case 6 -> v6(p, tunnels);
            default -> Outcome.BAD_IP_HEADER;
        };
    }

    private static Outcome v4(DecodedPacket p, int tunnels) {
        int at = p.at;
        int header = (p.u8(at) & 15) * 4;
        long total = p.u16(at + 2);
        if (total == 0) {
            // A sending host recorded its own packet before the card cut it into segments (TSO).
            total = p.leftOnWire();
        }
        if (header < V4_HEADER || total < header || p.left() < header) {
            return Outcome.BAD_IP_HEADER;
        }
        p.v4 = true;
        p.sourceHigh = 0;
        p.sourceLow = p.u32(at + 12);
        p.destinationHigh = 0;
        p.destinationLow = p.u32(at + 16);
        p.ttl = p.u8(at + 8);
        int fragment = p.u16(at + 6);
        p.fragmentOffset = (fragment & 0x1FFF) * 8;
        p.fragmented = (fragment & 0x3FFF) != 0;
        p.fragmentId = p.u16(at + 4);
        bound(p, total);
        p.at = at + header;
        return carried(p, p.u8(at + 9), p.ipBytes - header, tunnels);
    }

    /** Takes the length from the header, but never more than was on the wire, and leaves padding behind it out. */
    private static void bound(DecodedPacket p, long total) {
        p.ipBytes = Math.min(total, p.leftOnWire());
        p.shortened |= total > p.left();
        int recorded = p.left();
        if (p.ipBytes <= recorded) {
            p.end = p.at + (int) p.ipBytes;
            p.unrecorded = 0;
        } else {
            p.unrecorded = p.ipBytes - recorded;
        }
    }

    private static Outcome v6(DecodedPacket p, int tunnels) {
        int at = p.at;
        if (p.left() < V6_HEADER) {
            return Outcome.BAD_IP_HEADER;
        }
        p.v4 = false;
        p.sourceHigh = p.i64(at + 8);
        p.sourceLow = p.i64(at + 16);
        p.destinationHigh = p.i64(at + 24);
        p.destinationLow = p.i64(at + 32);
        p.ttl = p.u8(at + 7);
        long payload = p.u16(at + 4);
        // 0 is a jumbogram (RFC 2675) or a packet recorded before segmentation.
        bound(p, payload == 0 ? p.leftOnWire() : payload + V6_HEADER);
        p.at = at + V6_HEADER;
        return extensions(p, p.u8(at + 6), tunnels);
    }

    private static Outcome extensions(DecodedPacket p, int first, int tunnels) {
        int next = first;
        for (int i = 0; i < MAX_EXTENSIONS; i++) {
            if (!isExtension(next)) {
                return carried(p, next, p.leftOnWire(), tunnels);
            }
            if (p.left() < 8) {
                return Outcome.BAD_IP_HEADER;
            }
            int length = next == FRAGMENT ? 8 : (p.u8(p.at + 1) + 1) * 8;
            if (length > p.left()) {
                return Outcome.BAD_IP_HEADER;
            }
            int following = p.u8(p.at);
            if (next == FRAGMENT) {
                int field = p.u16(p.at + 2);
                p.fragmentOffset = field & 0xFFF8;
                p.fragmented = (field & 0xFFF9) != 0;
                p.fragmentId = p.i32(p.at + 4);
            }
            p.at += length;
            next = following;
            if (p.fragmentOffset > 0) {
                return carried(p, next, p.leftOnWire(), tunnels);
            }
        }
        return Outcome.BAD_IP_HEADER;
    }

    /** Hop-by-hop, routing, fragment, destination options, mobility, HIP and Shim6. */
    private static boolean isExtension(int protocol) {
        return switch (protocol) {
            case 0, 43, FRAGMENT, 60, 135, 139, 140 -> true;
            default -> false;
        };
    }

    private static Outcome carried(DecodedPacket p, int protocol, long length, int tunnels) {
        p.ipProtocol = protocol;
        p.transport = TRANSPORTS[protocol];
        p.payloadAt = p.at;
        p.payloadBytes = length;
        if (p.laterFragment()) {
            return Outcome.DECODED;
        }
        if (TunnelDecoder.carries(protocol)) {
            return TunnelDecoder.decode(p, protocol, tunnels);
        }
        return TransportDecoder.decode(p, tunnels);
    }

    private static Transport[] transports() {
        Transport[] byNumber = new Transport[256];
        for (int i = 0; i < byNumber.length; i++) {
            byNumber[i] = Transport.ofNumber(i);
        }
        return byNumber;
    }
}
