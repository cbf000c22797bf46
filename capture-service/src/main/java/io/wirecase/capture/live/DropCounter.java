package io.wirecase.capture.live;

/**
 * Sums counters that libpcap gives in 32 bits (pcap_stats(3PCAP)) and that wrap around: a busy sensor passes four
 * thousand million packets within a day.
 */
final class DropCounter {

    private static final long WRAP = 1L << 32;

    private long last;
    private long sum;

    /**
     * Takes the counter as it stands now.
     *
     * @return all it counted since the first
     */
    long now(long value) {
        long present = Math.floorMod(value, WRAP);
        sum += Math.floorMod(present - last, WRAP);
        last = present;
        return sum;
    }

    /** All it counted. */
    long sum() {
        return sum;
    }
}
