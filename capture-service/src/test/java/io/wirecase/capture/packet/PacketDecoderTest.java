package io.wirecase.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.testkit.Talk;
import io.wirecase.core.net.Transport;
import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ethernet;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.TcpSegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketDecoderTest {

    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

    private final PacketDecoder decoder = new PacketDecoder();
    private final DecodedPacket decoded = new DecodedPacket();
    private final Talk talk = Talk.usual();
    private final byte[] udp = Ip.udp(talk.path(true), talk.aPort, talk.bPort, HELLO);

    @Test
    void ipv4OverEthernetLeavesThePaddingOut() {
        assertThat(decode(1, talk.udp(true, HELLO))).isEqualTo(Outcome.DECODED);

        assertHello();
        assertThat(decoded.ipBytes()).isEqualTo(20 + 8 + 5);
        assertThat(decoded.sourceMac()).hasToString("02:00:00:00:00:0a");
        assertThat(decoded.destinationMac()).hasToString("02:00:00:00:00:0b");
        assertThat(decoded.vlans()).isEmpty();
    }

    @Test
    void ipv6AndItsExtensionHeadersAreFollowed() {
        byte[] plain = Ip.udp(new Talk("2001:db8::1", 1, "2001:db8::2", 2).path(true), 40_000, 80, HELLO);
        byte[] withOptions = new Bytes()
                .raw(Arrays.copyOf(plain, 4))
                .u16(plain.length - 40 + 24)
                .u8(0)
                .u8(64)
                .raw(Arrays.copyOfRange(plain, 8, 40))
                .u8(60)
                .u8(0)
                .padTo(48)
                .u8(17)
                .u8(1)
                .padTo(64)
                .raw(Arrays.copyOfRange(plain, 40, plain.length))
                .toArray();

        assertThat(decode(101, withOptions)).isEqualTo(Outcome.DECODED);

        assertHello();
        assertThat(decoded.v4()).isFalse();
        assertThat(decoded.source()).hasToString("2001:db8::1");
        assertThat(decoded.ipBytes()).isEqualTo(withOptions.length);
    }

    @Test
    void stackedVlanTagsAreKeptFromOutsideIn() {
        byte[] plain = talk.udp(true, HELLO);
        byte[] tagged = new Bytes()
                .raw(Arrays.copyOf(plain, 12))
                .u16(0x88A8)
                .u16(0xE064)
                .u16(0x8100)
                .u16(7)
                .raw(Arrays.copyOfRange(plain, 12, plain.length))
                .toArray();

        assertThat(decode(1, tagged)).isEqualTo(Outcome.DECODED);

        assertHello();
        assertThat(decoded.vlans()).containsExactly(100, 7);
    }

    @ParameterizedTest(name = "link type {0} after {1}")
    @CsvSource({
        "101,''",
        "228,''",
        "12,''",
        "0,02000000",
        "0,00000002",
        "108,00000002",
        "113,0000000100060200000000000A000800",
        "276,080000000000000100010006020000000000000A"
    })
    void everyLinkHeaderLeadsToThePacket(int linkType, String header) {
        byte[] packet =
                new Bytes().raw(HexFormat.of().parseHex(header)).raw(udp).toArray();

        assertThat(decode(linkType, packet)).isEqualTo(Outcome.DECODED);

        assertHello();
    }

    @Test
    void packetsInTunnelsNameThePath() {
        byte[] gre = new Bytes().u16(0x2000).u16(0x0800).u32(99).raw(udp).toArray();
        byte[] inIpv6 = ip6(47, gre);
        byte[] gtp = new Bytes()
                .u8(0x32)
                .u8(255)
                .u16(udp.length + 4)
                .u32(1)
                .u32(0)
                .raw(udp)
                .toArray();
        byte[] vxlan = new Bytes()
                .u32(0x0800_0000)
                .u32(0x100)
                .raw(Ethernet.ip(Talk.A_MAC, Talk.B_MAC, udp))
                .toArray();

        assertTunnel(inIpv6, "gre");
        assertTunnel(ip6(4, udp), "4in6");
        assertTunnel(ip6(41, ip6(4, udp)), "6in6/4in6");
        assertTunnel(Ip.udp(talk.path(false), 9, 2152, gtp), "gtp");
        assertTunnel(Ip.udp(talk.path(false), 9, 4789, vxlan), "vxlan");
    }

    @Test
    void whatIsNoPacketInsideATunnelBelongsToTheTunnelsOwnFlow() {
        byte[] gre = new Bytes().u16(0).u16(0x0800).raw(new byte[30]).toArray();

        assertThat(decode(101, ip6(47, gre))).isEqualTo(Outcome.DECODED);

        assertThat(decoded.transport()).isEqualTo(Transport.GRE);
        assertThat(decoded.tunnel()).isNull();
        assertThat(decoded.payloadBytes()).isEqualTo(34);
    }

    @Test
    void aPacketRecordedBeforeSegmentationCountsWhatWasThere() {
        byte[] packet = Ip.tcp(talk.path(true), new TcpSegment(1, 2, TcpSegment.ACK).payload(new byte[3_000]));
        packet[2] = 0;
        packet[3] = 0;

        assertThat(decode(101, packet)).isEqualTo(Outcome.DECODED);

        assertThat(decoded.ipBytes()).isEqualTo(3_040);
        assertThat(decoded.payloadBytes()).isEqualTo(3_000);
    }

    @Test
    void aSnappedPacketKeepsTheLengthsOfItsHeaders() {
        byte[] packet =
                Ip.tcp(talk.path(true), new TcpSegment(1, 2, TcpSegment.PSH | TcpSegment.ACK).payload(new byte[1_000]));

        assertThat(decode(101, Arrays.copyOf(packet, 60), packet.length)).isEqualTo(Outcome.DECODED);
        assertThat(decoded.payloadBytes()).isEqualTo(1_000);
        assertThat(decoded.payloadCaptured()).isEqualTo(20);
        assertThat(decoded.hasTcp()).isTrue();

        assertThat(decode(101, Arrays.copyOf(packet, 24), packet.length)).isEqualTo(Outcome.DECODED);
        assertThat(decoded.sourcePort()).isEqualTo(1);
        assertThat(decoded.hasTcp()).isFalse();

        assertThat(decode(101, Arrays.copyOf(packet, 22), packet.length)).isEqualTo(Outcome.DECODED);
        assertThat(decoded.sourcePort()).isEqualTo(-1);
        assertThat(decoded.ipBytes()).isEqualTo(1_040);
    }

    @Test
    void headersThatContradictThemselvesHaveAReason() {
        assertThat(decode(1, new byte[13])).isEqualTo(Outcome.BAD_LINK_HEADER);
        assertThat(decode(147, new byte[60])).isEqualTo(Outcome.UNSUPPORTED_LINK);
        assertThat(decode(1, new byte[60])).isEqualTo(Outcome.NOT_IP);
        assertThat(decode(101, changed(0, 0x43))).isEqualTo(Outcome.BAD_IP_HEADER);
        assertThat(decode(101, changed(0, 0x55))).isEqualTo(Outcome.BAD_IP_HEADER);
        assertThat(decode(101, changed(3, 19))).isEqualTo(Outcome.BAD_IP_HEADER);
        assertThat(decode(101, changed(25, 7))).isEqualTo(Outcome.BAD_TRANSPORT_HEADER);
        assertThat(decode(101, changed(3, 25))).isEqualTo(Outcome.BAD_TRANSPORT_HEADER);
        byte[] arp = Ethernet.arpRequest(Talk.A_MAC, talk.a, talk.b);
        assertThat(decode(1, Arrays.copyOf(arp, 41))).isEqualTo(Outcome.BAD_ARP);
        arp[18] = 5;
        assertThat(decode(1, arp)).isEqualTo(Outcome.BAD_ARP);
    }

    @Test
    void noBytesMakeItThrow() {
        Random random = new Random(4);
        List<byte[]> seeds = List.of(
                talk.udp(true, HELLO),
                talk.aTcp(2, 1, 2, "x"),
                Ethernet.arpReply(Talk.A_MAC, talk.a, Talk.B_MAC, talk.b),
                Talk.frame(true, ip6(41, ip6(4, udp))),
                Talk.frame(
                        true,
                        ip6(
                                47,
                                new Bytes()
                                        .u16(0xB000)
                                        .u16(0x6558)
                                        .u32(0)
                                        .u32(0)
                                        .u32(0)
                                        .raw(talk.udp(true, HELLO))
                                        .toArray())));
        int[] links = {0, 1, 9, 12, 50, 51, 101, 104, 105, 108, 113, 127, 192, 276};
        int decodedOnes = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] packet = seeds.get(random.nextInt(seeds.size())).clone();
            for (int flips = random.nextInt(6); flips > 0; flips--) {
                packet[random.nextInt(packet.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(packet.length + 1) : packet.length;
            int link = random.nextInt(3) == 0 ? links[random.nextInt(links.length)] : 1;
            int more = random.nextInt(3) == 0 ? random.nextInt(70_000) : 0;
            if (decode(link, Arrays.copyOf(packet, length), length + more) == Outcome.DECODED) {
                decodedOnes++;
                assertThat(decoded.payloadBytes()).isBetween(0L, (long) length + more);
                assertThat(decoded.payloadCaptured()).isBetween(0, length);
                assertThat(decoded.ipBytes()).isBetween(0L, (long) length + more);
            }
        }
        assertThat(decodedOnes).isGreaterThan(20_000);
    }

    private void assertTunnel(byte[] packet, String path) {
        assertThat(decode(101, packet)).isEqualTo(Outcome.DECODED);
        assertHello();
        assertThat(decoded.tunnel()).isEqualTo(path);
        assertThat(decoded.ipBytes()).isEqualTo(udp.length);
    }

    private void assertHello() {
        assertThat(decoded.transport()).isEqualTo(Transport.UDP);
        assertThat(decoded.sourcePort()).isEqualTo(40_000);
        assertThat(decoded.destinationPort()).isEqualTo(80);
        assertThat(decoded.payloadBytes()).isEqualTo(5);
        assertThat(Arrays.copyOfRange(decoded.bytes(), decoded.payloadAt(), decoded.payloadAt() + 5))
                .isEqualTo(HELLO);
    }

    private byte[] changed(int at, int value) {
        byte[] packet = udp.clone();
        packet[at] = (byte) value;
        return packet;
    }

    private static byte[] ip6(int protocol, byte[] inner) {
        return new Bytes()
                .u32(0x6000_0000L)
                .u16(inner.length)
                .u8(protocol)
                .u8(64)
                .raw(Ip.address("2001:db8::a").getAddress())
                .raw(Ip.address("2001:db8::b").getAddress())
                .raw(inner)
                .toArray();
    }

    private Outcome decode(int linkType, byte[] packet) {
        return decode(linkType, packet, packet.length);
    }

    private Outcome decode(int linkType, byte[] packet, long original) {
        byte[] array = new byte[packet.length + 3];
        System.arraycopy(packet, 0, array, 3, packet.length);
        RawPacket raw = new RawPacket().data(array, 3, packet.length, original).origin(linkType, 0, 1);
        return decoder.decode(raw, decoded);
    }
}
