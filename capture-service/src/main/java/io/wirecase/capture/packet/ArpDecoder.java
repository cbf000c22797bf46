package io.wirecase.capture.packet;

import io.wirecase.core.net.Transport;

/** Address resolution over Ethernet for IPv4 (RFC 826). */
final class ArpDecoder {

    private static final int LENGTH = 28;
    private static final int MAX_OPERATION = 4;

    private ArpDecoder() {}

    static Outcome decode(DecodedPacket p) {
        int at = p.at;
        if (p.left() < LENGTH
                || p.u16(at) != 1
                || p.u16(at + 2) != EtherTypes.IPV4
                || p.u16(at + 4) != 0x0604
                || p.u16(at + 6) == 0
                || p.u16(at + 6) > MAX_OPERATION) {
            return Outcome.BAD_ARP;
        }
        p.transport = Transport.ARP;
        p.v4 = true;
        p.ttl = 0;
        p.arpOperation = p.u16(at + 6);
        p.arpSenderMac = p.u48(at + 8);
        p.sourceHigh = 0;
        p.sourceLow = p.u32(at + 14);
        p.arpTargetMac = p.u48(at + 18);
        p.destinationHigh = 0;
        p.destinationLow = p.u32(at + 24);
        return Outcome.DECODED;
    }
}
