package io.wirecase.core.fact;

import io.wirecase.core.net.Party;
import org.jspecify.annotations.Nullable;

/**
 * What the TCP headers of a flow showed.
 *
 * @param state Zeek's connection state: S0, S1, SF, REJ, S2, S3, RSTO, RSTR, RSTOS0, RSTRH, SH, SHR or OTH
 * @param history Zeek's history letters, the originator's in upper case, at most 32: s SYN, h SYN with ACK, a pure ACK,
 *     d payload, f FIN, r RST, c bad checksum (looked for in a side's first packets only; sending hosts that leave it
 *     to their card show it too), g payload that the peer acknowledged and the capture lacks, t payload sent again, w
 *     zero window, i FIN with RST, q SYN with FIN or RST; s, h, f and r again when sent with another sequence number,
 *     c, g, t and w at the 1st, 10th, 100th ... time. A leading ^ says that the answer was seen first, so that the
 *     state is told with the sides exchanged
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
 * @param quality how well it went, or null when there is nothing to tell
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
        @Nullable Party firstReset,
        @Nullable TcpQuality quality) {

    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    public static final int URG = 0x20;

    /** Facts of a connection of which nothing is known but these. */
    public TcpFacts(
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
        this(
                state,
                history,
                originatorFlags,
                responderFlags,
                firstFlags,
                oddFlags,
                syn,
                synAck,
                handshakeNanos,
                originatorRetransmissions,
                responderRetransmissions,
                firstReset,
                null);
    }
}
