package io.wirecase.capture.application;

import static io.wirecase.capture.application.Conversation.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.Conversation.Told;
import io.wirecase.capture.application.tls.HelloBytes;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.net.UntrustedText;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PeersTest {

    private static final byte[] HELLO = HelloBytes.records(
            new HelloBytes(0x0303).ciphers(1).serverName("far.example").client(), 400);

    @Test
    void socks_5_with_a_password_carries_what_comes_then() {
        Told told = Conversation.on(9999)
                .clientHex("05 02 00 02")
                .serverHex("05 02")
                .client(join("\1\5", "alice", "\7", "hunter2"))
                .serverHex("01 00")
                .client(join(Conversation.hex("05 01 00 03 0b"), "far.example", Conversation.hex("01bb")))
                .serverHex("05 00 00 01 00000000 0000")
                .client(HELLO)
                .told();

        assertThat(told.application().stack()).containsExactly("SOCKS", "TLS");
        assertThat(told.application().from()).isEqualTo(Found.DECODED);
        assertThat(told.detail("target")).isEqualTo("far.example:443");
        assertThat(told.login())
                .isEqualTo(new LoginFacts("SOCKS", new UntrustedText("username/password"), true, true, 1, true, 3));
        assertThat(Objects.requireNonNull(told.facts().tls()).serverName()).hasToString("far.example");
        assertThat(told.facts().toString()).doesNotContain("alice").doesNotContain("hunter2");
    }

    @Test
    void socks_4_carries_http() {
        Told told = Conversation.on(1080)
                .clientHex("04 01 0050 cb007105 00")
                .serverHex("00 5a 0000 00000000")
                .client("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                .told();

        assertThat(told.application().stack()).containsExactly("SOCKS", "HTTP");
        assertThat(told.detail("target")).isEqualTo("203.0.113.5:80");
        assertThat(Objects.requireNonNull(told.facts().http()).exchanges()).hasSize(1);
    }

    @Test
    void socks_that_refuses_carries_nothing() {
        Told told = Conversation.on(1080)
                .clientHex("05 01 00")
                .serverHex("05 00")
                .clientHex("05 01 00 04 20010db8000000000000000000000001 0050")
                .serverHex("05 05 00 01 00000000 0000")
                .told();

        assertThat(told.application().name()).isEqualTo("SOCKS");
        assertThat(told.detail("target")).isEqualTo("2001:db8::1:80");
        assertThat(told.detail("failure")).isEqualTo("5");
    }

    @Test
    void what_a_load_balancer_passes_on_is_read_behind_its_line() {
        Told told = Conversation.on(8080)
                .client("PROXY TCP4 192.0.2.1 203.0.113.5 4711 8080\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n")
                .server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
                .told();

        assertThat(told.application().stack()).containsExactly("HAProxy", "HTTP");
        assertThat(Objects.requireNonNull(told.facts().http()).exchanges()).hasSize(1);
    }

    @Test
    void bittorrent_peers_tell_content_and_software() {
        byte[] handshake = join("\u0013BitTorrent protocol", new byte[8], "a".repeat(20), "-TR4040-abcdefghijkl");
        Told told = Conversation.on(6882)
                .client(handshake)
                .server(handshake)
                .client(new byte[500])
                .told();

        assertThat(told.application().name()).isEqualTo("BitTorrent");
        assertThat(told.application().from()).isEqualTo(Found.DECODED);
        assertThat(told.client()).isEqualTo("TR4040");
        assertThat(told.detail("info_hash")).isEqualTo("61".repeat(20));
    }

    @Test
    void miners_tell_their_software_and_log_in() {
        Told told = Conversation.on(3333)
                .client("{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[\"cgminer/4.10\"]}\n")
                .server("{\"id\":1,\"result\":[[],\"08\",4],\"error\":null}\n")
                .client("{\"id\":2,\"method\":\"mining.authorize\",\"params\":[\"alice\",\"x\"]}\n")
                .server("{\"id\":2,\"result\":true,\"error\":null}\n")
                .told();
        Told other = Conversation.on(443)
                .client("{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"login\","
                        + "\"params\":{\"login\":\"alice\",\"pass\":\"x\","
                        + "\"agent\":\"XMRig/6.21\"}}\n")
                .told();

        assertThat(told.application().name()).isEqualTo("Mining");
        assertThat(told.client()).isEqualTo("cgminer/4.10");
        assertThat(told.login()).isEqualTo(new LoginFacts("Mining", null, true, false, 1, true, 3));
        assertThat(other.application().name()).isEqualTo("Mining");
        assertThat(other.client()).isEqualTo("XMRig/6.21");
        assertThat(other.facts().toString()).doesNotContain("alice");
    }

    @Test
    void modbus_tells_functions_and_exceptions() {
        Told told = Conversation.on(502)
                .clientHex("0001 0000 0006 01 03 0000 000a")
                .serverHex("0001 0000 0017 01 03 14 0000000000000000000000000000000000000000")
                .clientHex("0002 0000 0006 01 06 0001 0003")
                .serverHex("0002 0000 0003 01 86 02")
                .told();

        assertThat(told.application().name()).isEqualTo("Modbus");
        assertThat(told.service().requests()).containsExactly("Read Holding Registers", "Write Single Register");
        assertThat(told.detail("unit")).isEqualTo("1");
        assertThat(told.detail("exception")).isEqualTo("2");
    }
}
