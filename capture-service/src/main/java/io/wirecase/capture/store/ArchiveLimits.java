package io.wirecase.capture.store;

import java.time.Duration;

/**
 * How much of what live sensors saw is kept.
 *
 * @param maxBytes most bytes over all sensors, at least 1 MiB
 * @param maxAge the age at which packets go, by their own time
 * @param reserve bytes of the disk that are always left free
 */
public record ArchiveLimits(long maxBytes, Duration maxAge, long reserve) {

    private static final long MIB = 1L << 20;
    private static final long LARGEST_SEGMENT = 64 * MIB;
    private static final Duration LONGEST_SEGMENT = Duration.ofMinutes(5);
    /** So that what goes at once is a small part of what is kept. */
    private static final int PARTS = 16;

    /** Refuses what cannot work. */
    public ArchiveLimits {
        if (maxBytes < MIB || maxAge.isNegative() || maxAge.isZero() || reserve < 0) {
            throw new IllegalArgumentException("no limits to keep packets by: " + maxBytes + " bytes, " + maxAge);
        }
    }

    /** The size at which a segment ends. */
    long segmentBytes() {
        return Math.min(LARGEST_SEGMENT, Math.max(MIB / PARTS, maxBytes / PARTS));
    }

    /** The time between its packets at which a segment ends, in nanoseconds. */
    long segmentNanos() {
        Duration part = maxAge.dividedBy(PARTS);
        return (part.compareTo(LONGEST_SEGMENT) < 0 ? part : LONGEST_SEGMENT).toNanos();
    }

    /** The age at which packets go, in nanoseconds. */
    long ageNanos() {
        return maxAge.compareTo(Duration.ofDays(36_500)) > 0 ? Long.MAX_VALUE : maxAge.toNanos();
    }
}
