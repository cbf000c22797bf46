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
            })
    void a_stream_is_named_by_its_first_bytes_on_any_port(String name, String bytes) {
        assertThat(Talk.tcp(40_000).client(plain(bytes)).name()).isEqualTo(name);
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
    }
}
