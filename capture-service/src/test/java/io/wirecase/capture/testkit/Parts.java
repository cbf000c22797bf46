package io.wirecase.capture.testkit;

import io.wirecase.scenarios.packet.Bytes;
import java.util.Arrays;

/** IP packets cut into fragments. */
public final class Parts {

    private static final int V4_HEADER = 20;
    private static final int V6_HEADER = 40;
    private static final int MORE = 0x2000;
    private static final int FRAGMENT_HEADER = 44;

    private Parts() {}

    /**
     * A part of an IPv4 packet without options.
     *
     * @param whole the packet
     * @param id its identification
     * @param from first byte of its payload, a multiple of 8
     * @param to behind the last byte of its payload
     * @param more whether more parts are behind it
     */
    public static byte[] v4(byte[] whole, int id, int from, int to, boolean more) {
        byte[] header = Arrays.copyOf(whole, V4_HEADER);
        return new Bytes()
                .raw(Arrays.copyOf(header, 2))
                .u16(V4_HEADER + to - from)
                .u16(id)
                .u16((more ? MORE : 0) | from / 8)
                .raw(Arrays.copyOfRange(header, 8, V4_HEADER))
                .raw(Arrays.copyOfRange(whole, V4_HEADER + from, V4_HEADER + to))
                .toArray();
    }

    /** The last part of an IPv4 packet. */
    public static byte[] v4Last(byte[] whole, int id, int from) {
        return v4(whole, id, from, whole.length - V4_HEADER, false);
    }

    /** A part of an IPv6 packet; as {@link #v4}, its payload is everything behind the first header. */
    public static byte[] v6(byte[] whole, int id, int from, int to, boolean more) {
        return new Bytes()
                .raw(Arrays.copyOf(whole, 4))
                .u16(8 + to - from)
                .u8(FRAGMENT_HEADER)
                .u8(whole[7])
                .raw(Arrays.copyOfRange(whole, 8, V6_HEADER))
                .u8(whole[6])
                .u8(0)
                .u16(from | (more ? 1 : 0))
                .u32(id)
                .raw(Arrays.copyOfRange(whole, V6_HEADER + from, V6_HEADER + to))
                .toArray();
    }

    /** The last part of an IPv6 packet. */
    public static byte[] v6Last(byte[] whole, int id, int from) {
        return v6(whole, id, from, whole.length - V6_HEADER, false);
    }
}
