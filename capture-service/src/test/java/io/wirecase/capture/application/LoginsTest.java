package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.Conversation.Told;
import io.wirecase.capture.application.tls.HelloBytes;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.net.UntrustedText;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoginsTest {

    private static final byte[] HELLO = HelloBytes.records(
            new HelloBytes(0x0303).ciphers(1).serverName("mail.example").client(), 400);

    /** None of these may be found in anything that was told. */
    private static final String SECRET = "hunter2";

    private static void keepsNoSecret(Told told) {
        assertThat(told.facts().toString()).doesNotContain(SECRET).doesNotContain("alice");
    }

    private static LoginFacts login(
            String protocol,
            String mechanism,
            boolean user,
            boolean secret,
            int attempts,
            Boolean accepted,
            long packet) {
        return new LoginFacts(
                protocol,
                mechanism == null ? null : new UntrustedText(mechanism),
                user,
                secret,
                attempts,
                accepted,
                packet);
    }

    @Test
    void smtp_with_a_password_in_base64_is_a_login_in_clear() {
        Told told = Conversation.on(2525)
                .server("220 mx.example ESMTP Postfix\r\n")
                .client("EHLO laptop\r\n")
                .server("250-mx.example\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE\r\n")
                .client("AUTH LOGIN\r\n")
                .server("334 VXNlcm5hbWU6\r\n")
                .client("YWxpY2U=\r\n")
                .server("334 UGFzc3dvcmQ6\r\n")
                .client("aHVudGVyMg==\r\n")
                .server("235 2.7.0 Authentication successful\r\n")
                .client("MAIL FROM:<a@example>\r\nDATA\r\n")
                .server("250 ok\r\n354 go\r\n")
                .client("Subject: x\r\n\r\nQUIT\r\nAUTH PLAIN no command\r\n.\r\n")
                .server("250 queued\r\n")
                .client("QUIT\r\n")
                .told();

        assertThat(told.application().name()).isEqualTo("SMTP");
        assertThat(told.application().from()).isEqualTo(Found.DECODED);
        assertThat(told.login()).isEqualTo(login("SMTP", "LOGIN", true, true, 1, true, 4));
        assertThat(told.server()).isEqualTo("mx.example ESMTP Postfix");
        assertThat(told.detail("helo")).isEqualTo("laptop");
        assertThat(told.service().requests()).containsExactly("EHLO", "AUTH", "MAIL", "DATA", "QUIT");
        keepsNoSecret(told);
        assertThat(told.facts().toString()).doesNotContain("aHVudGVyMg").doesNotContain("YWxpY2U");
    }

    @Test
    void smtp_that_starts_tls_is_tls_from_there_and_logs_in_unseen() {
        Told told = Conversation.on(25)
                .server("220 mx.example ESMTP\r\n")
                .client("EHLO laptop\r\n")
                .server("250 STARTTLS\r\n")
                .client("STARTTLS\r\n")
                .server("220 ready\r\n")
                .client(HELLO)
                .told();

        assertThat(told.application().name()).isEqualTo("SMTPS");
        assertThat(told.facts().login()).isNull();
        assertThat(Objects.requireNonNull(told.facts().tls()).serverName()).hasToString("mail.example");
    }

    @Test
    void starttls_that_is_refused_hands_nothing_over() {
        Told told = Conversation.on(25)
                .server("220 mx ESMTP\r\n")
                .client("EHLO a\r\n")
                .server("250 ok\r\n")
                .client("STARTTLS\r\n")
                .server("454 not now\r\n")
                .client("AUTH PLAIN AGFsaWNlAGh1bnRlcjI=\r\n")
                .server("535 no\r\n")
                .told();

        assertThat(told.application().name()).isEqualTo("SMTP");
        assertThat(told.login()).isEqualTo(login("SMTP", "PLAIN", true, true, 1, false, 6));
    }

    @Test
    void pop3_counts_attempts_and_tells_the_last_answer() {
        Told told = Conversation.on(1100)
                .server("+OK Dovecot ready.\r\n")
                .client("USER alice\r\n")
                .server("+OK\r\n")
                .client("PASS wrong\r\n")
                .server("-ERR [AUTH] failed\r\n")
                .client("USER alice\r\n")
                .server("+OK\r\n")
                .client("PASS " + SECRET + "\r\n")
                .server("+OK Logged in.\r\n")
                .client("RETR 1\r\n")
                .server("+OK\r\nSubject: -ERR\r\n-ERR is text here\r\n.\r\n")
                .told();

        assertThat(told.application().name()).isEqualTo("POP3");
        assertThat(told.login()).isEqualTo(login("POP3", null, true, true, 2, true, 2));
        assertThat(told.server()).isEqualTo("Dovecot ready.");
        keepsNoSecret(told);
    }

    @Test
    void apop_shows_a_name_and_no_password() {
        Told told = Conversation.on(110)
                .server("+OK POP3 <1.2@example>\r\n")
                .client("APOP alice c4c9334bac560ecc979e58001b3e22fb\r\n")
                .server("+OK\r\n")
                .told();

        assertThat(told.login()).isEqualTo(login("POP3", "APOP", true, false, 1, true, 2));
        keepsNoSecret(told);
    }

    @Test
    void imap_logs_in_with_literals_too() {
        Told told = Conversation.on(143)
                .server("* OK [CAPABILITY IMAP4rev1] Courier-IMAP ready\r\n")
                .client("a1 ID (\"name\" \"Thunderbird\" \"version\" \"115\")\r\n")
                .server("* ID (\"name\" \"Courier\")\r\na1 OK done\r\n")
                .client("a2 LOGIN {5}\r\n")
                .server("+ go\r\n")
                .client("alice {7}\r\n")
                .server("+ go\r\n")
                .client(SECRET + "\r\n")
                .server("a2 NO sorry\r\n")
                .client("a3 LOGIN alice " + SECRET + "\r\n")
                .server("a3 OK LOGIN completed\r\n")
                .client("a4 FETCH 1 BODY[]\r\n")
                .server("* 1 FETCH (BODY[] {18}\r\na4 NO inside\r\nxyz\n)\r\na4 OK done\r\n")
                .told();

        assertThat(told.application().name()).isEqualTo("IMAP");
        assertThat(told.login()).isEqualTo(login("IMAP", null, true, true, 2, true, 4));
        assertThat(told.client()).isEqualTo("Thunderbird");
        assertThat(told.detail("implementation")).isEqualTo("Courier");
        assertThat(told.server()).isEqualTo("Courier-IMAP ready");
        keepsNoSecret(told);
    }

    @Test
    void imap_starts_tls() {
        Told told = Conversation.on(143)
                .server("* OK ready\r\n")
                .client("a STARTTLS\r\n")
                .server("a OK begin\r\n")
                .client(HELLO)
                .told();

        assertThat(told.application().name()).isEqualTo("IMAPS");
    }

    @Test
    void ftp_is_told_from_smtp_by_what_follows_the_greeting() {
        Told told = Conversation.on(2121)
                .server("220 Welcome\r\n")
                .client("USER anonymous\r\n")
                .server("331 any password\r\n")
                .client("PASS " + SECRET + "\r\n")
                .server("230-Hello\r\n230 in\r\n")
                .client("SYST\r\n")
                .server("215 UNIX Type: L8\r\n")
                .client("LIST\r\n")
                .told();

        assertThat(told.application().name()).isEqualTo("FTP_CONTROL");
        assertThat(told.login()).isEqualTo(login("FTP_CONTROL", "anonymous", true, true, 1, true, 2));
        assertThat(told.detail("system")).isEqualTo("UNIX Type: L8");
        assertThat(told.server()).isEqualTo("Welcome");
        keepsNoSecret(told);
    }

    @Test
    void ftp_over_tls_goes_by_another_name() {
        Told told = Conversation.on(21)
                .server("220 (vsFTPd 3.0.5)\r\n")
                .client("AUTH TLS\r\n")
                .server("234 Proceed\r\n")
                .client(HELLO)
                .told();

        assertThat(told.application().name()).isEqualTo("FTPS");
        assertThat(told.server()).isEqualTo("(vsFTPd 3.0.5)");
    }

    @Test
    void irc_registers_with_and_without_a_password() {
        Told told = Conversation.on(6667)
                .client("PASS " + SECRET + "\r\nNICK alice\r\nUSER alice 0 * :A\r\n")
                .server(":irc.example 001 alice :Welcome\r\n:irc.example 004 alice irc.example InspIRCd-3 iosw\r\n")
                .client("JOIN #x\r\n")
                .told();

        assertThat(told.application().name()).isEqualTo("IRC");
        assertThat(told.login()).isEqualTo(login("IRC", null, true, true, 1, true, 1));
        assertThat(told.server()).isEqualTo("InspIRCd-3");
        assertThat(told.service().requests()).containsExactly("PASS", "NICK", "USER", "JOIN");
        keepsNoSecret(told);
    }

    @Test
    void lines_without_end_are_cut_and_forgotten() {
        Talk talk = Talk.tcp(21).server("220 ftp\r\n");
        for (int i = 0; i < 2000; i++) {
            talk.client("USER " + "x".repeat(1000));
        }

        assertThat(talk.client("\r\n").name()).isEqualTo("FTP_CONTROL");
        assertThat(Objects.requireNonNull(talk.tracker.facts().login()).attempts())
                .isEqualTo(1);
    }
}
