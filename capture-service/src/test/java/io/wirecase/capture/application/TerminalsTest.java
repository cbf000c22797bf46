package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.Conversation.Told;
import io.wirecase.core.fact.LoginFacts;
import org.junit.jupiter.api.Test;

class TerminalsTest {

    private static final String SECRET = "hunter2";

    private static LoginFacts login(
            String protocol, boolean user, boolean secret, int attempts, Boolean accepted, long packet) {
        return new LoginFacts(protocol, null, user, secret, attempts, accepted, packet);
    }

    private static void keepsNoSecret(Told told) {
        assertThat(told.facts().toString()).doesNotContain(SECRET).doesNotContain("alice");
    }

    @Test
    void a_terminal_that_asks_for_a_name_and_a_password_is_a_login() {
        Told told = Conversation.on(23)
                .serverHex("fffd18 fffb01")
                .clientHex("fffb18 fffd01 fffa1800 7874 65726d fff0")
                .server("Router 7\r\n\r\nlogin: ")
                .client("alice\r\n")
                .server("alice\r\nPassword: ")
                .client("wrong\r\0")
                .server("\r\nLogin incorrect\r\nlogin: ")
                .client("alice\r\n")
                .server("alice\r\nPassword: ")
                .client(SECRET + "\r\n")
                .server("\r\nLast login: today\r\nrouter# ")
                .client("show\r\n")
                .told();

        assertThat(told.application().name()).isEqualTo("Telnet");
        assertThat(told.login()).isEqualTo(login("Telnet", true, true, 2, true, 4));
        assertThat(told.server()).isEqualTo("Router 7");
        assertThat(told.detail("terminal")).isEqualTo("xterm");
        keepsNoSecret(told);
    }

    @Test
    void remote_execution_shows_a_password_and_remote_shell_does_not() {
        Told execution = Conversation.on(512)
                .client("1022\0alice\0" + SECRET + "\0id\0")
                .server("\0uid=0\n")
                .told();
        Told shell = Conversation.on(514)
                .client("1022\0alice\0root\0")
                .client("id\0")
                .server("\1no\n")
                .told();
        Told rlogin = Conversation.on(513)
                .client("\0alice\0root\0xterm/38400\0")
                .server("\0")
                .told();

        assertThat(execution.application().name()).isEqualTo("Rexec");
        assertThat(execution.login()).isEqualTo(login("Rexec", true, true, 1, true, 1));
        assertThat(shell.application().name()).isEqualTo("RSH");
        assertThat(shell.login()).isEqualTo(login("RSH", true, false, 1, false, 1));
        assertThat(rlogin.login()).isEqualTo(login("Rlogin", true, false, 1, null, 1));
        keepsNoSecret(execution);
    }
}
