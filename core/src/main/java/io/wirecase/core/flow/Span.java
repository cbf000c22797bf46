package io.wirecase.core.flow;

/**
 * When a flow was seen and which packets of its capture bound it.
 *
 * @param startNanos capture time of its first packet, nanoseconds since 1970-01-01T00:00Z
 * @param endNanos capture time of its last packet, same clock; below the start when the capture's clock stepped back
 * @param firstPacket number of its first packet in the capture, from 1
 * @param lastPacket number of its last packet in the capture
 */
public record Span(long startNanos, long endNanos, long firstPacket, long lastPacket) {

    /** Nanoseconds from first to last packet; 0 for one packet or a clock that stepped back. */
    public long durationNanos() {
        return Math.max(0, endNanos - startNanos);
    }
}
