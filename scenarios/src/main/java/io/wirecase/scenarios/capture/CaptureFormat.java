package io.wirecase.scenarios.capture;

import java.nio.ByteOrder;

/** The file formats a capture can be written in. */
public enum CaptureFormat {
    /** Classic pcap, microseconds, little-endian: what most tools write. */
    PCAP(ByteOrder.LITTLE_ENDIAN, 1_000),
    /** Classic pcap, microseconds, big-endian. */
    PCAP_BIG(ByteOrder.BIG_ENDIAN, 1_000),
    /** Classic pcap, nanoseconds, little-endian. */
    PCAP_NANO(ByteOrder.LITTLE_ENDIAN, 1),
    /** Classic pcap, nanoseconds, big-endian. */
    PCAP_NANO_BIG(ByteOrder.BIG_ENDIAN, 1),
    /** pcapng, nanoseconds by {@code if_tsresol}, little-endian. */
    PCAPNG(ByteOrder.LITTLE_ENDIAN, 1),
    /** pcapng, microseconds by default resolution, big-endian. */
    PCAPNG_BIG(ByteOrder.BIG_ENDIAN, 1_000);

    private final ByteOrder order;
    private final int nanosPerTick;

    CaptureFormat(ByteOrder order, int nanosPerTick) {
        this.order = order;
        this.nanosPerTick = nanosPerTick;
    }

    /** Byte order of the file's own numbers. */
    public ByteOrder order() {
        return order;
    }

    /** Resolution of its times, in nanoseconds. */
    public int nanosPerTick() {
        return nanosPerTick;
    }
}
