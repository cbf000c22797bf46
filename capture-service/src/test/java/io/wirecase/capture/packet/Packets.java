package io.wirecase.capture.packet;

import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.testkit.Talk;
import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ethernet;
import io.wirecase.scenarios.packet.Ip;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Hand-built packets and what decoding them gave. */
final class Packets {

    static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

    /** The datagram that everything else is put around: 192.168.1.10:40000 to 203.0.113.5:80. */
    static final byte[] INNER = Ip.udp(Talk.usual().path(true), 40_000, 80, HELLO);

    static final byte[] INNER_FRAME = Ethernet.ip(Talk.A_MAC, Talk.B_MAC, INNER);

    private Packets() {}

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] join(byte[] first, byte[] second) {
        return new Bytes().raw(first).raw(second).toArray();
    }

    /** An IPv4 packet from 10.0.0.1 to 10.0.0.2. */
    static byte[] ip4(int protocol, byte[] payload) {
        return new Bytes()
                .u16(0x4500)
                .u16(20 + payload.length)
                .u32(0)
                .u8(64)
                .u8(protocol)
                .u16(0)
                .u32(0x0A00_0001)
                .u32(0x0A00_0002)
                .raw(payload)
                .toArray();
    }

    /** An IPv6 packet from 2001:db8::a to 2001:db8::b. */
    static byte[] ip6(int next, byte[] payload) {
        return new Bytes()
                .u32(0x6000_0000L)
                .u16(payload.length)
                .u8(next)
                .u8(64)
                .raw(Ip.address("2001:db8::a").getAddress())
                .raw(Ip.address("2001:db8::b").getAddress())
                .raw(payload)
                .toArray();
    }

    /** A datagram from 10.0.0.1 to 10.0.0.2. */
    static byte[] udp(int source, int destination, byte[] payload) {
        return ip4(
                17,
                new Bytes()
                        .u16(source)
                        .u16(destination)
                        .u16(8 + payload.length)
                        .u16(0)
                        .raw(payload)
                        .toArray());
    }

    /** What became of a packet, and where. */
    record Decoded(Outcome outcome, DecodedPacket packet) {

        String ports() {
            return packet.sourcePort() + ">" + packet.destinationPort();
        }

        boolean hello() {
            int at = packet.payloadAt();
            return outcome == Outcome.DECODED
                    && packet.payloadBytes() == HELLO.length
                    && new String(packet.bytes(), at, HELLO.length, StandardCharsets.US_ASCII).equals("hello");
        }
    }

    static Decoded decode(int linkType, byte[] packet) {
        return decode(linkType, packet, packet.length);
    }

    static Decoded decode(int linkType, byte[] packet, long original) {
        DecodedPacket decoded = new DecodedPacket();
        byte[] array = join(new byte[3], packet);
        RawPacket raw = new RawPacket().data(array, 3, packet.length, original).origin(linkType, 0, 1);
        return new Decoded(new PacketDecoder().decode(raw, decoded), decoded);
    }
}
