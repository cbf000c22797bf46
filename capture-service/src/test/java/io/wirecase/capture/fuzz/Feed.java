package io.wirecase.capture.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Takes an input apart; behind its end all numbers are zero and all arrays empty. */
final class Feed {

    private final byte[] input;
    private int at;

    Feed(byte[] input) {
        this.input = input;
    }

    boolean more() {
        return at < input.length;
    }

    int u8() {
        return at < input.length ? input[at++] & 0xFF : 0;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    /** The next bytes, as many as there are. */
    byte[] bytes(int length) {
        int end = Math.min(input.length, at + length);
        byte[] bytes = Arrays.copyOfRange(input, at, end);
        at = end;
        return bytes;
    }

    Feed skip(int length) {
        bytes(length);
        return this;
    }

    byte[] rest() {
        return bytes(input.length - at);
    }

    /** Writes what {@link Feed} reads. */
    static final class Writer {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer u8(int value) {
            out.write(value);
            return this;
        }

        Writer u16(int value) {
            return u8(value >>> 8).u8(value);
        }

        Writer bytes(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        int size() {
            return out.size();
        }

        byte[] input() {
            return out.toByteArray();
        }
    }
}
