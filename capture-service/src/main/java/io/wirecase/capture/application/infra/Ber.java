package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.stream.ByteReader;
import org.jspecify.annotations.Nullable;

/**
 * One element in the basic encoding rules (X.690) of definite length and a tag of one byte.
 *
 * @param tag the whole tag byte
 * @param value a reader over its content
 */
record Ber(int tag, ByteReader value) {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int SEQUENCE = 0x30;
    private static final int MAX_LENGTH_BYTES = 3;

    /** The next element, or null where there is none or it is not whole. */
    static @Nullable Ber next(ByteReader in) {
        if (in.remaining() < 2) {
            return null;
        }
        int tag = in.u8();
        int length = in.u8();
        if (length >= 0x80) {
            int bytes = length & 0x7F;
            if (bytes == 0 || bytes > MAX_LENGTH_BYTES) {
                return null;
            }
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = length << 8 | in.u8();
            }
        }
        return in.overrun() || length > in.remaining() ? null : new Ber(tag, in.slice(length));
    }

    /** The next element if it has this tag. */
    static @Nullable Ber next(ByteReader in, int tag) {
        Ber found = next(in);
        return found == null || found.tag() != tag ? null : found;
    }

    /** Its content as a number of at most four bytes, or -1 where it is none. */
    long number() {
        ByteReader in = value.copy();
        if (in.length() == 0 || in.length() > 4) {
            return -1;
        }
        long number = 0;
        while (in.remaining() > 0) {
            number = number << 8 | in.u8();
        }
        return number;
    }
}
