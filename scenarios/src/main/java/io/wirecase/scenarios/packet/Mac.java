package io.wirecase.scenarios.packet;

/**
 * A MAC address in the lowest 48 bits.
 *
 * @param value 0 to 2^48 - 1
 */
public record Mac(long value) {
    /** ff:ff:ff:ff:ff:ff. */
    public static final Mac BROADCAST = new Mac(0xffff_ffff_ffffL);

    /** Reads the usual text form, {@code 02:00:5e:00:00:01}. */
    public static Mac of(String text) {
        return new Mac(Long.parseLong(text.replace(":", ""), 16));
    }

    /** Six bytes, as on the wire. */
    public byte[] bytes() {
        return new Bytes().u16((int) (value >>> 32)).u32(value).toArray();
    }
}
