package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Walks over elements of DER (ITU-T X.690), in bytes that may be anything. */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    /** An explicit [0], as a certificate's version is. */
    static final int CONTEXT_0 = 0xA0;

    private Der() {}

    /** What is inside the next element, which is then left; nothing when it is of another type, which is left too. */
    static ByteReader enter(ByteReader in, int tag) {
        int its = in.u8();
        ByteReader value = in.slice(length(in));
        return its == tag ? value : new ByteReader(new byte[0], 0, 0);
    }

    /** Leaves out the next element if it is of a type. */
    static void skip(ByteReader in, int tag) {
        if (in.peek(in.position()) == tag) {
            enter(in, tag);
        }
    }

    /** A length of at most three bytes; a longer one is beyond anything read here. */
    static int length(ByteReader in) {
        int first = in.u8();
        return switch (first) {
            case 0x81 -> in.u8();
            case 0x82 -> in.u16();
            case 0x83 -> in.u24();
            default -> first < 0x80 ? first : Integer.MAX_VALUE;
        };
    }

    /** A time of RFC 5280 section 4.1.2.5 in seconds since 1970, or null when it is none. */
    static @Nullable Long seconds(ByteReader in) {
        boolean utc = in.peek(in.position()) == UTC_TIME;
        String text = enter(in, utc ? UTC_TIME : GENERALIZED_TIME).text(15).raw();
        if (text.length() != (utc ? 13 : 15) || !text.endsWith("Z")) {
            return null;
        }
        String year = utc ? (text.charAt(0) >= '5' ? "19" : "20") : "";
        try {
            return time(year + text);
        } catch (DateTimeException | NumberFormatException none) {
            return null;
        }
    }

    private static long time(String digits) {
        return LocalDateTime.of(
                        Integer.parseInt(digits, 0, 4, 10),
                        Integer.parseInt(digits, 4, 6, 10),
                        Integer.parseInt(digits, 6, 8, 10),
                        Integer.parseInt(digits, 8, 10, 10),
                        Integer.parseInt(digits, 10, 12, 10),
                        Integer.parseInt(digits, 12, 14, 10))
                .toEpochSecond(ZoneOffset.UTC);
    }
}
