package io.wirecase.capture.application.tls;

import java.util.List;

/** Values that clients send at random so that servers stay tolerant (RFC 8701); no part of a fingerprint. */
final class Grease {

    private Grease() {}

    /** Whether both bytes are the same and end in hex A: 0x0A0A, 0x1A1A ... 0xFAFA. */
    static boolean is(int value) {
        return (value & 0x0F0F) == 0x0A0A && value >> 8 == (value & 0xFF);
    }

    static List<Integer> without(List<Integer> values) {
        return values.stream().filter(value -> !is(value)).toList();
    }
}
