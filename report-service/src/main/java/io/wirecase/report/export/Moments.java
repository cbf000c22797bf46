package io.wirecase.report.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Times as text: RFC 3339 in UTC, with as many digits as the capture knows. */
public final class Moments {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int MOST_DIGITS = 9;

    private final DateTimeFormatter format;

    private Moments(int digits) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss");
        if (digits > 0) {
            builder.appendLiteral('.').appendPattern("S".repeat(digits));
        }
        format = builder.appendLiteral('Z').toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /**
     * Times of a resolution: {@code s}, {@code ms}, {@code us}, {@code ns}, {@code 10^-n} or {@code 2^-n}; any other is
     * taken for nanoseconds.
     */
    public static Moments of(String resolution) {
        return new Moments(
                switch (resolution) {
                    case "s" -> 0;
                    case "ms" -> 3;
                    case "us" -> 6;
                    default -> power(resolution);
                });
    }

    /** A time, cut to the resolution. */
    public String text(long epochNanos) {
        return format.format(Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, NANOS_PER_SECOND), Math.floorMod(epochNanos, NANOS_PER_SECOND)));
    }

    private static int power(String resolution) {
        int exponent = resolution.indexOf("^-");
        if (exponent < 0 || !resolution.substring(exponent + 2).matches("[0-9]{1,2}")) {
            return MOST_DIGITS;
        }
        double power = Integer.parseInt(resolution.substring(exponent + 2));
        double digits = resolution.startsWith("2^") ? Math.ceil(power * Math.log10(2)) : power;
        return (int) Math.min(MOST_DIGITS, digits);
    }
}
