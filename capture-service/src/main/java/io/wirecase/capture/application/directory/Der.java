package io.wirecase.capture.application.directory;

import io.wirecase.capture.application.stream.ByteReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One element of ASN.1 in BER with definite lengths (X.690 section 8.1), tags of one byte. What is cut is read as far
 * as it goes. The JDK reads ASN.1 for itself only.
 *
 * @param tag the tag's byte, 0 to 255
 * @param content what it holds
 */
record Der(int tag, ByteReader content) {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int ENUMERATED = 0x0A;
    static final int SEQUENCE = 0x30;

    /** A tag of this number that the context explains and that holds elements. */
    static int context(int number) {
        return 0xA0 | number;
    }

    /** The next element, or null at the end or where none begins. */
    static @Nullable Der next(ByteReader in) {
        if (in.remaining() < 2) {
            return null;
        }
        int tag = in.u8();
        long length = in.u8();
        if (length > 0x84 || length == 0x80) {
            return null;
        }
        if (length > 0x80) {
            int bytes = (int) length - 0x80;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = length << 8 | in.u8();
            }
        }
        return new Der(tag, in.slice((int) Math.min(length, in.remaining())));
    }

    /**
     * The whole length of the element that begins so.
     *
     * @return 0 while too few bytes tell, negative where none begins
     */
    static long measure(ByteReader seen) {
        if (seen.length() < 2) {
            return 0;
        }
        int first = seen.peek(1);
        if (first < 0x80) {
            return 2L + first;
        }
        int bytes = first - 0x80;
        if (bytes == 0 || bytes > 4) {
            return -1;
        }
        if (seen.length() < 2 + bytes) {
            return 0;
        }
        long length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | seen.peek(2 + i);
        }
        return 2 + bytes + length;
    }

    /** The first element in it of a tag, or null; what is in it is not moved. */
    @Nullable
    Der find(int wanted) {
        ByteReader in = content.copy();
        for (Der part = next(in); part != null; part = next(in)) {
            if (part.tag == wanted) {
                return part;
            }
        }
        return null;
    }

    /** The first element in it, or null. */
    @Nullable
    Der first() {
        return next(content.copy());
    }

    /** Its number when it is a short one, else -1. */
    int number() {
        ByteReader in = content.copy();
        if (in.remaining() < 1 || in.remaining() > 4) {
            return -1;
        }
        int value = (byte) in.u8();
        while (in.remaining() > 0) {
            value = value << 8 | in.u8();
        }
        return value;
    }

    /** Its bytes as text, one char a byte. */
    String text() {
        ByteReader in = content.copy();
        return new String(in.take(Math.min(in.remaining(), 255)), StandardCharsets.ISO_8859_1);
    }
}
