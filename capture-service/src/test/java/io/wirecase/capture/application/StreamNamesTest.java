package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams as they begin, decoded or only named. */
class StreamNamesTest {

    /** Text with {@code \r\n} and the like written out, or hex after {@code 0x}. */
    private static byte[] plain(String written) {
        if (written.startsWith("0x")) {
            return HexFormat.of().parseHex(written.substring(2).replace(" ", ""));
        }
        return Talk.bytes(written.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "SSH            | SSH-2.0-OpenSSH_9.6\\r\\n",
                "SMTP           | EHLO mail.example\\r\\n",
                "SMTP           | 220 mx.example ESMTP Postfix\\r\\n",
                "FTP_CONTROL    | 220 (vsFTPd 3.0.5)\\r\\n",
                "POP3           | +OK POP3 ready\\r\\n",
                "IMAP           | * OK IMAP4rev1 ready\\r\\n",
                "IMAP           | a1 LOGIN me secret\\r\\n",
                "RESP           | *1\\r\\n$4\\r\\nPING\\r\\n",
                "RTSP           | DESCRIBE rtsp://cam.example/1 RTSP/1.0\\r\\n",
                "SIP            | REGISTER sip:example.com SIP/2.0\\r\\n",
                "IRC            | NICK me\\r\\nUSER me 0 * :me\\r\\n",
                "VNC            | RFB 003.008\\n",
                "Telnet         | 0xfffb1f fffb20",
                "HTTP2          | PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n",
                "Git            | 0032git-upload-pack /p.git\\0host=example\\0",
                "Jabber         | <?xml version='1.0'?><stream:stream xmlns='jabber:client' to='a'>",
                "Mining         | {\"id\":1;\"method\":\"mining.subscribe\";\"params\":[]}\\n",
                "BitTorrent     | 0x13426974546f7272656e742070726f746f636f6c",
                "NetBIOS.SMBv1  | 0x00000054ff534d4272000000001801280000",
                "NetBIOS.SMBv23 | 0x00000068fe534d4240000000",
                "RDP            | 0x030000130ee000000000000100080003000000",
                "MQTT           | 0x101000044d5154540402003c0004746573 74",
                "PostgreSQL     | 0x0000000804d2162f",
                "MySQL          | 0x4a0000000a382e302e33360008000000000000",
                "MongoDB        | 0x240000000100000000000000dd07000000000000001000000010706900010000000000",
                "Kerberos       | 0x0000000f6a0d300ba103020105a20302010a 00",
                "LDAP           | 0x300c020101600702010304008000",
                "BGP            | 0xffffffffffffffffffffffffffffffff001d0104",
                "DCERPC         | 0x05000b03100000001000000001000000",
                "PPTP           | 0x009c00011a2b3c4d0001",
                "STUN           | 0x000100002112a442000102030405060708090a0b",
                "AMQP           | 0x0100000000000401020304ce",
                "RPC            | 0x800000280000000100000000 00000002000186a0 00000002",
                "NFS            | 0x800000280000000100000000 00000002000186a3 00000003",
                "Thrift         | 0x80010001000000047069 6e67",
                "AJP            | 0x1234000202 02",
                "Monero         | 0x0121010101010101",
                "eDonkey        | 0xe3020000000100",
                "Corba          | GIOP\\0",
                "JSON-RPC       | {\"jsonrpc\": \"2.0\"; \"method\": \"x\"}",
                "IEEE-C37118    | 0xaa410012 00000000000000000000000000 00",
                "KNXnet_IP      | 0x06100203000a0000 0000",
                "FINS           | FINS\\0",
                "tinc           | 0 alpha 17.7\\n",
                "ATG            | 0x01493230313030 0d0a",
                "H323           | 0x0300000c 0802000105040388",
                "ISO9506-1-MMS  | 0x03000016 02f080 0d0e 060728ca220201 0000000000",
                "Raft           | 0x0100000000000000 0100000000000000 1000000000000000"
                        + " 3132372e302e302e313a393030310000",
                "Viber          | 0x10000100ea14fcff0380 09000a000000",
                "Viber          | 0x16000600 03800add c4170a00c8ca2f280000 00000100",
                "DingTalk       | 0x101d8780 01000100 020002646b 82000257 4b84000c 782f312d64696e6774616c6b",
                "TencentGames   | 0x3366000b000b1001000000000100000030000000000203000027100000006500030300000014"
                        + " 3134303839383439393536353134",
                "TencentGames   | 0x4366aa00000094150000001710e686012000300140812050006100700180010090010025"
                        + " 0000006e958004000000671100250000",
                "TencentGames   | 0x4215f78703e90000002c 5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a"
                        + " 5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a",
                "HTTP           | POST /a HTTP/0.1\\r\\nHost: a\\r\\n",
            })
    void a_stream_is_named_by_its_first_bytes_on_any_port(String name, String bytes) {
        assertThat(Talk.tcp(40_000).client(plain(bytes)).name()).isEqualTo(name);
    }

    @Test
    void a_speed_test_is_told_by_both_greetings() {
        assertThat(Talk.tcp(40_000).client("HI 1b2c\n").server("HELLO 2.9\n").name())
                .isEqualTo("Ookla");
        assertThat(Talk.tcp(40_000).client("HI there\n").server("OK\n").name()).isEqualTo("Unknown");
    }

    @Test
    void a_greeting_alone_needs_its_port_or_the_answer() {
        String greeting = "220 welcome\r\n";

        assertThat(Talk.tcp(40_000).server(greeting).name()).isEqualTo("Unknown");
        assertThat(Talk.tcp(21).server(greeting).name()).isEqualTo("FTP_CONTROL");
        assertThat(Talk.tcp(25).server(greeting).name()).isEqualTo("SMTP");
        assertThat(Talk.tcp(40_000).server(greeting).client("USER me\r\n").name())
                .isEqualTo("FTP_CONTROL");
        assertThat(Talk.tcp(40_000).server(greeting).client("EHLO me\r\n").name())
                .isEqualTo("SMTP");
    }

    @Test
    void bytes_that_only_begin_alike_are_not_named() {
        assertThat(Talk.tcp(40_000).client("SSH is great").name()).isEqualTo("Unknown");
        assertThat(Talk.tcp(40_000).client(plain("0x0501")).name()).isEqualTo("Unknown");
        assertThat(Talk.tcp(40_000).client(plain("0x00000010 00 00 00 01")).name())
                .isEqualTo("Unknown");
        assertThat(Talk.tcp(40_000).client("POST office HTTP/0.1\r\n").name()).isEqualTo("Unknown");
        assertThat(Talk.tcp(40_000).client("SEND /a HTTP/0.1\r\n").name()).isEqualTo("Unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "0xff000100ea14fcff038009000a000000", // longer than what came
        "0x10000100ea14fcff030009000a000000", // without the flag
        "0x101d87800100010002000258588200025 74b84000c782f312d64696e6774616c6b", // another product
        "0x101d87800100010002000264 6b82000357 4b84000c782f312d64696e6774616c6b", // fields that do not fill it
        "0x3366000b000b1001", // too short to tell
        "0x4215f78703e9000000295a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a"
    })
    void messages_whose_frame_does_not_hold_are_not_named(String bytes) {
        assertThat(Talk.tcp(40_000).client(plain(bytes)).name()).isEqualTo("Unknown");
    }
}
