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
    void write(long epochNanos, byte[] frame) throws IOException;

    /** Opens a writer and writes the file's header; closing the writer closes the stream. */
    static CaptureWriter open(OutputStream out, CaptureFormat format) throws IOException {
        return switch (format) {
            case PCAP, PCAP_BIG, PCAP_NANO, PCAP_NANO_BIG -> new PcapWriter(out, format);
            case PCAPNG, PCAPNG_BIG -> new PcapngWriter(out, format);
        };
    }
}
