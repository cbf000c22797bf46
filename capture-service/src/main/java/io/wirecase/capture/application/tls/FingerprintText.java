package io.wirecase.capture.application.tls;

import java.security.MessageDigest;
import java.util.Arrays;

/** The ASCII text that a fingerprint is the digest of, built without boxing: every flow with a hello has some. */
final class FingerprintText {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] text = new byte[256];
    private int length;

    boolean isEmpty() {
        return length == 0;
    }

    FingerprintText put(char c) {
        if (length == text.length) {
            text = Arrays.copyOf(text, length * 2);
        }
        text[length++] = (byte) c;
        return this;
    }

    /** A number of 0 to 65535 without leading zeros. */
    FingerprintText decimal(int value) {
        if (value >= 10) {
            decimal(value / 10);
        }
        return put((char) ('0' + value % 10));
    }

    /** Numbers with dashes between them. */
    FingerprintText decimals(int[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                put('-');
            }
            decimal(values[i]);
        }
        return this;
    }

    /** Numbers as four hex digits each, with commas between them. */
    FingerprintText hex(int[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                put(',');
            }
            for (int shift = 12; shift >= 0; shift -= 4) {
                put((char) HEX[values[i] >> shift & 15]);
            }
        }
        return this;
    }

    byte[] digest(MessageDigest with) {
        with.update(text, 0, length);
        return with.digest();
    }
}
