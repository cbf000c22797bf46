package io.wirecase.core.net;

import java.nio.charset.StandardCharsets;

/**
 * A 48-bit link-layer address (IEEE 802).
 *
 * @param value the address in the low 48 bits
 */
public record MacAddress(long value) {

    /** Six hex pairs with colons, lower case. */
    @Override
    public String toString() {
        byte[] text = new byte[17];
        for (int i = 0; i < text.length; i++) {
            int shift = 44 - 4 * (i - i / 3);
            text[i] = (byte) (i % 3 == 2 ? ':' : Character.forDigit((int) (value >>> shift) & 0xF, 16));
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Reads the form that {@link #toString()} writes. @throws IllegalArgumentException when it is not one */
    public static MacAddress of(String text) {
        String digits = text.replace(":", "");
        if (digits.length() != 12) {
            throw new IllegalArgumentException("not a MAC address: " + text);
        }
        return new MacAddress(Long.parseUnsignedLong(digits, 16));
    }
}
