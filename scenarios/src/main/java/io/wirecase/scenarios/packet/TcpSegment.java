package io.wirecase.scenarios.packet;

/** One TCP segment (RFC 9293), built step by step. */
public final class TcpSegment {
    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int PSH = 8;
    public static final int ACK = 16;
    public static final int URG = 32;

    private final int sourcePort;
    private final int destinationPort;
    private final int flags;
    private long sequence;
    private long acknowledgement;
    private int window;
    private byte[] options = {};
    private byte[] payload = {};

    /** An empty segment with these flags, sequence numbers 0 and window 0. */
    public TcpSegment(int sourcePort, int destinationPort, int flags) {
        this.sourcePort = sourcePort;
        this.destinationPort = destinationPort;
        this.flags = flags;
    }

    /** Sets the sequence and acknowledgement numbers, 32 bits each. */
    public TcpSegment numbers(long newSequence, long newAcknowledgement) {
        sequence = newSequence;
        acknowledgement = newAcknowledgement;
        return this;
    }

    /** Sets the window as it stands in the header, before scaling. */
    public TcpSegment window(int newWindow) {
        window = newWindow;
        return this;
    }

    /** Sets the options; their length must be a multiple of 4, at most 40. */
    public TcpSegment options(byte[] newOptions) {
        if (newOptions.length % 4 != 0 || newOptions.length > 40) {
            throw new IllegalArgumentException("TCP options of " + newOptions.length + " bytes");
        }
        options = newOptions.clone();
        return this;
    }

    /** Sets the payload. */
    public TcpSegment payload(byte[] newPayload) {
        payload = newPayload.clone();
        return this;
    }

    byte[] encode(Ip.Path path) {
        int headerLength = 20 + options.length;
        Bytes segment = new Bytes()
                .u16(sourcePort)
                .u16(destinationPort)
                .u32(sequence)
                .u32((flags & ACK) == 0 ? 0 : acknowledgement)
                .u8(headerLength / 4 << 4)
                .u8(flags)
                .u16(window)
                .u16(0)
                .u16(0)
                .raw(options)
                .raw(payload);
        byte[] pseudo = Ip.pseudoHeader(path, Ip.TCP, segment.size());
        return segment.patch16(16, Checksum.of(pseudo, segment.toArray())).toArray();
    }
}
