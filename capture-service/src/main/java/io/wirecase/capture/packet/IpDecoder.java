package io.wirecase.capture.packet;

import io.wirecase.core.net.Transport;

/** IPv4 (RFC 791) and the header of IPv6 (RFC 8200). */
final class IpDecoder {

    private static final int V4_HEADER = 20;
    private static final int V6_HEADER = 40;
    private static final int HOP_BY_HOP = 0;
    /** By protocol number, so that a packet costs no search. */
    private static final Transport[] TRANSPORTS = transports();

    private IpDecoder() {}

    /** Decodes whichever version the first nibble names. */
    static Outcome either(DecodedPacket p, int tunnels) {
        if (p.left() < V4_HEADER) {
            return p.tooShort(V4_HEADER, Outcome.BAD_IP_HEADER);
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
        if (header < V4_HEADER || total < header) {
            return Outcome.BAD_IP_HEADER;
        }
        if (total > p.leftOnWire()) {
            return Outcome.IP_LONGER_THAN_FRAME;
        }
        if (p.left() < header) {
            return Outcome.CUT_BY_CAPTURE;
        }
        p.v4 = true;
        p.sourceHigh = 0;
        p.sourceLow = p.u32(at + 12);
        p.destinationHigh = 0;
        p.destinationLow = p.u32(at + 16);
        p.ttl = p.u8(at + 8);
        int fragment = p.u16(at + 6);
        p.fragmentOffset = (fragment & 0x1FFF) * 8;
        p.moreFragments = (fragment & 0x2000) != 0;
        p.fragmented = (fragment & 0x3FFF) != 0;
        p.fragmentId = p.u16(at + 4);
        bound(p, total);
        p.at = at + header;
        if (p.fragmented) {
            p.fragment(p.u8(at + 9));
        }
        return carried(p, p.u8(at + 9), p.ipBytes - header, tunnels);
    }

    /** Takes the length from the header and leaves padding behind it out. */
    private static void bound(DecodedPacket p, long total) {
        p.ipBytes = total;
        p.shortened |= total > p.left();
        int recorded = p.left();
        if (total <= recorded) {
            p.end = p.at + (int) total;
            p.unrecorded = 0;
        } else {
            p.unrecorded = total - recorded;
        }
    }

    private static Outcome v6(DecodedPacket p, int tunnels) {
        int at = p.at;
        if (p.left() < V6_HEADER) {
            return p.tooShort(V6_HEADER, Outcome.BAD_IP_HEADER);
        }
        p.v4 = false;
        p.sourceHigh = p.i64(at + 8);
        p.sourceLow = p.i64(at + 16);
        p.destinationHigh = p.i64(at + 24);
        p.destinationLow = p.i64(at + 32);
        p.ttl = p.u8(at + 7);
        int next = p.u8(at + 6);
        long total = p.u16(at + 4) + V6_HEADER;
        if (total == V6_HEADER && next != Ipv6Extensions.NO_NEXT_HEADER) {
            if (next == HOP_BY_HOP && Ipv6Extensions.jumbo(p, at + V6_HEADER)) {
                return Outcome.IPV6_JUMBOGRAM;
            }
            // Recorded before segmentation.
            total = p.leftOnWire();
        }
        if (total > p.leftOnWire()) {
            return Outcome.IP_LONGER_THAN_FRAME;
        }
        bound(p, total);
        p.at = at + V6_HEADER;
        return Ipv6Extensions.decode(p, next, tunnels);
    }

    /** Decodes what the packet carries, at the packet's place. */
    static Outcome carried(DecodedPacket p, int protocol, long length, int tunnels) {
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
