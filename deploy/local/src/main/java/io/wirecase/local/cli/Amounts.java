package io.wirecase.local.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times and sizes as people type them. */
final class Amounts {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmg]?)(i?b)?");
    private static final int KIBI_BITS = 10;

    private Amounts() {}

    /** A time such as {@code 90s}, {@code 10m} or {@code 2h}. */
    static final class Time implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            Matcher parts = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (!parts.matches()) {
                throw new TypeConversionException("'" + text + "' is no time; write 90s, 10m or 2h");
            }
            long number = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
    }

    /** A size such as {@code 64M} or {@code 1048576}; units are powers of 1024. */
    static final class Size implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            Matcher parts = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (!parts.matches()) {
                throw new TypeConversionException("'" + text + "' is no size; write 64M or 1048576");
            }
            int powers = " kmg"
                    .indexOf(parts.group(2).isEmpty() ? ' ' : parts.group(2).charAt(0));
            return Long.parseLong(parts.group(1)) << KIBI_BITS * powers;
        }
    }
}
