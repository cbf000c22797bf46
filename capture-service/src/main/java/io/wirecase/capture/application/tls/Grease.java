package io.wirecase.capture.application.tls;

import java.util.Arrays;

/** Values that clients send at random so that servers stay tolerant (RFC 8701); no part of a fingerprint. */
final class Grease {

    private Grease() {}

    /** Whether both bytes are the same and end in hex A: 0x0A0A, 0x1A1A ... 0xFAFA. */
    static boolean is(int value) {
        return (value & 0x0F0F) == 0x0A0A && value >> 8 == (value & 0xFF);
    }

    /** The others, in order, in an array of their own. */
    static int[] without(int[] values) {
        int[] others = new int[values.length];
        int count = 0;
        for (int value : values) {
            if (!is(value)) {
                others[count++] = value;
            }
        }
        return Arrays.copyOf(others, count);
    }
}
