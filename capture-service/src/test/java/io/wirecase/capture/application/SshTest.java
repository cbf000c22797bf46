package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.SshFacts;
import io.wirecase.core.flow.Application.Found;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SshTest {

    private static final List<String> LISTS = List.of(
            "curve25519-sha256,ecdh-sha2-nistp256",
            "ssh-ed25519",
            "aes128-ctr,3des-cbc",
            "aes256-ctr",
            "hmac-sha2-256",
            "hmac-sha1",
            "none,zlib",
            "none",
            "",
            "");

    /** SSH_MSG_KEXINIT in a packet, as RFC 4253 sections 6 and 7.1 have it. */
    private static byte[] keyExchange() {
        ByteBuffer body = ByteBuffer.allocate(600);
        body.put((byte) 20).put(new byte[16]);
        for (String list : LISTS) {
            body.putInt(list.length()).put(Talk.bytes(list));
        }
        body.put((byte) 0).putInt(0);
        byte[] message = new byte[body.position()];
        body.flip().get(message);
        ByteBuffer packet = ByteBuffer.allocate(4 + 1 + message.length + 6);
        return packet.putInt(1 + message.length + 6).put((byte) 6).put(message).array();
    }

    @Test
    void banners_and_offers_of_both_sides_are_read() {
        Conversation.Told told = Conversation.on(2222)
                .server("SSH-2.0-OpenSSH_9.6\r\n")
                .client("SSH-2.0-libssh_0.9\r\n")
                .client(keyExchange())
                .server(keyExchange())
                .server("encrypted from here on")
                .told();

        SshFacts ssh = Objects.requireNonNull(told.facts().ssh());
        assertThat(told.application().name()).isEqualTo("SSH");
        assertThat(told.application().from()).isEqualTo(Found.DECODED);
        assertThat(ssh.clientBanner()).hasToString("SSH-2.0-libssh_0.9");
        assertThat(ssh.serverBanner()).hasToString("SSH-2.0-OpenSSH_9.6");
        assertThat(ssh.clientCiphers()).hasToString("aes128-ctr,3des-cbc");
        assertThat(ssh.serverCiphers()).hasToString("aes256-ctr");
        // md5("curve25519-sha256,ecdh-sha2-nistp256;aes128-ctr,3des-cbc;hmac-sha2-256;none,zlib") and of the other
        assertThat(ssh.hassh()).isEqualTo("8ffeb144c33ff5783e2346458cab1cbb");
        assertThat(ssh.hasshServer()).isEqualTo("5cd4ac282bd01f685697560542d93cb0");
    }

    @Test
    void lines_before_the_banner_are_no_banner() {
        Conversation.Told told = Conversation.on(22)
                .client("SSH-2.0-PuTTY_Release_0.80\r\n")
                .server("Authorised use only\r\nSSH-2.0-dropbear_2022.83\r\n")
                .told();

        assertThat(Objects.requireNonNull(told.facts().ssh()).serverBanner()).hasToString("SSH-2.0-dropbear_2022.83");
    }

    @Test
    void a_banner_alone_is_enough_and_an_absurd_packet_tells_nothing_more() {
        Conversation.Told told = Conversation.on(22)
                .server("SSH-1.5-Cisco-1.25\n")
                .clientHex("5353482d322e302d780d0a ffffffff 0a14")
                .told();

        SshFacts ssh = Objects.requireNonNull(told.facts().ssh());
        assertThat(ssh.serverBanner()).hasToString("SSH-1.5-Cisco-1.25");
        assertThat(ssh.clientBanner()).hasToString("SSH-2.0-x");
        assertThat(ssh.hassh()).isNull();
    }

    @Test
    void text_that_only_begins_alike_is_not_ssh() {
        assertThat(Conversation.on(22).client("SSH-X\r\n").told().facts().ssh()).isNull();
    }
}
