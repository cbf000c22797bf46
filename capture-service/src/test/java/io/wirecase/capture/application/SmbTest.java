package io.wirecase.capture.application;

import static io.wirecase.capture.application.Conversation.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.Conversation.Told;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.net.UntrustedText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SmbTest {

    private static byte[] session(byte[] message) {
        return join(ByteBuffer.allocate(4).putInt(message.length).array(), message);
    }

    private static byte[] two(int command, long status, boolean response, byte[] body) {
        ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        header.put(Conversation.hex("fe534d42")).putShort((short) 64).putShort((short) 0);
        header.putInt((int) status)
                .putShort((short) command)
                .putShort((short) 1)
                .putInt(response ? 1 : 0);
        return session(join(header.array(), body));
    }

    private static byte[] one(int command, int status, int flags, int flags2, byte[] body) {
        ByteBuffer header = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        header.put(Conversation.hex("ff534d42"))
                .put((byte) command)
                .putInt(status)
                .put((byte) flags);
        header.putShort((short) flags2);
        return session(join(header.array(), body));
    }

    /** [MS-NLMP] 2.2.1.3 with a user name of ten bytes. */
    private static byte[] authenticate() {
        ByteBuffer token = ByteBuffer.allocate(90).order(ByteOrder.LITTLE_ENDIAN);
        token.put(Talk.bytes("NTLMSSP\0")).putInt(3);
        token.putShort(36, (short) 10).putShort(38, (short) 10).putInt(40, 64);
        token.put(64, "alice".getBytes(StandardCharsets.UTF_16LE));
        return token.array();
    }

    private static byte[] challenge() {
        ByteBuffer token = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
        token.put(Talk.bytes("NTLMSSP\0")).putInt(2).putInt(20, 0x0200_0000);
        token.put(48, (byte) 10).put(49, (byte) 0).putShort(50, (short) 19041);
        return token.array();
    }

    private static byte[] tree(String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer body = ByteBuffer.allocate(8 + name.length).order(ByteOrder.LITTLE_ENDIAN);
        return body.putShort((short) 9)
                .putShort((short) 0)
                .putShort((short) 72)
                .putShort((short) name.length)
                .put(name)
                .array();
    }

    @Test
    void smb_3_tells_dialect_signing_login_and_shares() {
        byte[] asked = Conversation.hex("2400 0500 0100 0000 00000000 00000000000000000000000000000000 0000000000000000"
                + "0202 1002 0003 0203 1103");
        byte[] agreed = join(Conversation.hex("4100 0300 1103 0000"), new byte[56]);
        Told told = Conversation.on(445)
                .client(two(0, 0, false, asked))
                .server(two(0, 0, true, agreed))
                .client(two(1, 0, false, Talk.bytes("....NTLMSSP\0\1\0\0\0")))
                .server(two(1, 0xC0000016L, true, challenge()))
                .client(two(1, 0, false, authenticate()))
                .server(two(1, 0xC000006DL, true, new byte[8]))
                .client(two(1, 0, false, authenticate()))
                .server(two(1, 0, true, new byte[8]))
                .client(two(3, 0, false, tree("\\\\files\\IPC$")))
                .client(two(3, 0, false, tree("\\\\files\\finance")))
                .client(session(join(Conversation.hex("fd534d42"), new byte[60])))
                .told();

        assertThat(told.application().stack()).containsExactly("NetBIOS", "SMBv23");
        assertThat(told.application().from()).isEqualTo(Found.DECODED);
        assertThat(told.version()).isEqualTo("3.1.1");
        assertThat(told.detail("signing")).isEqualTo("required");
        assertThat(told.detail("shares")).isEqualTo("IPC$,finance");
        assertThat(told.detail("encrypted")).isEqualTo("yes");
        assertThat(told.server()).isEqualTo("Windows 10.0 build 19041");
        assertThat(told.service().requests()).containsExactly("NEGOTIATE", "SESSION_SETUP", "TREE_CONNECT");
        assertThat(told.login())
                .isEqualTo(new LoginFacts("SMBv23", new UntrustedText("NTLM"), true, false, 2, true, 3));
        assertThat(told.facts().toString()).doesNotContain("alice");
    }

    @Test
    void smb_1_tells_its_dialect_and_a_password_sent_plain() {
        byte[] asked = join(Conversation.hex("00 1700"), "\2PC NETWORK\0\2NT LM 0.12\0");
        byte[] agreed = join(Conversation.hex("11 0100 00"), new byte[32]);
        byte[] login = join(
                Conversation.hex("0d ff000000 0000 0000 0000 00000000 0700 0000 00000000 00000000 1a00"),
                "hunter2",
                "alice\0WORK\0Unix\0");
        byte[] tree = join(Conversation.hex("04 ff000000 0000 0100 1000"), "\0", "\\\\s\\data\0", "?????\0");
        Told told = Conversation.on(139)
                .client(join(Conversation.hex("81000044 20"), "x".repeat(33), Conversation.hex("20"), "y".repeat(33)))
                .serverHex("82000000")
                .client(one(0x72, 0, 0, 0, asked))
                .server(one(0x72, 0, 0x80, 0, agreed))
                .client(one(0x73, 0, 0, 0, login))
                .server(one(0x73, 0, 0x80, 0, Conversation.hex("00 0000")))
                .client(one(0x75, 0, 0, 0, tree))
                .told();

        assertThat(told.application().stack()).containsExactly("NetBIOS", "SMBv1");
        assertThat(told.version()).isEqualTo("NT LM 0.12");
        assertThat(told.detail("signing")).isEqualTo("disabled");
        assertThat(told.detail("shares")).isEqualTo("data");
        assertThat(told.login()).isEqualTo(new LoginFacts("SMBv1", new UntrustedText("plain"), true, true, 1, true, 5));
        assertThat(told.facts().toString()).doesNotContain("alice").doesNotContain("hunter2");
    }

    @Test
    void what_is_read_in_bulk_is_passed_over() {
        Talk talk = Talk.tcp(445).server(join(Conversation.hex("00ffffff fe534d42"), new byte[60]));
        for (int i = 0; i < 200; i++) {
            talk.server(new byte[60_000]);
        }

        assertThat(talk.name()).isEqualTo("NetBIOS.SMBv23");
        assertThat(talk.tracker.wantsMore()).isTrue();
        assertThat(Objects.requireNonNull(talk.tracker.application()).from()).isEqualTo(Found.GUESSED);
    }
}
