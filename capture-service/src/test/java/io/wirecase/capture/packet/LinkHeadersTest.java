package io.wirecase.capture.packet;

import static io.wirecase.capture.packet.Packets.INNER;
import static io.wirecase.capture.packet.Packets.INNER_FRAME;
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

class LinkHeadersTest {

    private static final String MACS = "020000000001 020000000002 ";

    @ParameterizedTest(name = "link type {0}: {1}")
    @CsvSource({
        "0,   02000000",
        "0,   00000002",
        "108, 00000002",
        "9,   FF030021",
        "9,   0021",
        "9,   21",
        "9,   FF030281 00064140",
        "50,  FF030021",
        "51,  110000010023 0021",
        "204, 01 FF030021",
        "12,  ''",
        "14,  ''",
        "101, ''",
        "228, ''",
        "104, 0F000800",
        "113, 0000000100060200000000000A000800",
        "117, 19020100 000000000000000000000000 000000000000000000000000",
        "219, 00064040 00065140",
        "276, 080000000000000100010006020000000000000A",
    })
    void everyLinkHeaderLeadsToThePacket(int linkType, String header) {
        assertThat(decode(linkType, join(hex(header), INNER)).hello()).isTrue();
    }

    @ParameterizedTest(name = "Ethernet: {0}")
    @CsvSource({
        "0800",
        "8100 0064 0800",
        "88A8 0064 8100 0065 0800",
        "9100 0064 8100 0065 0800",
        "8847 00064140",
        "8847 00064040 00065140",
        "8864 110000010023 0021",
        "8100 0064 8864 110000010023 0021",
        "0029 AAAA03 000000 0800",
        "0029 AAAA03 0000F8 0800",
        "0024 060603",
    })
    void everyWayToPutIpIntoAFrameIsFollowed(String header) {
        assertThat(decode(1, join(hex(MACS + header), INNER)).hello()).isTrue();
    }

    @ParameterizedTest(name = "Ethernet: {0}")
    @CsvSource({
        "0029 AAAA03 00000C 0800",
        "0026 424203 0000000000",
        "88CC 0207040000",
        "88E5 0000000000000000",
        "0029 060600 0000000000",
    })
    void whatIsNoIpIsNotTakenForIt(String header) {
        assertThat(decode(1, join(hex(MACS + header), INNER)).outcome()).isEqualTo(Outcome.NOT_IP);
    }

    @Test
    void everyFamilyOfIpv6IsKnownInEitherByteOrder() {
        byte[] six = ip6(17, Arrays.copyOfRange(INNER, 20, INNER.length));
        for (String family : new String[] {"0A000000", "17000000", "18000000", "1C000000", "1E000000", "0000001E"}) {
            assertThat(decode(0, join(hex(family), six)).hello()).as(family).isTrue();
        }
        assertThat(decode(0, join(hex("002F006C"), six)).outcome()).isEqualTo(Outcome.NOT_IP);
    }

    @Test
    void rawIpv6HasALinkTypeToo() {
        assertThat(decode(229, ip6(17, Arrays.copyOfRange(INNER, 20, INNER.length)))
                        .hello())
                .isTrue();
    }

    @Test
    void aHeaderThatTheCaptureCutIsToldFromOneThatNeverWas() {
        assertThat(decode(1, Arrays.copyOf(INNER_FRAME, 10), 60).outcome()).isEqualTo(Outcome.CUT_BY_CAPTURE);
        assertThat(decode(1, Arrays.copyOf(INNER_FRAME, 10)).outcome()).isEqualTo(Outcome.BAD_LINK_HEADER);
        assertThat(decode(1, Arrays.copyOf(INNER_FRAME, 30), 60).outcome()).isEqualTo(Outcome.CUT_BY_CAPTURE);
        assertThat(decode(1, Arrays.copyOf(INNER_FRAME, 30)).outcome()).isEqualTo(Outcome.BAD_IP_HEADER);
        assertThat(decode(51, join(hex("110900010023"), INNER)).outcome()).isEqualTo(Outcome.BAD_LINK_HEADER);
        assertThat(decode(117, hex("3D020100"), 100).outcome()).isEqualTo(Outcome.CUT_BY_CAPTURE);
    }

    @Test
    void fiveVlanTagsAreOneTooMany() {
        byte[] tags = hex(MACS + "8100 0001 8100 0002 8100 0003 8100 0004 8100 0005 0800");

        assertThat(decode(1, join(tags, INNER)).outcome()).isEqualTo(Outcome.BAD_LINK_HEADER);
    }

    @Test
    void aPacketLongerThanItsFrameIsRefused() {
        byte[] packet = INNER.clone();
        packet[3]++;

        Decoded longer = decode(101, packet);
        assertThat(longer.outcome()).isEqualTo(Outcome.IP_LONGER_THAN_FRAME);
        assertThat(decode(101, packet, packet.length + 1).outcome()).isEqualTo(Outcome.DECODED);
    }
}
