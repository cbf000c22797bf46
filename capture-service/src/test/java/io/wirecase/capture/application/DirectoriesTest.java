package io.wirecase.capture.application;

import static io.wirecase.capture.application.Conversation.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.Conversation.Told;
import io.wirecase.capture.application.tls.HelloBytes;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.net.UntrustedText;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class DirectoriesTest {

    /** An element of ASN.1: a tag and what it holds, in the short form or the long one. */
    private static byte[] der(int tag, Object... parts) {
        byte[] content = join(parts);
        byte[] head = content.length < 0x80
                ? new byte[] {(byte) tag, (byte) content.length}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return join(head, content);
    }

    private static byte[] number(int value) {
        return der(2, new byte[] {(byte) value});
    }

    private static byte[] counted(byte[] message) {
        return join(ByteBuffer.allocate(4).putInt(message.length).array(), message);
    }

    private static byte[] name(String... parts) {
        byte[] all = new byte[0];
        for (String part : parts) {
            all = join(all, der(0x1B, part));
        }
        return der(0x30, der(0xA0, number(1)), der(0xA1, der(0x30, all)));
    }

    private static byte[] kerberosRequest(int type, int... encryptions) {
        byte[] types = new byte[0];
        for (int encryption : encryptions) {
            types = join(types, number(encryption));
        }
        byte[] body = der(
                0x30,
                der(0xA0, der(3, "\0\0\0\0\0")),
                der(0xA1, name("alice")),
                der(0xA2, der(0x1B, "EXAMPLE.ORG")),
                der(0xA3, name("krbtgt", "EXAMPLE.ORG")),
                der(0xA8, der(0x30, types)));
        return counted(der(0x60 | type, der(0x30, der(0xA1, number(5)), der(0xA2, number(type)), der(0xA4, body))));
    }

    private static byte[] kerberosError(int code) {
        return counted(der(
                0x7E,
                der(
                        0x30,
                        der(0xA0, number(5)),
                        der(0xA1, number(30)),
                        der(0xA6, number(code)),
                        der(0xA9, der(0x1B, "EXAMPLE.ORG")))));
    }

    @Test
    void kerberos_tells_realm_service_weak_encryption_and_the_error() {
        Told told = Conversation.on(88)
                .client(kerberosRequest(10, 18, 23, 3))
                .server(kerberosError(25))
                .client(kerberosRequest(10, 18))
                .server(kerberosError(24))
                .told();

        assertThat(told.application().name()).isEqualTo("Kerberos");
        assertThat(told.detail("realm")).isEqualTo("EXAMPLE.ORG");
        assertThat(told.detail("service")).isEqualTo("krbtgt/EXAMPLE.ORG");
        assertThat(told.detail("weak_encryption_asked")).isEqualTo("rc4-hmac,des-cbc-md5");
        assertThat(told.detail("error")).isEqualTo("24 KDC_ERR_PREAUTH_FAILED");
        assertThat(told.login()).isEqualTo(new LoginFacts("Kerberos", null, true, false, 2, false, 1));
        assertThat(told.facts().toString()).doesNotContain("alice");
    }

    @Test
    void a_ticket_tells_its_encryption() {
        byte[] ticket = der(
                0x61,
                der(0x30, der(0xA0, number(5)), der(0xA3, der(0x30, der(0xA0, number(23)), der(0xA2, der(4, "x"))))));
        byte[] answer = counted(der(0x6D, der(0x30, der(0xA0, number(5)), der(0xA1, number(13)), der(0xA5, ticket))));
        Told told = Conversation.on(88)
                .client(kerberosRequest(12, 23))
                .server(answer)
                .told();

        assertThat(told.detail("ticket_encryption")).isEqualTo("rc4-hmac");
        assertThat(told.service().requests()).containsExactly("TGS-REQ", "TGS-REP");
    }

    private static byte[] ldap(int id, byte[] operation) {
        return der(0x30, number(id), operation);
    }

    @Test
    void a_simple_bind_shows_its_password() {
        Told told = Conversation.on(10389)
                .client(ldap(1, der(0x60, number(3), der(4, "cn=alice,dc=example"), der(0x80, "hunter2"))))
                .server(ldap(1, der(0x61, der(10, "\0"), der(4), der(4))))
                .client(ldap(2, der(0x63, der(4, "dc=example"), der(10, "\2"))))
                .server(ldap(2, der(0x65, der(10, "\0"), der(4), der(4))))
                .client(ldap(3, der(0x42)))
                .told();

        assertThat(told.application().name()).isEqualTo("LDAP");
        assertThat(told.login()).isEqualTo(new LoginFacts("LDAP", new UntrustedText("simple"), true, true, 1, true, 1));
        assertThat(told.service().requests()).containsExactly("bind", "search", "unbind");
        assertThat(told.detail("search_base")).isEqualTo("dc=example");
        assertThat(told.facts().toString()).doesNotContain("alice").doesNotContain("hunter2");
    }

    @Test
    void a_bind_in_steps_shows_no_password() {
        byte[] step = der(0xA3, der(4, "GSS-SPNEGO"), der(4, "token"));
        Told told = Conversation.on(389)
                .client(ldap(1, der(0x60, number(3), der(4), step)))
                .server(ldap(1, der(0x61, der(10, new byte[] {14}), der(4), der(4))))
                .client(ldap(2, der(0x60, number(3), der(4), step)))
                .server(ldap(2, der(0x61, der(10, new byte[] {49}), der(4), der(4))))
                .told();

        assertThat(told.login())
                .isEqualTo(new LoginFacts("LDAP", new UntrustedText("GSS-SPNEGO"), false, false, 2, false, 1));
    }

    @Test
    void ldap_starts_tls() {
        Told told = Conversation.on(389)
                .client(ldap(1, der(0x77, der(0x80, "1.3.6.1.4.1.1466.20037"))))
                .server(ldap(1, der(0x78, der(10, "\0"), der(4), der(4))))
                .client(HelloBytes.records(new HelloBytes(0x0303).ciphers(1).client(), 400))
                .told();

        assertThat(told.application().stack()).containsExactly("LDAP", "TLS");
    }

    @Test
    void lengths_beyond_reason_are_no_message() {
        Told told = Conversation.on(389).clientHex("3084ffffffff 0201016300").told();

        assertThat(told.facts().service()).isNull();
    }
}
