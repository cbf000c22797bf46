package io.wirecase.report.claim;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a claim states. Each has exactly one text form, which is the only one sentences may hold. */
public sealed interface Value {

    /** The text form, on one line. */
    String text();

    /**
     * A number, with up to {@code decimals} digits after the point; trailing zeros are not shown.
     *
     * @param decimals 0 to 9
     */
    record Number(double number, int decimals) implements Value {
        @Override
        public String text() {
            BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }
    }

    /** A word or name of ours or of a data file. */
    record Word(String word) implements Value {
        @Override
        public String text() {
            return word;
        }
    }

    /** Text somebody put into a packet; shown visibly and cut. */
    record Packet(UntrustedText packet) implements Value {
        /** The most characters shown. */
        public static final int SHOWN = 120;

        @Override
        public String text() {
            return packet.visible(SHOWN);
        }
    }

    /** An address. */
    record Address(IpAddress address) implements Value {
        @Override
        public String text() {
            return address.toString();
        }
    }

    /**
     * A capture time, shown in RFC 3339, UTC.
     *
     * @param nanos nanoseconds since 1970-01-01T00:00Z
     * @param digits digits of a second's fraction, 0 to 9: the capture's own resolution
     */
    record Time(long nanos, int digits) implements Value {
        @Override
        public String text() {
            Instant instant =
                    Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
            String fraction = digits == 0 ? "" : "." + "S".repeat(digits);
            return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss" + fraction + "'Z'", Locale.ROOT)
                    .format(instant.atOffset(ZoneOffset.UTC));
        }
    }
}
