package io.wirecase.capture.packet;

import static io.wirecase.capture.packet.Packets.INNER;
import static io.wirecase.capture.packet.Packets.decode;
import static io.wirecase.capture.packet.Packets.hex;
import static io.wirecase.capture.packet.Packets.ip6;
import static io.wirecase.capture.packet.Packets.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.packet.Packets.Decoded;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ipv6ExtensionsTest {

    private static final int RAW = 101;
    private static final byte[] DATAGRAM = Arrays.copyOfRange(INNER, 20, INNER.length);

    @ParameterizedTest(name = "next header {0}: {1}")
    @CsvSource({
        "0,   1100 050200000100",
        "43,  1100 000000000000",
        "43,  1102 0400 00000000 20010DB8000000000000000000000001",
        "44,  1100 0000 00000007",
        "60,  1101 0000000000000000000000000000",
        "51,  1104 0000 00000001 00000002 000000000000000000000000",
        "135, 1100 000000000000",
        "139, 1100 000000000000",
        "140, 1100 000000000000",
        "0,   3C00 010400000000 1100 010400000000",
    })
    void extensionHeadersAreSkippedByTheirLengths(int next, String headers) {
        Decoded decoded = decode(RAW, ip6(next, join(hex(headers), DATAGRAM)));

        assertThat(decoded.hello()).isTrue();
        assertThat(decoded.packet().fragmented()).isFalse();
    }

    @Test
    void aJumbogramIsRefused() {
        byte[] packet = ip6(0, join(hex("1100 C204 00010000"), DATAGRAM));
        packet[4] = 0;
        packet[5] = 0;

        assertThat(decode(RAW, packet).outcome()).isEqualTo(Outcome.IPV6_JUMBOGRAM);
    }

    @Test
    void nothingNextIsAPacketOfItsOwnProtocol() {
        Decoded decoded = decode(RAW, ip6(59, new byte[0]));

        assertThat(decoded.outcome()).isEqualTo(Outcome.DECODED);
        assertThat(decoded.packet().ipProtocol()).isEqualTo(59);
        assertThat(decoded.packet().payloadBytes()).isZero();
    }

    @Test
    void extensionsThatRunPastThePacketOrNeverEndAreRefused() {
        assertThat(decode(RAW, ip6(0, hex("11FF 000000000000"))).outcome()).isEqualTo(Outcome.BAD_IPV6_EXTENSION);
        assertThat(decode(RAW, ip6(0, hex("1100"))).outcome()).isEqualTo(Outcome.BAD_IPV6_EXTENSION);
        byte[] endless = hex("3C00 010400000000".repeat(17));
        assertThat(decode(RAW, ip6(60, endless)).outcome()).isEqualTo(Outcome.BAD_IPV6_EXTENSION);
        byte[] cut = Arrays.copyOf(ip6(0, join(hex("1102"), new byte[60])), 50);
        assertThat(decode(RAW, cut, 102).outcome()).isEqualTo(Outcome.CUT_BY_CAPTURE);
    }

    @Test
    void fragmentsTellTheirPlace() {
        Decoded first = decode(RAW, ip6(44, join(hex("1100 0001 00000007"), Arrays.copyOf(DATAGRAM, 8))));
        assertThat(first.packet().fragmented()).isTrue();
        assertThat(first.packet().moreFragments()).isTrue();
        assertThat(first.packet().fragmentOffset()).isZero();
        assertThat(first.ports()).isEqualTo("40000>80");

        Decoded last = decode(RAW, ip6(44, join(hex("1100 0008 00000007"), new byte[5])));
        assertThat(last.packet().laterFragment()).isTrue();
        assertThat(last.packet().moreFragments()).isFalse();
        assertThat(last.packet().fragmentOffset()).isEqualTo(8);
        assertThat(last.packet().fragmentId()).isEqualTo(7);
        assertThat(last.packet().sourcePort()).isEqualTo(-1);
    }
}
