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
                "STUN                      | 3478  | 0x000100002112a442000102030405060708090a0b",
                "STUN                      | 3478  | 0x0001000011111111000102030405060708090a0b",
                "SSDP                      | 1900  | M-SEARCH * HTTP/1.1\\r\\nHOST: 239.255.255.250:1900\\r\\n",
                "SIP                       | 5060  | OPTIONS sip:a@example.com SIP/2.0\\r\\n",
                "BitTorrent                | 6881  | d1:ad2:id20:aaaaaaaaaaaaaaaaaaaae1:q4:ping1:t2:aa1:y1:qe",
                "Syslog                    | 514   | <34>Oct 11 22:14:15 host su: failed",
                "TFTP                      | 69    | 0x0001 626f6f742e696d6700 6f6374657400",
                "Radius                    | 1812  | 0x010100180102030405060708090a0b0c0d0e0f10 01046d65",
                "SNMP                      | 161   | 0x302902010004067075626c6963a01c0204",
                "WireGuard                 | 443   | 0x04",
                "IPSec                     | 500   | 0x0102030405060708000000000000000021202208000000000000001c",
                "DNScrypt                  | 443   | r6fnvWj8abcdefgh",
                "Service_Location_Protocol | 427   | 0x0201000012000000000000010002656e0000",
                "Dropbox                   | 17500 | {\"host_int\": 1; \"version\": [2; 0]}",
                "Spotify                   | 57621 | SpotUdp0abcdef",
                "RTCP                      | 40000 | 0x80c9000112345678",
                "RakNet                    | 19132 | 0x01000000000000000100ffff00fefefefefdfdfdfd12345678",
                "NFS                       | 2049  | 0x000000010000000000000002000186a300000003",
                "NetFlow                   | 9999  | 0x0009000100000000000000000000000000000000 0000000800000000",
                "BJNP                      | 8612  | BJNP\\0",
                "SOMEIP                    | 30490 | 0x12340001000000080000000101010000",
                "DCERPC                    | 34964 | 0x0400000010000000",
            })
    void a_datagram_is_named_by_its_bytes(String name, int port, String bytes) {
        if (name.equals("WireGuard")) {
            String initiation = "\u0001\0\0\0" + "x".repeat(144);
            assertThat(Names.ofDatagram(new Look(reader(initiation), reader(""), 50_000, port)))
                    .containsExactly(name);
            return;
        }
        if (name.equals("DCERPC")) {
            String request = plain(bytes) + "\0".repeat(66) + "\u0004\0" + "\0".repeat(4) + "body";
            assertThat(Names.ofDatagram(new Look(reader(request), reader(""), 50_000, port)))
                    .containsExactly(name);
            return;
        }
        assertThat(datagram(bytes, port)).containsExactly(name);
    }

    @Test
    void network_time_needs_its_port_and_length() {
        String packet = "\u0023" + "\0".repeat(47);
        assertThat(datagram(packet, 123)).containsExactly("NTP");
        assertThat(datagram(packet, 9999)).isNull();
        assertThat(datagram(packet.substring(1), 123)).isNull();
    }

    @Test
    void dhcp_is_told_by_its_cookie() {
        String packet = "\u0001\u0001\u0006\0" + "\0".repeat(232) + "\u0063\u0082\u0053\u0063\u0035";
        assertThat(datagram(packet, 67)).containsExactly("DHCP");
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
