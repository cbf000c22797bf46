package io.wirecase.capture.application;

import static io.wirecase.capture.application.Conversation.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.Conversation.Told;
import io.wirecase.capture.application.tls.HelloBytes;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.net.UntrustedText;
import org.junit.jupiter.api.Test;

class DesktopsTest {

    @Test
    void rdp_negotiates_security_and_goes_over_to_tls() {
        byte[] cookie = Talk.bytes("Cookie: mstshash=alice\r\n");
        byte[] request = join(
                new byte[] {3, 0, 0, (byte) (11 + cookie.length + 8), (byte) (6 + cookie.length + 8)},
                Conversation.hex("e0 0000 0000 00"),
                cookie,
                Conversation.hex("01 00 0800 0b000000"));
        Told told = Conversation.on(13389)
                .client(request)
                .serverHex("03000013 0e d0 0000 1234 00 02 1f 0800 02000000")
                .client(HelloBytes.records(new HelloBytes(0x0303).ciphers(1).client(), 400))
                .told();

        assertThat(told.application().stack()).containsExactly("RDP", "TLS");
        assertThat(told.application().from()).isEqualTo(Found.DECODED);
        assertThat(told.detail("security_asked")).isEqualTo("TLS,CredSSP,CredSSP-EX");
        assertThat(told.detail("security")).isEqualTo("CredSSP");
        assertThat(told.login()).isEqualTo(new LoginFacts("RDP", null, true, false, 1, null, 1));
        assertThat(told.facts().toString()).doesNotContain("alice");
    }

    @Test
    void rdp_of_its_own_security_is_told_on_its_port() {
        Told told = Conversation.on(3389)
                .clientHex("0300000b 06 e0 0000 0000 00")
                .serverHex("0300000b 06 d0 0000 1234 00")
                .told();

        assertThat(told.application().name()).isEqualTo("RDP");
        assertThat(told.detail("security")).isEqualTo("RDP");
        assertThat(Conversation.on(102)
                        .clientHex("0300000b 06 e0 0000 0000 00")
                        .told()
                        .facts()
                        .service())
                .isNull();
    }

    @Test
    void vnc_with_a_password_tells_whether_it_was_taken() {
        Told told = Conversation.on(5901)
                .server("RFB 003.008\n")
                .client("RFB 003.008\n")
                .serverHex("02 02 10")
                .clientHex("02")
                .server("0123456789abcdef")
                .client("fedcba9876543210")
                .serverHex("00000001 00000006 6661696c6564")
                .told();

        assertThat(told.application().name()).isEqualTo("VNC");
        assertThat(told.version()).isEqualTo("003.008");
        assertThat(told.detail("security_offered")).isEqualTo("VNC Authentication,Tight");
        assertThat(told.login())
                .isEqualTo(new LoginFacts("VNC", new UntrustedText("VNC Authentication"), false, false, 1, false, 4));
    }

    @Test
    void old_vnc_without_security_is_open() {
        Told told = Conversation.on(5900)
                .server("RFB 003.003\n")
                .client("RFB 003.003\n")
                .serverHex("00000001")
                .told();

        assertThat(told.detail("security")).isEqualTo("None");
        assertThat(told.facts().login()).isNull();
    }
}
