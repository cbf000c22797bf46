package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.tls.HelloBytes;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TlsTest {

    private static final byte[] CLIENT = new HelloBytes(0x0303)
            .ciphers(0x1301, 0xC02F)
            .serverName("www.example.com")
            .alpn("h2", "http/1.1")
            .versions(0x0304, 0x0303)
            .client();
    private static final byte[] SERVER = new HelloBytes(0x0303)
            .ciphers(0x1301)
            .extension(43, (byte) 3, (byte) 4)
            .server();

    private static TlsFacts facts(Talk talk) {
        return Objects.requireNonNull(talk.tracker.facts().tls());
    }

    private static byte[] in(byte[] hello) {
        return HelloBytes.records(hello, 16_000);
    }

    @Test
    void both_hellos_are_read() {
        Talk talk = Talk.tcp(443).client(in(CLIENT)).server(in(SERVER));

        assertThat(talk.name()).isEqualTo("TLS");
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.DECODED);
        TlsFacts facts = facts(talk);
        assertThat(facts.clientVersion()).isEqualTo(0x0303);
        assertThat(facts.version()).isEqualTo(0x0304);
        assertThat(facts.cipher()).isEqualTo(0x1301);
        assertThat(facts.serverName()).isEqualTo(new UntrustedText("www.example.com"));
        assertThat(facts.alpn()).extracting(UntrustedText::raw).containsExactly("h2", "http/1.1");
        assertThat(facts.chosenAlpn()).isNull();
        assertThat(facts.ja4()).startsWith("t13d0203h2_");
        assertThat(facts.ja3()).hasSize(32);
        assertThat(facts.encryptedClientHello()).isFalse();
        assertThat(talk.tracker.wantsMore()).isFalse();
    }

    @Test
    void what_an_older_server_chose_is_read_from_its_own_fields() {
        byte[] server = new HelloBytes(0x0302).ciphers(0x0035).alpn("http/1.1").server();
        TlsFacts facts = facts(Talk.tcp(443).client(in(CLIENT)).server(in(server)));

        assertThat(facts.version()).isEqualTo(0x0302);
        assertThat(facts.cipher()).isEqualTo(0x0035);
        assertThat(facts.chosenAlpn()).isEqualTo(new UntrustedText("http/1.1"));
    }

    @Test
    void hellos_spread_over_records_and_packets_are_read_the_same() {
        TlsFacts whole = facts(Talk.tcp(443).client(in(CLIENT)).server(in(SERVER)));
        for (int record = 7; record < 60; record += 13) {
            for (int packet = 1; packet < 90; packet += 11) {
                Talk talk = Talk.tcp(8443);
                byte[] client = HelloBytes.records(CLIENT, record);
                for (int from = 0; from < client.length; from += packet) {
                    talk.client(Arrays.copyOfRange(client, from, Math.min(client.length, from + packet)));
                }
                talk.server(HelloBytes.records(SERVER, record));
                assertThat(facts(talk))
                        .as("records of %s, packets of %s", record, packet)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void a_hello_of_which_only_the_start_was_captured_still_tells_its_name() {
        byte[] padded = new HelloBytes(0x0303)
                .ciphers(0x1301)
                .serverName("www.example.com")
                .extension(21, new byte[1500])
                .client();
        Talk talk = Talk.tcp(443).client(Arrays.copyOf(in(padded), 600));

        assertThat(facts(talk).serverName()).isEqualTo(new UntrustedText("www.example.com"));
        assertThat(facts(talk).ja3()).isNull();
        assertThat(talk.name()).isEqualTo("TLS");

        talk.client(Arrays.copyOfRange(in(padded), 600, in(padded).length));
        assertThat(facts(talk).ja3()).isNotNull();
    }

    @Test
    void the_sides_are_told_by_the_hellos_not_by_who_came_first() {
        Talk talk = new Talk(Transport.TCP, 443, 50_000).client(in(SERVER)).server(in(CLIENT));

        assertThat(facts(talk).serverName()).isEqualTo(new UntrustedText("www.example.com"));
        assertThat(facts(talk).version()).isEqualTo(0x0304);
    }

    @Test
    void an_encrypted_hello_is_a_cover() {
        byte[] hello = new HelloBytes(0x0303)
                .ciphers(0x1301)
                .serverName("cover.example")
                .extension(0xFE0D, new byte[20])
                .client();

        assertThat(facts(Talk.tcp(443).client(in(hello))).encryptedClientHello())
                .isTrue();
    }

    @Test
    void an_ssl_2_hello_tells_its_version_only() {
        byte[] hello = {
            (byte) 0x80,
            0x1C,
            1,
            3,
            1,
            0,
            3,
            0,
            0,
            0,
            0x10,
            0,
            0,
            0x2F,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            14,
            15,
            16
        };
        Talk talk = Talk.tcp(443).client(hello);

        assertThat(talk.name()).isEqualTo("TLS");
        assertThat(facts(talk).clientVersion()).isEqualTo(0x0301);
        assertThat(facts(talk).ja3()).isNull();
    }

    @Test
    void tls_inside_a_proxy_tunnel_is_read_and_both_are_named() {
        Talk talk = Talk.tcp(80)
                .client("CONNECT www.example.com:443 HTTP/1.1\r\nHost: www.example.com:443\r\n\r\n")
                .server("HTTP/1.1 200 OK\r\n\r\n")
                .client(in(CLIENT))
                .server(in(SERVER));

        assertThat(talk.tracker.application().stack()).containsExactly("HTTP_Connect", "TLS");
        assertThat(facts(talk).serverName()).isEqualTo(new UntrustedText("www.example.com"));
        assertThat(talk.exchanges()).hasSize(1);
    }

    @Test
    void a_tunnel_seen_from_one_side_only_is_one() {
        Talk talk = Talk.tcp(3128).client("CONNECT a:443 HTTP/1.1\r\n\r\n").client(in(CLIENT));

        assertThat(talk.tracker.application().stack()).containsExactly("HTTP_Connect", "TLS");
    }

    @Test
    void mail_that_goes_over_to_tls_is_the_secured_protocol() {
        Talk talk = Talk.tcp(587)
                .server("220 mx.example ESMTP\r\n")
                .client("EHLO me\r\n")
                .server("250-mx.example\r\n250 STARTTLS\r\n")
                .client("STARTTLS\r\n")
                .server("220 go\r\n")
                .client(in(CLIENT))
                .server(in(SERVER));

        assertThat(talk.name()).isEqualTo("SMTPS");
        assertThat(facts(talk).cipher()).isEqualTo(0x1301);
        assertThat(Talk.tcp(993).client(in(CLIENT)).name()).isEqualTo("IMAPS");
    }

    @Test
    void missing_bytes_end_the_reading_of_one_side_only() {
        Talk talk = Talk.tcp(443)
                .client(Arrays.copyOf(in(CLIENT), 90))
                .gap(Party.ORIGINATOR, 40)
                .client(new byte[] {1, 2, 3})
                .server(in(SERVER));

        assertThat(facts(talk).version()).isEqualTo(0x0304);
        assertThat(facts(talk).ja4()).isNull();
    }
}
