package io.wirecase.core.flow;

/**
 * What one side sent, counted at three layers.
 *
 * @param packets packets
 * @param frameBytes bytes on the wire as the capture states them (original length, link header included)
 * @param ipBytes bytes of the IP packets, header included, by the IP length fields; 0 for ARP
 * @param payloadBytes bytes carried by TCP, UDP or ICMP, by the length fields, retransmissions included
 */
public record Counts(long packets, long frameBytes, long ipBytes, long payloadBytes) {

    /** Nothing sent. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /** What is left without a part of it. */
    public Counts minus(Counts part) {
        return new Counts(
                packets - part.packets,
                frameBytes - part.frameBytes,
                ipBytes - part.ipBytes,
                payloadBytes - part.payloadBytes);
    }

    /** The sum of both. */
    public Counts plus(Counts other) {
        return new Counts(
                packets + other.packets,
                frameBytes + other.frameBytes,
                ipBytes + other.ipBytes,
                payloadBytes + other.payloadBytes);
    }
}
