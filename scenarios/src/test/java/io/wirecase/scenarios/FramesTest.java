package io.wirecase.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.fixture.Settings;
import io.wirecase.scenarios.packet.Checksum;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.TcpSegment;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FramesTest {
    @Test
    void theChecksumIsThatOfRfc1071sOwnExample() {
        byte[] words = {0x00, 0x01, (byte) 0xf2, 0x03, (byte) 0xf4, (byte) 0xf5, (byte) 0xf6, (byte) 0xf7};

        assertThat(Checksum.of(words)).isEqualTo(~0xddf2 & 0xffff);
    }

    @Test
    void everyChecksumOfAnOfficeDayIsRight() throws IOException {
        assertThat(Captured.fixture("OfficeDay", Settings.DEFAULT).stream().filter(Captured::ip4))
                .isNotEmpty()
                .allSatisfy(packet -> {
                    byte[] ip = packet.ipPacket();
                    assertThat(sum(Arrays.copyOf(ip, 20))).isZero();
                    byte[] payload = Arrays.copyOfRange(ip, 20, ip.length);
                    assertThat(packet.u8(23) == 1 ? sum(payload) : sum(pseudo(ip), payload))
                            .isZero();
                });
    }

    @Test
    void anIpv6SegmentSumsToZeroOverItsPseudoHeader() {
        Ip.Path path = new Ip.Path(Ip.address("2001:db8::1"), Ip.address("2001:db8::2"), 64, 0x12345);
        byte[] packet = Ip.tcp(
                path, new TcpSegment(1024, 80, TcpSegment.SYN).numbers(7, 0).payload(new byte[3]));
        byte[] pseudo = new byte[40];
        System.arraycopy(packet, 8, pseudo, 0, 32);
        pseudo[35] = 23;
        pseudo[39] = 6;

        assertThat(packet).hasSize(63);
        assertThat(sum(pseudo, Arrays.copyOfRange(packet, 40, 63))).isZero();
    }

    @Test
    void noFrameIsShorterThanEthernetAllows() throws IOException {
        assertThat(Captured.fixture("B1", Settings.DEFAULT))
                .allSatisfy(packet -> assertThat(packet.frame().length).isGreaterThanOrEqualTo(60));
    }

    private static byte[] pseudo(byte[] ip) {
        byte[] header = new byte[12];
        System.arraycopy(ip, 12, header, 0, 8);
        header[9] = ip[9];
        header[10] = (byte) (ip.length - 20 >> 8);
        header[11] = (byte) (ip.length - 20);
        return header;
    }

    /** A sum of its own: the one under test must not judge itself. */
    private static int sum(byte[]... parts) {
        long sum = 0;
        for (byte[] part : parts) {
            for (int i = 0; i < part.length; i++) {
                sum += (long) (part[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
            }
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return (int) (sum ^ 0xffff);
    }
}
