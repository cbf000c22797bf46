package io.wirecase.capture.tcp;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.core.fact.TcpFacts;

/** Zeros that some devices fill a bare acknowledgement up with. */
final class Padding {

    /** What fills up a frame of Ethernet behind IP and TCP without options. */
    private static final int MOST = 6;

    private static final int FLAGS =
            TcpFacts.FIN | TcpFacts.SYN | TcpFacts.RST | TcpFacts.PSH | TcpFacts.ACK | TcpFacts.URG;

    private Padding() {}

    /**
     * Whether what looks like a segment's payload only fills it up: a few bytes, all zero, that nobody is pushed to
     * read and whose place in the stream is taken by what comes next. One byte alone is a keep-alive's.
     */
    static boolean only(DecodedPacket p) {
        boolean few = p.payloadBytes() > 1 && p.payloadBytes() <= MOST;
        if (!few || (p.tcpFlags() & FLAGS) != TcpFacts.ACK || p.payloadCaptured() < p.payloadBytes()) {
            return false;
        }
        boolean zero = true;
        for (int i = 0; i < p.payloadCaptured(); i++) {
            zero &= p.bytes()[p.payloadAt() + i] == 0;
        }
        return zero;
    }
}
