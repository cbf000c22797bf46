package io.wirecase.core.flow;

/**
 * A 48-bit link-layer address (IEEE 802).
 *
 * @param value the address in the low 48 bits
 */
public record MacAddress(long value) {

    /** Six hex pairs with colons, lower case. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            out.append(out.isEmpty() ? "" : ":").append(String.format("%02x", value >>> shift & 0xFF));
        }
        return out.toString();
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
