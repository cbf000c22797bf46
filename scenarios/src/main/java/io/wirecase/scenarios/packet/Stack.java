package io.wirecase.scenarios.packet;

/**
 * How an operating system's TCP opens a connection: initial TTL, SYN window, options and their order. Values as
 * p0f's signatures and current captures show them.
 */
public enum Stack {
    /** Linux 4.19 and later: window 44 x 1460, scale 7. */
    LINUX(64, 64240, 7, true),
    /** Windows 10 and 11: no timestamps, scale 8. */
    WINDOWS(128, 64240, 8, false),
    /** macOS and iOS: scale 6. */
    APPLE(64, 65535, 6, true);

    private final int ttl;
    private final int synWindow;
    private final int scale;
    private final boolean timestamps;

    Stack(int ttl, int synWindow, int scale, boolean timestamps) {
        this.ttl = ttl;
        this.synWindow = synWindow;
        this.scale = scale;
        this.timestamps = timestamps;
    }

    /** Time to live a packet leaves with. */
    public int ttl() {
        return ttl;
    }

    /** Window of the first SYN. */
    public int synWindow() {
        return synWindow;
    }

    /** Whether it offers timestamps (RFC 7323). */
    public boolean timestamps() {
        return timestamps;
    }

    /** Options of a SYN; {@code stamp} is its timestamp clock, 32 bits, where it has one. */
    public byte[] synOptions(long stamp) {
        Bytes mss = new Bytes().u8(2).u8(4).u16(1460);
        return switch (this) {
            case LINUX ->
                sackPermitted(mss).raw(stamps(stamp, 0)).u8(1).raw(scaled()).toArray();
            case WINDOWS -> sackPermitted(mss.u8(1).raw(scaled()).u8(1).u8(1)).toArray();
            case APPLE ->
                sackPermitted(mss.u8(1).raw(scaled()).u8(1).u8(1).raw(stamps(stamp, 0)))
                        .u16(0)
                        .toArray();
        };
    }

    /** Options of a SYN-ACK: timestamps only where the peer offered them too. */
    public byte[] synAckOptions(boolean stamped, long stamp, long echo) {
        Bytes mss = new Bytes().u8(2).u8(4).u16(1460);
        return stamped
                ? sackPermitted(mss)
                        .raw(stamps(stamp, echo))
                        .u8(1)
                        .raw(scaled())
                        .toArray()
                : sackPermitted(mss.u8(1).u8(1)).u8(1).raw(scaled()).toArray();
    }

    /** Options of a segment after the handshake: 12 bytes of timestamps, or none. */
    public static byte[] segmentOptions(boolean stamped, long stamp, long echo) {
        return stamped ? new Bytes().u8(1).u8(1).raw(stamps(stamp, echo)).toArray() : new byte[0];
    }

    /** One selective acknowledgement block (RFC 2018), 12 bytes with its padding. */
    public static byte[] sackBlock(long left, long right) {
        return new Bytes().u8(1).u8(1).u8(5).u8(10).u32(left).u32(right).toArray();
    }

    private byte[] scaled() {
        return new Bytes().u8(3).u8(3).u8(scale).toArray();
    }

    private static Bytes sackPermitted(Bytes options) {
        return options.u8(4).u8(2);
    }

    private static byte[] stamps(long stamp, long echo) {
        return new Bytes().u8(8).u8(10).u32(stamp).u32(echo).toArray();
    }
}
