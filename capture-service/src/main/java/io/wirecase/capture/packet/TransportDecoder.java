package io.wirecase.capture.packet;

/** TCP (RFC 9293), UDP (RFC 768), SCTP (RFC 9260), ICMP (RFC 792) and ICMPv6 (RFC 4443). */
final class TransportDecoder {

    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int SCTP_HEADER = 12;
    private static final int ICMP_HEADER = 8;
    private static final int PORTS = 4;

    private TransportDecoder() {}

    /** Decodes the transport at the packet's place; its payload range is that of the IP packet until now. */
    static Outcome decode(DecodedPacket p, int tunnels) {
        return switch (p.transport) {
            case TCP -> tcp(p);
            case UDP -> udp(p, tunnels);
            case SCTP -> sctp(p);
            case ICMP, ICMPV6 -> icmp(p);
            default -> Outcome.DECODED;
        };
    }

    private static Outcome tcp(DecodedPacket p) {
        int at = p.at;
        if (p.left() < TCP_HEADER) {
            return cut(p, TCP_HEADER);
        }
        ports(p);
        int header = (p.u8(at + 12) >>> 4) * 4;
        if (header < TCP_HEADER || header > p.payloadBytes) {
            return Outcome.BAD_TRANSPORT_HEADER;
        }
        p.hasTcp = true;
        p.sequence = p.i32(at + 4);
        p.acknowledgement = p.i32(at + 8);
        p.tcpFlags = p.u8(at + 13);
        p.window = p.u16(at + 14);
        p.optionsAt = at + TCP_HEADER;
        p.optionsLength = Math.min(header, p.left()) - TCP_HEADER;
        p.payloadAt = at + header;
        p.payloadBytes -= header;
        return Outcome.DECODED;
    }

    private static Outcome udp(DecodedPacket p, int tunnels) {
        int at = p.at;
        if (p.left() < UDP_HEADER) {
            return cut(p, UDP_HEADER);
        }
        ports(p);
        long length = p.u16(at + 4);
        if (length == 0) {
            // Recorded before segmentation, or a jumbogram.
            length = p.payloadBytes;
        }
        if (length < UDP_HEADER) {
            return Outcome.BAD_TRANSPORT_HEADER;
        }
        p.payloadAt = at + UDP_HEADER;
        p.payloadBytes = Math.min(length, p.payloadBytes) - UDP_HEADER;
        return UdpTunnels.follow(p, tunnels);
    }

    private static Outcome sctp(DecodedPacket p) {
        if (p.left() < SCTP_HEADER) {
            return cut(p, SCTP_HEADER);
        }
        ports(p);
        p.payloadAt = p.at + SCTP_HEADER;
        p.payloadBytes -= SCTP_HEADER;
        return Outcome.DECODED;
    }

    private static Outcome icmp(DecodedPacket p) {
        if (p.left() < 2) {
            return cut(p, ICMP_HEADER);
        }
        p.icmpType = p.u8(p.at);
        p.icmpCode = p.u8(p.at + 1);
        int header = (int) Math.min(ICMP_HEADER, p.payloadBytes);
        // The capture may have cut the header behind type and code.
        p.payloadAt = Math.min(p.at + header, p.end);
        p.payloadBytes -= header;
        return Outcome.DECODED;
    }

    /** A header that is not all there: decoded as far as it goes when the capture cut it, else it is malformed. */
    private static Outcome cut(DecodedPacket p, int header) {
        if (p.payloadBytes < header || p.unrecorded == 0) {
            return Outcome.BAD_TRANSPORT_HEADER;
        }
        if (p.transport.hasPorts() && p.left() >= PORTS) {
            ports(p);
        }
        p.payloadAt = p.end;
        p.payloadBytes -= header;
        return Outcome.DECODED;
    }

    private static void ports(DecodedPacket p) {
        p.sourcePort = p.u16(p.at);
        p.destinationPort = p.u16(p.at + 2);
    }
}
