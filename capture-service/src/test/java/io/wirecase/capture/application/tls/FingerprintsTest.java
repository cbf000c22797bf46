package io.wirecase.capture.application.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.stream.ByteReader;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    /** The hello that the JA4 specification works through, in another order and with GREASE as browsers send it. */
    private static final HelloBytes BROWSER = new HelloBytes(0x0303)
            .ciphers(0x2A2A, 0x1301, 0x1302, 0x1303, 0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8)
            .ciphers(0xC013, 0xC014, 0x009C, 0x009D, 0x002F, 0x0035)
            .extension(0x8A8A)
            .extension(0x001B, (byte) 2, (byte) 0, (byte) 2)
            .serverName("example.com")
            .numbers(0x0033)
            .alpn("h2", "http/1.1")
            .extension(0x4469)
            .extension(0x0017)
            .extension(0x002D)
            .numbers(0x000D, 0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601)
            .extension(0x0005)
            .extension(0x0023)
            .extension(0x0012)
            .versions(0x6A6A, 0x0304, 0x0303)
            .extension(0xFF01, (byte) 0)
            .extension(0x000B, (byte) 1, (byte) 0)
            .numbers(0x000A, 0x4A4A, 0x001D, 0x0017, 0x0018)
            .extension(0x1A1A, (byte) 0)
            .extension(0x0015, new byte[50]);

    private static ClientHello read(byte[] body) {
        return ClientHello.read(new ByteReader(body, 0, body.length), body.length, false);
    }

    private static String ja4(ClientHello hello) {
        return Fingerprints.ja4(hello, Fingerprints.TCP);
    }

    @Test
    void ja4_of_the_specifications_example_is_the_specifications() {
        assertThat(ja4(read(BROWSER.clientBody()))).isEqualTo("t13d1516h2_8daaf6152771_e5627efa2ab1");
    }

    @Test
    void ja4_names_the_transport() {
        assertThat(Fingerprints.ja4(read(BROWSER.clientBody()), Fingerprints.QUIC))
                .startsWith("q13d1516h2_");
    }

    @Test
    void ja3_of_the_published_examples_is_as_published() {
        byte[] first = new HelloBytes(769)
                .ciphers(47, 53, 5, 10, 49161, 49162, 49171, 49172, 50, 56, 19, 4)
                .serverName("a")
                .numbers(10, 23, 24, 25)
                .extension(11, (byte) 1, (byte) 0)
                .clientBody();
        byte[] second = new HelloBytes(769)
                .ciphers(4, 5, 10, 9, 100, 98, 3, 6, 19, 18, 99)
                .clientBody();

        assertThat(Fingerprints.ja3(read(first))).isEqualTo("ada70206e40642a3e4461f35503241d5");
        assertThat(Fingerprints.ja3(read(second))).isEqualTo("de350869b8c85de67a350c8d186f11e6");
    }

    @Test
    void ja3s_of_the_published_example_is_as_published() {
        byte[] body = new HelloBytes(769)
                .ciphers(47)
                .extension(65281)
                .extension(0)
                .extension(11)
                .extension(35)
                .extension(5)
                .extension(16)
                .serverBody();
        ServerHello hello = java.util.Objects.requireNonNull(ServerHello.read(new ByteReader(body, 0, body.length)));

        assertThat(Fingerprints.ja3s(hello)).isEqualTo("836ce314215654b5b1f85f97c73e506f");
    }

    @Test
    void ja3_leaves_grease_out() {
        byte[] plain = new HelloBytes(0x0303).ciphers(0x1301).numbers(10, 23).clientBody();
        byte[] greased = new HelloBytes(0x0303)
                .ciphers(0xFAFA, 0x1301)
                .extension(0x0A0A)
                .numbers(10, 0x3A3A, 23)
                .clientBody();

        assertThat(Fingerprints.ja3(read(greased))).isEqualTo(Fingerprints.ja3(read(plain)));
    }

    @Test
    void a_hello_without_name_protocols_or_extensions_says_so() {
        assertThat(ja4(read(new HelloBytes(0x0301).ciphers(0x002F).clientBody())))
                .startsWith("t10i010000_")
                .endsWith("_000000000000");
        assertThat(ja4(read(new HelloBytes(0x0303).clientBody()))).isEqualTo("t12i000000_000000000000_000000000000");
    }

    @Test
    void a_protocol_name_that_is_no_text_is_shown_in_hex() {
        byte[] body =
                new HelloBytes(0x0303).ciphers(0x002F).alpn("\u00abx\u00cd").clientBody();

        assertThat(ja4(read(body))).startsWith("t12i0101ad_");
    }

    @Test
    void only_values_of_two_equal_bytes_that_end_in_a_are_grease() {
        assertThat(Grease.is(0x0A0A)).isTrue();
        assertThat(Grease.is(0xFAFA)).isTrue();
        assertThat(Grease.is(0x0A1A)).isFalse();
        assertThat(Grease.is(0x1301)).isFalse();
        assertThat(Grease.is(0)).isFalse();
    }

    @Test
    void a_hello_cut_anywhere_is_read_as_far_as_it_goes() {
        byte[] whole = BROWSER.clientBody();
        assertThat(read(whole).whole()).isTrue();
        for (int length = 0; length < whole.length; length++) {
            ClientHello cut = ClientHello.read(new ByteReader(whole, 0, length), whole.length, false);
            assertThat(cut.ciphers().length).isLessThanOrEqualTo(16);
            assertThat(cut.whole()).as("cut after %s", length).isFalse();
        }
    }
}
