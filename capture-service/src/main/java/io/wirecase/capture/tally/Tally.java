package io.wirecase.capture.tally;

import io.wirecase.core.flow.Counts;

/** What one side of a live flow sent so far. */
public final class Tally {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private long packets;
    private long frameBytes;
    private long ipBytes;
    private long payloadBytes;
    private long second = Long.MIN_VALUE;
    private long inSecond;
    private long peak;

    /**
     * Counts a packet.
     *
     * @param frame bytes of it on the wire
     * @param ip bytes of its IP packet
     * @param payload bytes behind its transport header
     * @param timeNanos its capture time
     */
    public void add(long frame, long ip, long payload, long timeNanos) {
        packets++;
        frameBytes += frame;
        ipBytes += ip;
        payloadBytes += payload;
        long now = Math.floorDiv(timeNanos, NANOS_PER_SECOND);
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        peak = Math.max(peak, inSecond);
    }

    /** Packets and bytes so far. */
    public Counts counts() {
        return new Counts(packets, frameBytes, ipBytes, payloadBytes);
    }

    /** Most packets in one second of the clock. */
    public long peak() {
        return peak;
    }
}
