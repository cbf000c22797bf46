package io.wirecase.capture.application;

import static io.wirecase.capture.application.tls.CertificateBytes.AUTHORITY;
import static io.wirecase.capture.application.tls.CertificateBytes.SELF_SIGNED;
import static io.wirecase.capture.application.tls.CertificateBytes.SIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.tls.CertificateBytes;
import io.wirecase.capture.application.tls.HelloBytes;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsCertificates;
import io.wirecase.core.fact.TlsClient;
import io.wirecase.core.fact.TlsCourse;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a handshake shows behind the hellos. */
class TlsHandshakeTest {

    private static final byte[] CHANGE_KEYS = {20, 3, 3, 0, 1, 1};
    private static final byte[] DONE = CertificateBytes.handshake(14);

    private static byte[] client(String name) {
        return in(new HelloBytes(0x0303)
                .ciphers(0xC02F)
                .serverName(name)
                .extension(15, (byte) 1)
                .client());
    }

    private static byte[] server() {
        return in(new HelloBytes(0x0303).ciphers(0xC02F).extension(15, (byte) 1).server());
    }

    private static byte[] in(byte[] message) {
        return HelloBytes.records(message, 1000);
    }

    private static TlsFacts facts(Talk talk) {
        return Objects.requireNonNull(talk.tracker.facts().tls());
    }

    private static TlsCertificates shown(Talk talk) {
        return Objects.requireNonNull(facts(talk).certificates());
    }

    private static TlsCourse course(Talk talk) {
        return Objects.requireNonNull(facts(talk).course());
    }

    @Test
    void a_certificate_is_read_from_the_handshake() {
        Talk talk = Talk.tcp(443)
                .client(client("www.example.com"))
                .server(server())
                .server(in(CertificateBytes.message(SELF_SIGNED)))
                .server(in(DONE));

        TlsCertificate own = shown(talk).server().getFirst();
        assertThat(own.subject().raw()).isEqualTo("CN=www.example.com,O=Example,C=XX");
        assertThat(own.issuer()).isEqualTo(own.subject());
        assertThat(own.selfIssued()).isTrue();
        assertThat(own.names())
                .extracting(UntrustedText::raw)
                .containsExactly("www.example.com", "*.shop.example", "203.0.113.5", "2001:db8::5");
        assertThat(own.notBeforeSeconds()).isEqualTo(1_795_330_235L);
        assertThat(own.notAfterSeconds() - own.notBeforeSeconds()).isEqualTo(90L * 86_400);
        assertThat(own.serial()).isEqualTo("123456789abcdef");
        assertThat(own.keyAlgorithm()).isEqualTo("EC");
        assertThat(own.keyBits()).isEqualTo(256);
        assertThat(own.signatureAlgorithm()).isEqualTo("SHA256withECDSA");
        assertThat(own.sha256()).isEqualTo("2d487b1e44b671f8ba52438a33aa208826b1a517d8c4092eca8ad8f81a2ec67f");
        assertThat(own.sha1()).isEqualTo("2855dcbe28eac21c500a645ddb2bbd2eff6b2db1");
        assertThat(shown(talk).covers()).isTrue();
        assertThat(facts(talk).ja3s()).hasSize(32);
    }

    @Test
    void a_chain_is_read_the_same_from_any_packets_and_keeps_names_of_the_first_only() {
        byte[] chain = HelloBytes.records(CertificateBytes.message(SIGNED, AUTHORITY), 400);
        for (int size = 1; size < 700; size += 97) {
            Talk talk = Talk.tcp(443).client(client("other.example")).server(server());
            for (int from = 0; from < chain.length; from += size) {
                talk.server(Arrays.copyOfRange(chain, from, Math.min(chain.length, from + size)));
            }
            TlsCertificates shown = shown(talk);
            assertThat(shown.server()).hasSize(2);
            assertThat(shown.server().getFirst().names()).containsExactly(new UntrustedText("signed.example"));
            TlsCertificate authority = shown.server().getLast();
            assertThat(authority.subject().raw()).isEqualTo("CN=Authority,O=Test Authority");
            assertThat(authority.keyBits()).isEqualTo(2048);
            assertThat(authority.notAfterSeconds()).isEqualTo(2_832_130_236L);
            assertThat(shown.covers()).isFalse();
        }
    }

