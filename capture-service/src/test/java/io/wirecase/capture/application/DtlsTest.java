package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.tls.CertificateBytes;
import io.wirecase.capture.application.tls.HelloBytes;
import io.wirecase.core.fact.TlsCertificates;
import io.wirecase.core.fact.TlsCourse;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.UntrustedText;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DtlsTest {

    private static final byte[] CLIENT = withCookie(
            new HelloBytes(0xFEFD).ciphers(0xC02B).serverName("call.example").clientBody());
    private static final byte[] SERVER = new HelloBytes(0xFEFD).ciphers(0xC02B).serverBody();

    /** A ClientHello of DTLS has a cookie, here empty, behind the session id. */
    private static byte[] withCookie(byte[] body) {
        byte[] with = new byte[body.length + 1];
        int cookie = 2 + 32 + 1 + 4;
        System.arraycopy(body, 0, with, 0, cookie);
        System.arraycopy(body, cookie, with, cookie + 1, body.length - cookie);
        return with;
    }

    private static TlsFacts facts(Talk talk) {
        return Objects.requireNonNull(talk.tracker.facts().tls());
    }

    @Test
    void a_hello_in_one_datagram_is_decoded() {
        Talk talk = Talk.udp(44_443).client(whole(1, 0, CLIENT)).server(whole(2, 0, SERVER));

        assertThat(talk.tracker.application().stack()).containsExactly("DTLS");
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.DECODED);
        assertThat(facts(talk).serverName()).isEqualTo(new UntrustedText("call.example"));
        assertThat(facts(talk).ja4()).startsWith("dd2d0101");
        assertThat(facts(talk).version()).isEqualTo(0xFEFD);
        assertThat(facts(talk).cipher()).isEqualTo(0xC02B);
    }

    @Test
    void fragments_are_put_together_in_any_order_even_when_they_overlap() {
        TlsFacts expected = facts(Talk.udp(44_443).client(whole(1, 0, CLIENT)));
        int half = CLIENT.length / 2;
        Talk talk = Talk.udp(44_443)
                .client(fragment(1, 0, CLIENT, half, CLIENT.length))
                .client(fragment(1, 0, CLIENT, 10, half + 9))
                .client(fragment(1, 0, CLIENT, 0, 20));

        assertThat(facts(talk)).isEqualTo(expected);
    }

    @Test
    void a_hello_that_is_sent_again_with_a_cookie_changes_nothing() {
        Talk talk = Talk.udp(44_443)
                .client(whole(1, 0, CLIENT))
                .server(whole(3, 0, new byte[] {(byte) 0xFE, (byte) 0xFF, 2, 7, 7}))
                .client(whole(1, 1, CLIENT))
                .server(whole(2, 1, SERVER));

        assertThat(facts(talk).serverName()).isEqualTo(new UntrustedText("call.example"));
        assertThat(facts(talk).version()).isEqualTo(0xFEFD);
        assertThat(Objects.requireNonNull(facts(talk).course()).retried()).isTrue();
    }

    @Test
    void certificates_and_alerts_are_read_until_the_keys_change() {
        byte[] chain = CertificateBytes.message(CertificateBytes.SIGNED);
        byte[] body = Arrays.copyOfRange(chain, 4, chain.length);
        Talk talk = Talk.udp(44_443)
                .client(whole(1, 0, CLIENT))
                .server(whole(2, 0, SERVER))
                .server(fragment(11, 1, body, 300, body.length))
                .server(fragment(11, 1, body, 0, 300))
                .client(record(21, 0, new byte[] {1, 90}));
        TlsCertificates shown = Objects.requireNonNull(facts(talk).certificates());

        assertThat(shown.server().getFirst().subject().raw()).isEqualTo("CN=signed.example");
        assertThat(shown.covers()).isFalse();
        assertThat(Objects.requireNonNull(facts(talk).course()).alerts())
                .extracting(TlsCourse.Alert::description)
                .containsExactly(90);
        assertThat(talk.tracker.wantsMore()).isTrue();
        talk.client(record(20, 0, new byte[] {1})).server(record(22, 1, new byte[40]));
        assertThat(talk.tracker.wantsMore()).isFalse();
    }

    @Test
    void dtls_1_3_is_told_by_the_version_its_server_chose() {
        byte[] client = withCookie(
                new HelloBytes(0xFEFD).ciphers(0x1301).versions(0xFEFC, 0xFEFD).clientBody());
        byte[] server = new HelloBytes(0xFEFD)
                .ciphers(0x1301)
                .extension(43, (byte) 0xFE, (byte) 0xFC)
                .serverBody();
        Talk talk = Talk.udp(44_443).client(whole(1, 0, client)).server(whole(2, 0, server));

        assertThat(facts(talk).version()).isEqualTo(0xFEFC);
        assertThat(facts(talk).ja4()).startsWith("dd3i0101");
        assertThat(talk.tracker.wantsMore()).isFalse();
    }

    @Test
    void fragments_without_end_take_no_memory_and_tell_nothing() {
        Talk talk = Talk.udp(44_443).client(whole(1, 0, CLIENT));
        for (int number = 1; number < 60; number++) {
            talk.client(fragment(11, number, new byte[16_000], 15_000, 15_100));
        }

        assertThat(facts(talk).certificates()).isNull();
        assertThat(talk.tracker.wantsMore()).isTrue();
    }

    private static byte[] whole(int type, int number, byte[] body) {
        return fragment(type, number, body, 0, body.length);
    }

    private static byte[] fragment(int type, int number, byte[] body, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(type);
        put24(out, body.length);
        out.write(0);
        out.write(number);
        put24(out, from);
        put24(out, to - from);
        out.write(body, from, to - from);
        return record(22, 0, out.toByteArray());
    }

    private static byte[] record(int type, int epoch, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) type, (byte) 0xFE, (byte) 0xFD, 0, (byte) epoch, 0, 0, 0, 0, 0, 0});
        out.write(content.length >> 8);
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static void put24(ByteArrayOutputStream out, int value) {
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }
}
