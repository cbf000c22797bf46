package io.wirecase.scenarios.capture;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Takes frames in the order they were captured. Not thread-safe. */
public interface CaptureWriter extends Closeable {
    /**
     * Writes one Ethernet frame, whole.
     *
     * @param epochNanos when it was captured; finer than the format's resolution is cut off
     */
    default void write(long epochNanos, byte[] frame) throws IOException {
        write(epochNanos, frame, frame.length);
    }

    /**
     * Writes one Ethernet frame of which the capture kept only the beginning.
     *
     * @param epochNanos when it was captured
     * @param kept the bytes kept
     * @param originalLength bytes it had on the wire, at least as many as were kept
     */
    void write(long epochNanos, byte[] kept, int originalLength) throws IOException;

    /** Writes half of a frame's record and nothing after it, as when the disk is full; then only closing is allowed. */
    void writeHalf(long epochNanos, byte[] frame) throws IOException;

    /** Opens a writer and writes the file's header; closing the writer closes the stream. */
    static CaptureWriter open(OutputStream out, CaptureFormat format) throws IOException {
        return switch (format) {
            case PCAP, PCAP_BIG, PCAP_NANO, PCAP_NANO_BIG -> new PcapWriter(out, format);
            case PCAPNG, PCAPNG_BIG -> new PcapngWriter(out, format);
        };
    }
}