    @Test
    void a_wildcard_stands_for_one_label() {
        assertThat(covers("a.shop.example")).isTrue();
        assertThat(covers("A.SHOP.example")).isTrue();
        assertThat(covers("a.b.shop.example")).isFalse();
        assertThat(covers("shop.example")).isFalse();
        assertThat(covers("xshop.example")).isFalse();
        assertThat(covers("203.0.113.5")).isTrue();
    }

    private static Boolean covers(String name) {
        Talk talk = Talk.tcp(443).client(client(name)).server(server());
        return shown(talk.server(in(CertificateBytes.message(SELF_SIGNED)))).covers();
    }

    @Test
    void what_is_no_certificate_is_counted_and_the_others_are_read() {
        byte[] none = SIGNED.clone();
        none[4] = 0x31;
        Talk talk = Talk.tcp(443)
                .client(client("signed.example"))
                .server(server())
                .server(in(CertificateBytes.message(none, new byte[0], AUTHORITY)));

        assertThat(shown(talk).unreadable()).isEqualTo(2);
        assertThat(shown(talk).server()).hasSize(1);
        assertThat(shown(talk).covers()).isNull();
    }

    @Test
    void certificates_changed_anywhere_or_cut_never_throw() {
        Random random = new Random(7);
        for (int i = 0; i < 600; i++) {
            byte[] changed = AUTHORITY.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(changed, 1 + random.nextInt(changed.length));
            Talk talk = Talk.tcp(443).client(client("a")).server(server());
            TlsCertificates shown = shown(talk.server(in(CertificateBytes.message(changed, cut))));
            assertThat(shown.server().size() + shown.unreadable()).isEqualTo(2);
        }
    }

    @Test
    void more_certificates_than_anyone_sends_are_counted() {
        byte[][] many = new byte[9][];
        Arrays.fill(many, SIGNED);
        Talk talk = Talk.tcp(443).client(client("a")).server(server()).server(in(CertificateBytes.message(many)));

        assertThat(shown(talk).server()).hasSize(TlsCertificates.MAX_SHOWN);
        assertThat(shown(talk).omitted()).isEqualTo(9 - TlsCertificates.MAX_SHOWN);
    }

    @Test
    void a_client_that_is_asked_shows_its_certificate_too() {
        Talk talk = Talk.tcp(443)
                .client(client("www.example.com"))
                .server(server())
                .server(in(CertificateBytes.message(SELF_SIGNED)))
                .server(in(CertificateBytes.handshake(13, new byte[4])))
                .server(in(DONE))
                .client(in(CertificateBytes.message(SIGNED)))
                .client(CHANGE_KEYS);

        assertThat(course(talk).certificateRequested()).isTrue();
        assertThat(course(talk).resumed()).isNull();
        assertThat(course(talk).heartbeat()).isTrue();
        assertThat(shown(talk).client()).hasSize(1);
        assertThat(shown(talk).server()).hasSize(1);
        assertThat(talk.tracker.wantsMore()).isTrue();
        assertThat(talk.server(CHANGE_KEYS).tracker.wantsMore()).isFalse();
    }

    @Test
    void clear_alerts_are_told_and_encrypted_ones_are_not() {
        Talk talk = Talk.tcp(443)
                .client(client("a"))
                .server(server())
                .server(in(CertificateBytes.message(SELF_SIGNED)))
                .client(new byte[] {21, 3, 3, 0, 2, 2, 48});
        assertThat(course(talk).alerts()).containsExactly(new TlsCourse.Alert(Party.ORIGINATOR, 2, 48));

        Talk later = Talk.tcp(443)
                .client(client("a"))
                .server(server())
                .client(CHANGE_KEYS)
                .client(new byte[] {21, 3, 3, 0, 2, 2, 48});
        assertThat(course(later).alerts()).isEmpty();
    }

