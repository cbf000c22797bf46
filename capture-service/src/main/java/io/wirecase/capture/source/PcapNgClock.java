package io.wirecase.capture.source;

/**
 * How a pcapng interface tells time (options if_tsresol and if_tsoffset).
 *
 * @param decimal whether a unit is a negative power of ten, else of two
 * @param exponent the power
 * @param offsetSeconds seconds to add
 */
record PcapNgClock(boolean decimal, int exponent, long offsetSeconds) {

    /** No time can be told from what was given. */
    static final long BAD = Long.MIN_VALUE;

    static final PcapNgClock MICROS = new PcapNgClock(true, 6, 0);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int NANO_EXPONENT = 9;
    private static final int MAX_DECIMAL = 18;
    private static final int MAX_BINARY = 62;
    private static final long MAX_SECONDS = Long.MAX_VALUE / NANOS_PER_SECOND - 1;

    /** The clock with another resolution, by the option's byte: the highest bit chooses two instead of ten. */
    PcapNgClock resolution(int option) {
        return new PcapNgClock((option & 0x80) == 0, option & 0x7F, offsetSeconds);
    }

    PcapNgClock offset(long seconds) {
        return new PcapNgClock(decimal, exponent, seconds);
    }

    /** The length of a unit in nanoseconds, at least 1. */
    long resolutionNanos() {
        if (decimal) {
            return exponent >= NANO_EXPONENT ? 1 : power(NANO_EXPONENT - exponent);
        }
        return exponent > 30 ? 1 : Math.max(1, NANOS_PER_SECOND >> exponent);
    }

    /** Nanoseconds since 1970 of a time stamp, or {@link #BAD}. */
    long nanos(long stamp) {
        if (exponent > (decimal ? MAX_DECIMAL : MAX_BINARY)) {
            return BAD;
        }
        long units = decimal ? power(exponent) : 1L << exponent;
        long whole = Long.divideUnsigned(stamp, units);
        long seconds = whole + offsetSeconds;
        boolean overflow = ((whole ^ seconds) & (offsetSeconds ^ seconds)) < 0;
        if (whole < 0 || overflow || Math.abs(seconds) > MAX_SECONDS) {
            return BAD;
        }
        return seconds * NANOS_PER_SECOND + fraction(Long.remainderUnsigned(stamp, units));
    }

    private long fraction(long units) {
        if (decimal) {
            return exponent <= NANO_EXPONENT
                    ? units * power(NANO_EXPONENT - exponent)
                    : units / power(exponent - NANO_EXPONENT);
        }
        // 30 bits of a second are finer than a nanosecond, and their product with 10^9 fits.
        return exponent <= 30
                ? units * NANOS_PER_SECOND >> exponent
                : (units >> exponent - 30) * NANOS_PER_SECOND >> 30;
    }

    private static long power(int exponent) {
        long value = 1;
        for (int i = 0; i < exponent; i++) {
            value *= 10;
        }
        return value;
    }
}
