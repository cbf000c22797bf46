package io.wirecase.detection.scan;

import io.wirecase.core.net.IpAddress;

/**
 * A pair of host and port.
 *
 * @param host the address
 * @param port the port, or {@link io.wirecase.core.measure.Contact#NO_PORT}
 */
record Target(IpAddress host, int port) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
    private static final long MIX_2 = 0x94D049BB133111EBL;

    /** A 64-bit hash that is the same on every machine; which targets a sample keeps follows from it. */
    long hash() {
        long hash = mix(host.high() + GOLDEN);
        hash = mix(hash ^ host.low());
        return mix(hash ^ ((long) port << 1 | (host.v4() ? 1 : 0)));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ z >>> 30) * MIX_1;
        z = (z ^ z >>> 27) * MIX_2;
        return z ^ z >>> 31;
    }
}
