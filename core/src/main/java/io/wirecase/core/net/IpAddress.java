package io.wirecase.core.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address. IPv4 is kept apart from IPv4-mapped IPv6: {@code 1.2.3.4} and {@code ::ffff:1.2.3.4} are
 * two addresses. Ordering is IPv4 first, then by unsigned value, which is what Community ID and stable output need.
 *
 * @param high the upper 64 bits of an IPv6 address; 0 for IPv4
 * @param low the lower 64 bits of an IPv6 address; the unsigned 32-bit value for IPv4
 * @param v4 whether this is an IPv4 address
 */
public record IpAddress(long high, long low, boolean v4) implements Comparable<IpAddress> {

    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;

    /** An IPv4 address from its 32-bit value in network order. */
    public static IpAddress v4(int value) {
        return new IpAddress(0, value & 0xFFFF_FFFFL, true);
    }

    /** An IPv6 address from its two halves in network order. */
    public static IpAddress v6(long high, long low) {
        return new IpAddress(high, low, false);
    }

    /**
     * An address from its 4 or 16 network-order bytes.
     *
     * @throws IllegalArgumentException for any other length
     */
    public static IpAddress of(byte[] bytes) {
        if (bytes.length == V4_BYTES) {
            return v4((int) number(bytes, 0, V4_BYTES));
        }
        if (bytes.length == V6_BYTES) {
            return v6(number(bytes, 0, Long.BYTES), number(bytes, Long.BYTES, Long.BYTES));
        }
        throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
    }

    /**
     * Reads a literal address; never asks a resolver.
     *
     * @return empty when the text is not a literal IPv4 (dotted quad) or IPv6 address
     */
    public static Optional<IpAddress> parse(String text) {
        if (text.indexOf(':') >= 0) {
            return parseV6(text);
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != V4_BYTES) {
            return Optional.empty();
        }
        int value = 0;
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            int octet = Integer.parseInt(part);
            if (octet > 255) {
                return Optional.empty();
            }
            value = value << 8 | octet;
        }
        return Optional.of(v4(value));
    }

    private static Optional<IpAddress> parseV6(String text) {
        if (!text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.')) {
            return Optional.empty();
        }
        int dot = text.indexOf('.');
        if (dot >= 0) {
            int cut = text.lastIndexOf(':');
            if (cut > dot) {
                return Optional.empty();
            }
            return parse(text.substring(cut + 1))
                    .flatMap(v4 -> parseV6(text.substring(0, cut + 1) + Long.toHexString(v4.low() >>> 16) + ":"
                            + Long.toHexString(v4.low() & 0xFFFF)));
        }
        try {
            byte[] bytes = InetAddress.getByName("[" + text + "]").getAddress();
            // The JDK folds mapped addresses into IPv4; we keep them apart.
            return Optional.of(
                    bytes.length == V6_BYTES ? of(bytes) : v6(0, 0xFFFF_0000_0000L | number(bytes, 0, V4_BYTES)));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /**
     * Reads a literal address that must be one.
     *
     * @throws IllegalArgumentException when it is not
     */
    public static IpAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text));
    }

    /** The 4 or 16 bytes in network order. */
    public byte[] bytes() {
        byte[] out = new byte[v4 ? V4_BYTES : V6_BYTES];
        for (int i = 0; i < out.length; i++) {
            int fromEnd = out.length - 1 - i;
            long half = fromEnd >= Long.BYTES ? high : low;
            out[i] = (byte) (half >>> 8 * (fromEnd % Long.BYTES));
        }
        return out;
    }

    /** Whether packets to it go to a group: IPv4 224.0.0.0/4 (RFC 5771) or IPv6 ff00::/8 (RFC 4291). */
    public boolean multicast() {
        return v4 ? low >>> 28 == 0xE : high >>> 56 == 0xFF;
    }

    /** Whether it is the limited broadcast address 255.255.255.255 (RFC 919). */
    public boolean broadcast() {
        return v4 && low == 0xFFFF_FFFFL;
    }

    /** Whether it is 169.254.0.0/16 (RFC 3927) or fe80::/10 (RFC 4291). */
    public boolean linkLocal() {
        return v4 ? low >>> 16 == 0xA9FE : high >>> 54 == 0x3FA;
    }

    /** Whether it is 127.0.0.0/8 or ::1. */
    public boolean loopback() {
        return v4 ? low >>> 24 == 127 : high == 0 && low == 1;
    }

    /** Whether it is 0.0.0.0 or ::. */
    public boolean unspecified() {
        return high == 0 && low == 0;
    }

    // Written out, since maps of addresses ask for them for every packet and answer: a record's own take method
    // handles.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress its && low == its.low && high == its.high && v4 == its.v4;
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(high) * 31 + Long.hashCode(low)) * 31 + Boolean.hashCode(v4);
    }

    @Override
    public int compareTo(IpAddress other) {
        if (v4 != other.v4) {
            return v4 ? -1 : 1;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** The text form: dotted quad, or RFC 5952 for IPv6. */
    @Override
    public String toString() {
        if (v4) {
            return (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
        }
        if (high == 0 && low >>> 32 == 0xFFFF) {
            return "::ffff:" + v4((int) low);
        }
        return compressed();
    }

    private String compressed() {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> 16 * (3 - i % 4) & 0xFFFF);
        }
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && groups[i + run] == 0) {
                run++;
            }
            if (run > bestLength) {
                bestStart = i;
                bestLength = run;
            }
            i += run;
        }
        List<String> head = new ArrayList<>();
        List<String> tail = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            if (bestStart < 0 || i < bestStart) {
                head.add(Integer.toHexString(groups[i]));
            } else if (i >= bestStart + bestLength) {
                tail.add(Integer.toHexString(groups[i]));
            }
        }
        String text = String.join(":", head);
        return bestStart < 0 ? text : text + "::" + String.join(":", tail);
    }

    private static long number(byte[] bytes, int from, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[from + i] & 0xFF;
        }
        return value;
    }
}
