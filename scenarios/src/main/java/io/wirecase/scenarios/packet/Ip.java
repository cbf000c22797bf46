package io.wirecase.scenarios.packet;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/** IPv4 (RFC 791) and IPv6 (RFC 8200) packets, never fragmented. */
public final class Ip {
    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    private static final int ICMP6 = 58;
    private static final int HEADER4 = 20;
    private static final int DO_NOT_FRAGMENT = 0x4000;

    private Ip() {}

    /** Reads an address literal; never asks a resolver. */
    public static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    /** A packet around a TCP segment. */
    public static byte[] tcp(Path path, TcpSegment segment) {
        return packet(path, TCP, segment.encode(path));
    }

    /** A packet around a UDP datagram. */
    public static byte[] udp(Path path, int sourcePort, int destinationPort, byte[] payload) {
        int length = 8 + payload.length;
        Bytes datagram = new Bytes()
                .u16(sourcePort)
                .u16(destinationPort)
                .u16(length)
                .u16(0)
                .raw(payload);
        int sum = Checksum.of(pseudoHeader(path, UDP, length), datagram.toArray());
        // RFC 768: a sum of zero is sent as all ones, since zero means "none".
        return packet(path, UDP, datagram.patch16(6, sum == 0 ? 0xffff : sum).toArray());
    }

    /** An ICMP echo request or reply (RFC 792); IPv4 only. */
    public static byte[] echo(Path path, boolean reply, int identifier, int sequence, byte[] payload) {
        Bytes message = new Bytes()
                .u16(reply ? 0 : 0x0800)
                .u16(0)
                .u16(identifier)
                .u16(sequence)
                .raw(payload);
        return packet(
                path, ICMP, message.patch16(2, Checksum.of(message.toArray())).toArray());
    }

    /** An ICMP message that a packet could not be delivered (RFC 792, type 3), with its beginning; IPv4 only. */
    public static byte[] unreachable(Path path, int code, byte[] undelivered) {
        byte[] quoted = Arrays.copyOf(undelivered, Math.min(undelivered.length, HEADER4 + 8));
        Bytes message = new Bytes().u8(3).u8(code).u16(0).u32(0).raw(quoted);
        return packet(
                path, ICMP, message.patch16(2, Checksum.of(message.toArray())).toArray());
    }

    /** An ICMPv6 message (RFC 4443). */
    public static byte[] icmp6(Path path, int type, byte[] body) {
        Bytes message = new Bytes().u8(type).u8(0).u16(0).raw(body);
        int sum = Checksum.of(pseudoHeader(path, ICMP6, message.size()), message.toArray());
        return packet(path, ICMP6, message.patch16(2, sum).toArray());
    }

    /** What TCP and UDP sum besides their own bytes. */
    static byte[] pseudoHeader(Path path, int protocol, int length) {
        Bytes header = new Bytes()
                .raw(path.source().getAddress())
                .raw(path.destination().getAddress());
        return path.source() instanceof Inet4Address
                ? header.u8(0).u8(protocol).u16(length).toArray()
                : header.u32(length).u24(0).u8(protocol).toArray();
    }

    /** A packet around anything. */
    static byte[] packet(Path path, int protocol, byte[] payload) {
        return path.source() instanceof Inet4Address ? four(path, protocol, payload) : six(path, protocol, payload);
    }

    private static byte[] four(Path path, int protocol, byte[] payload) {
        Bytes header = new Bytes()
                .u8(0x45)
                .u8(0)
                .u16(HEADER4 + payload.length)
                .u16(path.id())
                .u16(DO_NOT_FRAGMENT)
                .u8(path.ttl())
                .u8(protocol)
                .u16(0)
                .raw(path.source().getAddress())
                .raw(path.destination().getAddress());
        return header.patch16(10, Checksum.of(header.toArray())).raw(payload).toArray();
    }

    private static byte[] six(Path path, int protocol, byte[] payload) {
        return new Bytes()
                .u32(0x6000_0000L | path.id())
                .u16(payload.length)
                .u8(protocol)
                .u8(path.ttl())
                .raw(path.source().getAddress())
                .raw(path.destination().getAddress())
                .raw(payload)
                .toArray();
    }

    /**
     * Where a packet comes from and goes to.
     *
     * @param source of the same family as the destination
     * @param destination of the same family as the source
     * @param ttl time to live (hop limit) as seen at the sensor, 1 to 255
     * @param id identification, 16 bits; the flow label for IPv6
     */
    public record Path(InetAddress source, InetAddress destination, int ttl, int id) {}
}
