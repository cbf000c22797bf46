package io.wirecase.core.flow;

import org.jspecify.annotations.Nullable;

/**
 * What the TCP headers of a flow showed.
 *
 * @param state Zeek's connection state: S0, S1, SF, REJ, S2, S3, RSTO, RSTR, RSTOS0, RSTRH, SH, SHR or OTH
 * @param history Zeek's history letters (originator upper case), each once a side, at most 32
 * @param originatorFlags the union of TCP flags the originator sent (RFC 9293 bits, CWR 0x80 to FIN 0x01)
 * @param responderFlags the union of TCP flags the responder sent
 * @param firstFlags the flags of the flow's first packet
 * @param oddFlags a packet's flags that no TCP sends (none at all, exactly FIN+PSH+URG, FIN alone without a handshake),
 *     or null when there was none
 * @param syn the originator's SYN, or null when it was not seen
 * @param synAck the responder's SYN with ACK, or null
 * @param handshakeNanos nanoseconds from SYN to the originator's ACK, or null when the handshake was not seen whole
 * @param originatorRetransmissions segments the originator sent again
 * @param responderRetransmissions segments the responder sent again
 * @param firstReset who sent the first RST, or null when nobody did
 */
public record TcpFacts(
        String state,
        String history,
        int originatorFlags,
        int responderFlags,
        int firstFlags,
        @Nullable Integer oddFlags,
        @Nullable SynFacts syn,
        @Nullable SynFacts synAck,
        @Nullable Long handshakeNanos,
        int originatorRetransmissions,
        int responderRetransmissions,
        @Nullable Party firstReset) {

    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    public static final int URG = 0x20;
}
