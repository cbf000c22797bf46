package io.wirecase.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.50.71,192.168.50.71",
        "255.255.255.255,255.255.255.255",
        "2001:DB8:0:0:0:0:0:1,2001:db8::1",
        "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1,2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
        "::,::",
        "::1,::1",
        "1::,1::",
        "::ffff:1.2.3.4,::ffff:1.2.3.4"
    })
    void textFollowsRfc5952(String given, String expected) {
        assertThat(IpAddress.of(given)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "a.b.c.d",
                "1.2.3.4 ",
                "::1::",
                "12345::",
                "fe80::1%eth0",
                "localhost",
                "+1.2.3.4",
                "1..2.3"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(IpAddress.parse(text)).isEmpty();
    }

    @Test
    void everyAddressSurvivesItsTextAndItsBytes() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            long mask = -1L << 16 * random.nextInt(4);
            IpAddress v6 = IpAddress.v6(random.nextLong() & mask, random.nextLong() & ~mask);
            IpAddress v4 = IpAddress.v4(random.nextInt());
            assertThat(IpAddress.of(v6.toString())).isEqualTo(v6);
            assertThat(IpAddress.of(v6.bytes())).isEqualTo(v6);
            assertThat(IpAddress.of(v4.toString())).isEqualTo(v4);
            assertThat(IpAddress.of(v4.bytes())).isEqualTo(v4);
        }
    }

    @Test
    void aMappedAddressIsNotItsIpv4Twin() {
        assertThat(IpAddress.of("::ffff:1.2.3.4")).isNotEqualTo(IpAddress.of("1.2.3.4"));
    }

    @Test
    void groupsAreTold() {
        assertThat(IpAddress.of("224.0.0.251").multicast()).isTrue();
        assertThat(IpAddress.of("ff02::fb").multicast()).isTrue();
        assertThat(IpAddress.of("223.255.255.255").multicast()).isFalse();
        assertThat(IpAddress.of("169.254.1.1").linkLocal()).isTrue();
        assertThat(IpAddress.of("fe80::1").linkLocal()).isTrue();
        assertThat(IpAddress.of("fec0::1").linkLocal()).isFalse();
        assertThat(IpAddress.of("255.255.255.255").broadcast()).isTrue();
        assertThat(IpAddress.of("127.9.9.9").loopback()).isTrue();
    }

    @Test
    void addressesOfOddLengthAreRefused() {
        assertThatThrownBy(() -> IpAddress.of(new byte[5])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hostileTextIsShownWithoutItsTricks() {
        UntrustedText text = new UntrustedText("a\u001b[31m\u202eb\r\n\u200bc<script>\u009b");

        assertThat(text.toString()).isEqualTo("a\\u001b[31m\\u202eb\\u000d\\u000a\\u200bc<script>\\u009b");
        assertThat(text.visible(5)).hasSizeLessThanOrEqualTo(5).endsWith("…");
        assertThat(new UntrustedText("x".repeat(5000)).raw()).hasSize(UntrustedText.MAX_LENGTH);
    }
}
