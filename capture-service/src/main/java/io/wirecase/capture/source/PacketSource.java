package io.wirecase.capture.source;

import java.io.Closeable;

/** A run of packets in the order they were recorded or arrive. One reader at a time; not thread-safe. */
public interface PacketSource extends Closeable {

    /**
     * Reads the next packet.
     *
     * @param into overwritten when there is a packet; its bytes are valid until the next call
     * @return false at the end, also when the rest cannot be read ({@link SourceSummary#damage()} then says why)
     */
    boolean next(RawPacket into);

    /** The share read so far, 0 to 1; 0 for a source without an end. */
    double progress();

    /** What was read so far, and what could not be. */
    SourceSummary summary();
}
