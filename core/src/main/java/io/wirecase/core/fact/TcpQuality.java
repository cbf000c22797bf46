package io.wirecase.core.fact;

import org.jspecify.annotations.Nullable;

/**
 * How well a TCP connection went, by its headers alone. Where the sensor stands decides what it sees: the two parts of
 * the handshake are the ways from it to the responder and to the originator, both with the host's own time.
 *
 * @param synToSynAckNanos nanoseconds from the originator's last SYN to its answer, or null without both
 * @param synAckToAckNanos nanoseconds from that answer to the ACK that ends the handshake, or null without both
 * @param originator what went wrong with the originator's segments, or null when nothing did
 * @param responder what went wrong with the responder's segments, or null when nothing did
 */
public record TcpQuality(
        @Nullable Long synToSynAckNanos,
        @Nullable Long synAckToAckNanos,
        @Nullable Side originator,
        @Nullable Side responder) {

    /**
     * One side's segments.
     *
     * @param outOfOrder segments that came after later ones, or were lost before the sensor and sent again
     * @param duplicateAcks acknowledgements sent again while data was on the way (RFC 5681): it misses something
     * @param zeroWindows segments that told the peer to wait
     * @param gapBytes payload bytes that the peer acknowledged and the capture does not hold
     */
    public record Side(int outOfOrder, int duplicateAcks, int zeroWindows, long gapBytes) {}
}
