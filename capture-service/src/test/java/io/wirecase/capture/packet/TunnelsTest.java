package io.wirecase.capture.packet;

import static io.wirecase.capture.packet.Packets.INNER;
import static io.wirecase.capture.packet.Packets.INNER_FRAME;
import static io.wirecase.capture.packet.Packets.decode;
import static io.wirecase.capture.packet.Packets.hex;
import static io.wirecase.capture.packet.Packets.ip4;
import static io.wirecase.capture.packet.Packets.ip6;
import static io.wirecase.capture.packet.Packets.join;
import static io.wirecase.capture.packet.Packets.udp;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.packet.Packets.Decoded;
import io.wirecase.core.net.Transport;
import io.wirecase.scenarios.packet.Bytes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TunnelsTest {

    private static final int RAW = 101;

    @ParameterizedTest(name = "IP protocol {0}, {1}: {3}")
    @CsvSource({
        "4,  '',                         ip,    ipip",
        "41, '',                         ip6,   6in4",
        "47, 00000800,                   ip,    gre",
        "47, 000086dd,                   ip6,   gre",
        "47, B000080012340000 00000007 00000001, ip, gre",
        "47, 20006558 00123400,          frame, gre",
        "47, 00008847 00001140,          ip,    gre/mpls",
        "47, 3081880B 00200001 00000001 00000002 FF030021, ip, pptp",
        "47, 2001880B 00200001 21,       ip,    pptp",
        "47, 000088BE,                   frame, erspan",
        "47, 100088BE 00000001 10010064 00000000, frame, erspan",
        "47, 100022EB 00000001 20010064 00000000 00000000, frame, erspan",
        "47, 100022EB 00000001 20010064 00000000 00000001 0000000000000000, frame, erspan",
        "97, 3000,                       frame, etherip",
        "137, 00064000 00065140,         ip,    mpls",
    })
    void whatIpCarriesIsFollowed(int protocol, String header, String kind, String path) {
        assertFollowed(ip4(protocol, join(hex(header), inner(kind))), path);
    }

    @ParameterizedTest(name = "UDP to {0}, {1}: {3}")
    @CsvSource({
        "4789, 0800000000006400,         frame, vxlan",
        "4789, 8800001200006400,         frame, vxlan",
        "8472, 0800000000006400,         frame, vxlan",
        "4790, 0C00000100006400,         ip,    vxlan-gpe",
        "4790, 0C00000200006400,         ip6,   vxlan-gpe",
        "4790, 0C00000300006400,         frame, vxlan-gpe",
        "6081, 0000655800006400,         frame, geneve",
        "6081, 0240080000006400 01020001DEADBEEF, ip, geneve",
        "2152, 30FF002100000001,         ip,    gtp",
        "2152, 34FF002900000001 00000085 01100900, ip, gtp",
        "1701, 0002 0001 0002 FF03 0021, ip,    l2tp",
        "1701, 4A02 0030 0001 0002 0000 0000 0002 0000 0021, ip, l2tp",
        "4754, 00000800,                 ip,    gre",
        "6635, 00001140,                 ip,    mpls",
        "3544, '',                       teredo, teredo",
        "3544, 0000 0000 0000 0000,      teredo, teredo",
        "3544, 0001 0000 0102030405060708 00 0000 0000 0000 0000, teredo, teredo",
    })
    void whatUdpCarriesIsFollowed(int port, String header, String kind, String path) {
        assertFollowed(udp(50_000, port, join(hex(header), inner(kind))), path);
    }

    @Test
    void tunnelsInTunnelsNameTheirPathAndEndAtTheFourth() {
        byte[] packet = INNER;
        for (int i = 0; i < 4; i++) {
            packet = ip4(4, packet);
        }
        assertFollowed(packet, "ipip/ipip/ipip/ipip");

        Decoded fifth = decode(RAW, ip4(4, packet));
        assertThat(fifth.outcome()).isEqualTo(Outcome.DECODED);
        assertThat(fifth.packet().tunnel()).isEqualTo("ipip/ipip/ipip/ipip");
        assertThat(fifth.packet().ipProtocol()).isEqualTo(4);
    }

    @Test
    void anInnerPacketThatCannotBeReadBelongsToTheInnermostTunnelThatCan() {
        Decoded broken = decode(RAW, ip4(4, ip6(47, join(hex("00000800"), new byte[30]))));

        assertThat(broken.outcome()).isEqualTo(Outcome.DECODED);
        assertThat(broken.packet().transport()).isEqualTo(Transport.GRE);
        assertThat(broken.packet().source()).hasToString("2001:db8::a");
        assertThat(broken.packet().tunnel()).isEqualTo("ipip");
    }

    @ParameterizedTest(name = "UDP to {0}: {1}")
    @CsvSource({
        "4789, 0000000000006400",
        "4789, 0800000000006401",
        "4790, 0C00000400006400",
        "6081, 8000655800006400",
        "2152, 32FE002100000001",
        "1701, C802 0014 0001 0002 0000 0000 80080000",
        "3544, 600000000000",
    })
    void aDatagramToATunnelsPortThatIsNoneIsItsOwnFlow(int port, String header) {
        Decoded plain = decode(RAW, udp(50_000, port, join(hex(header), INNER_FRAME)));

        assertThat(plain.outcome()).isEqualTo(Outcome.DECODED);
        assertThat(plain.packet().tunnel()).isNull();
        assertThat(plain.ports()).isEqualTo("50000>" + port);
    }

    @Test
    void aTeredoBubbleStaysWithTheTunnel() {
        byte[] bubble = teredo(59, new byte[0]);

        assertThat(decode(RAW, udp(50_000, 3_544, bubble)).packet().tunnel()).isNull();
    }

    @Test
    void aMirroredFrameThatTheSwitchCutIsLikeOneThatTheCaptureCut() {
        byte[] cut = Arrays.copyOf(INNER_FRAME, 14 + 20 + 8 + 2);

        Decoded marked = decode(RAW, ip4(47, join(hex("100088BE 00000001 10010464 00000000"), cut)));
        assertThat(marked.packet().tunnel()).isEqualTo("erspan");
        assertThat(marked.packet().payloadBytes()).isEqualTo(5);
        assertThat(marked.packet().payloadCaptured()).isEqualTo(2);

        Decoded unmarked = decode(RAW, ip4(47, join(hex("100088BE 00000001 10010064 00000000"), cut)));
        assertThat(unmarked.packet().tunnel()).isNull();
    }

    @Test
    void aPseudowireIsFollowedBehindItsControlWordAlone() {
        byte[] labels = hex("02020202 0202 020202020202 8847 00064140");

        Decoded wire = decode(1, join(join(labels, hex("00000000")), INNER_FRAME));
        assertThat(wire.hello()).isTrue();
        assertThat(wire.packet().tunnel()).isEqualTo("pseudowire");

        assertThat(decode(1, join(join(labels, hex("10000000")), INNER_FRAME)).outcome())
                .isEqualTo(Outcome.NOT_IP);
        assertThat(decode(1, join(labels, INNER_FRAME)).outcome()).isEqualTo(Outcome.NOT_IP);
    }

    private static void assertFollowed(byte[] packet, String path) {
        Decoded decoded = decode(RAW, packet);
        assertThat(decoded.packet().tunnel()).isEqualTo(path);
        assertThat(decoded.hello()).isTrue();
        assertThat(decoded.ports()).isEqualTo("40000>80");
    }

    private static byte[] inner(String kind) {
        byte[] datagram = Arrays.copyOfRange(INNER, 20, INNER.length);
        return switch (kind) {
            case "ip" -> INNER;
            case "ip6" -> ip6(17, datagram);
            case "frame" -> INNER_FRAME;
            case "teredo" -> teredo(17, datagram);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static byte[] teredo(int next, byte[] payload) {
        return new Bytes()
                .u32(0x6000_0000L)
                .u16(payload.length)
                .u8(next)
                .u8(64)
                .raw(hex("20010000 C0000201 0000 F227 3FFFFDFE"))
                .raw(hex("20010DB8 00000000 00000000 00000001"))
                .raw(payload)
                .toArray();
    }
}