    @Test
    void a_session_taken_up_again_by_its_id_is_noticed() {
        Talk talk = Talk.tcp(443)
                .client(in(
                        new HelloBytes(0x0303).ciphers(0xC02F).sessionId(9, 9).client()))
                .server(in(
                        new HelloBytes(0x0303).ciphers(0xC02F).sessionId(9, 9).server()))
                .server(CHANGE_KEYS);

        assertThat(course(talk).offered()).isEqualTo(TlsCourse.Resumption.SESSION_ID);
        assertThat(course(talk).resumed()).isEqualTo(TlsCourse.Resumption.SESSION_ID);
        assertThat(facts(talk).certificates()).isNull();
    }

    @Test
    void a_ticket_that_the_server_does_not_take_resumes_nothing() {
        byte[] hello = in(new HelloBytes(0x0303)
                .ciphers(0xC02F)
                .extension(35, new byte[90])
                .client());
        Talk refused = Talk.tcp(443).client(hello).server(server()).server(in(CertificateBytes.message(SIGNED)));
        Talk taken = Talk.tcp(443).client(hello).server(server()).server(CHANGE_KEYS);

        assertThat(course(refused).offered()).isEqualTo(TlsCourse.Resumption.TICKET);
        assertThat(course(refused).resumed()).isNull();
        assertThat(course(taken).resumed()).isEqualTo(TlsCourse.Resumption.TICKET);
    }

    @Test
    void tls_1_3_shows_no_certificates_and_tells_of_pre_shared_keys_and_retries() {
        byte[] hello = in(new HelloBytes(0x0303)
                .ciphers(0x1301)
                .versions(0x0304)
                .extension(41, new byte[40])
                .client());
        byte[] retry = in(new HelloBytes(0x0303)
                .random(0xCF21AD74E59A6111L)
                .ciphers(0x1301)
                .extension(43, (byte) 3, (byte) 4)
                .server());
        byte[] chosen = in(new HelloBytes(0x0303)
                .ciphers(0x1301)
                .extension(43, (byte) 3, (byte) 4)
                .extension(41, (byte) 0, (byte) 0)
                .server());
        Talk talk = Talk.tcp(443).client(hello).server(retry);
        assertThat(talk.tracker.wantsMore()).isTrue();
        talk.client(hello).server(chosen);

        assertThat(course(talk).retried()).isTrue();
        assertThat(course(talk).offered()).isEqualTo(TlsCourse.Resumption.PRE_SHARED_KEY);
        assertThat(course(talk).resumed()).isEqualTo(TlsCourse.Resumption.PRE_SHARED_KEY);
        assertThat(facts(talk).certificates()).isNull();
        assertThat(talk.tracker.wantsMore()).isFalse();
    }

    @Test
    void the_clients_extensions_are_told_with_what_is_odd_about_them() {
        byte[] hello = in(new HelloBytes(0x0303)
                .ciphers(0x1301)
                .serverName("a")
                .versions(0x0304, 0x0303)
                .extension(0xFFCE, new byte[3])
                .extension(21, new byte[600])
                .client());
        TlsClient client =
                Objects.requireNonNull(facts(Talk.tcp(443).client(hello)).client());

        assertThat(client.extensions()).containsExactly(0, 43, 0xFFCE, 21);
        assertThat(client.versions()).containsExactly(0x0304, 0x0303);
        assertThat(client.padding()).isEqualTo(600);
        assertThat(client.encryptedServerName()).isTrue();
        assertThat(client.overrun()).isFalse();

        hello[hello.length - 602] = 3;
        assertThat(Objects.requireNonNull(facts(Talk.tcp(443).client(hello)).client())
                        .overrun())
                .isTrue();
    }
}
