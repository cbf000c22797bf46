package io.wirecase.capture.application.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.flow.Transport;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static ByteReader reader(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new ByteReader(bytes, 0, bytes.length);
    }

    /** Text with {@code \r\n} and the like written out, or hex after {@code 0x}. */
    private static String plain(String written) {
        if (written.startsWith("0x")) {
            byte[] bytes = HexFormat.of().parseHex(written.substring(2).replace(" ", ""));
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return written.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
    }

    private static @Nullable List<String> stream(String bytes, String others, int port, int otherPort) {
        return Names.ofStream(new Look(reader(plain(bytes)), reader(plain(others)), port, otherPort));
    }

    private static @Nullable List<String> datagram(String bytes, int port) {
        return Names.ofDatagram(new Look(reader(plain(bytes)), reader(""), 50_000, port));
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
                "POP3           | +OK ready\\r\\n",
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
                "MySQL          | 0x0f0000000a382e302e33360008000000000000",
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
            })
    void a_stream_is_named_by_its_first_bytes_on_any_port(String name, String bytes) {
        assertThat(stream(bytes, "", 50_000, 40_000))
                .isNotNull()
                .satisfies(stack -> assertThat(String.join(".", stack)).isEqualTo(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "DNScrypt                  | 443   | r6fnvWj8abcdefgh",
                "Service_Location_Protocol | 427   | 0x0201000012000000000000010002656e0000",
                "Dropbox                   | 17500 | {\"host_int\": 1; \"version\": [2; 0]}",
                "Spotify                   | 57621 | SpotUdp0abcdef",
                "RakNet                    | 19132 | 0x01000000000000000100ffff00fefefefefdfdfdfd12345678",
                "NFS                       | 2049  | 0x000000010000000000000002000186a300000003",
                "NetFlow                   | 9999  | 0x0009000100000000000000000000000000000000 0000000800000000",
                "BJNP                      | 8612  | BJNP\\0",
                "IAX                       | 40000 | 0x800400000000000000000601 0b020002 0c00",
                "KCP                       | 40000 | 0x0a00000051028000140000000000000000000000 02000000 0102",
                "Roughtime                 | 2002  | 0x02000000 40000000 4e4f4e43 504144ff",
                "RTPS                      | 7400  | 0x5254505302010103",
                "BFD                       | 3784  | 0x20c80318 0000000100000002000f4240000f42400000c350",
                "Megaco                    | 2944  | MEGACO/1 [192.0.2.1]:2944",
                "CHARGEN                   | 19    | !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijk",
                "QOTD                      | 17    | A penny saved is a penny got.\\r\\n",
                "HART-IP                   | 50000 | 0x0101000000020008",
                "EtherSIO                  | 6060  | ESIO\\0",
                "Ether-S-Bus               | 5050  | 0x0000000d01000001000a205318",
                "DoIP                      | 13400 | 0x02fd000100000000",
                "DNP3                      | 20000 | 0x056405c001000004",
                "Discord                   | 50004 | 0x1337cafe0d000000",
                "Source_Engine             | 27015 | 0xffffffff54536f7572636520456e67696e6520517565727900",
                "Yojimbo                   | 40000 | 0x004e4554434f444520312e303200",
                "Photon                    | 5055  | 0xffff000100000004 22b6e6ba 01ff00000000001400000001 0000000000000000",
                "RakNet                    | 40000 | 0xc0000101000000",
                "RipeAtlas                 | 40000 | MGLNDD_192.0.2.1_1234",
                "TeamViewer                | 5938  | 0x0001020304050607080900 172401",
                "SOMEIP                    | 30490 | 0x12340001000000080000000101010000",
                "DCERPC                    | 34964 | 0x0400000010000000",
            })
    void a_datagram_is_named_by_its_bytes(String name, int port, String bytes) {
        if (name.equals("DCERPC")) {
            String request = plain(bytes) + "\0".repeat(66) + "\u0004\0" + "\0".repeat(4) + "body";
            assertThat(Names.ofDatagram(new Look(reader(request), reader(""), 50_000, port)))
                    .containsExactly(name);
            return;
        }
        assertThat(name.equals("CHARGEN") || name.equals("QOTD") ? sent(bytes, port) : datagram(bytes, port))
                .containsExactly(name);
    }

    /** What a service sends from its port. */
    private static @Nullable List<String> sent(String bytes, int port) {
        return Names.ofDatagram(new Look(reader(plain(bytes)), reader(""), port, 50_000));
    }

    @Test
    void a_greeting_alone_needs_its_port_or_the_answer() {
        assertThat(stream("220 welcome\r\n", "", 40_000, 50_000)).isNull();
        assertThat(stream("220 welcome\r\n", "", 21, 50_000)).containsExactly("FTP_CONTROL");
        assertThat(stream("220 welcome\r\n", "", 25, 50_000)).containsExactly("SMTP");
        assertThat(stream("220 welcome\r\n", "USER me\r\n", 40_000, 50_000)).containsExactly("FTP_CONTROL");
    }

    @Test
    void bytes_that_only_begin_alike_are_not_named() {
        assertThat(stream("SSH is great", "", 22, 50_000)).isNull();
        assertThat(stream("0x0501", "", 50_000, 40_000)).isNull();
        assertThat(stream("0x", "", 50_000, 22)).isNull();
        assertThat(datagram("0x0001", 3478)).isNull();
        assertThat(datagram("0x01000000", 51_820)).isNull();
    }

    @Test
    void the_responders_port_speaks_before_the_originators() {
        assertThat(Names.ofPorts(Transport.TCP, 22, 443)).isEqualTo("SSH");
        assertThat(Names.ofPorts(Transport.TCP, 50_000, 443)).isEqualTo("TLS");
        assertThat(Names.ofPorts(Transport.TCP, 9_999, 44_818)).isNull();
        assertThat(Names.ofPorts(Transport.TCP, 50_000, null)).isNull();
        assertThat(Names.ofPorts(Transport.UDP, null, 53)).isEqualTo("DNS");
    }

    @Test
    void transports_without_payload_of_others_name_themselves() {
        assertThat(Names.ofTransport(Transport.ICMPV6)).isEqualTo("ICMPV6");
        assertThat(Names.ofTransport(Transport.AH)).isEqualTo("IPSec");
        assertThat(Names.ofTransport(Transport.ARP)).isNull();
        assertThat(Names.ofTransport(Transport.TCP)).isNull();
    }
}
