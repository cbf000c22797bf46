package io.wirecase.capture.application.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.net.Transport;
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

    private static @Nullable List<String> datagram(String bytes, int port) {
        return Names.ofDatagram(new Look(reader(plain(bytes)), reader(""), 50_000, port));
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
                "CHARGEN                   | 19    |"
                        + " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijk",
                "QOTD                      | 17    | A penny saved is a penny got.\\r\\n",
                "HART-IP                   | 50000 | 0x0101000000020008",
                "EtherSIO                  | 6060  | ESIO\\0",
                "UFTP                      | 1044  | 0x40010001000000010000000200000000",
                "DTLS                      | 443   | 0x170100000100000000000700040a0b0c0d",
                "Ether-S-Bus               | 5050  | 0x0000000d01000001000a205318",
                "DoIP                      | 13400 | 0x02fd000100000000",
                "PFCP                      | 8805  | 0x2001000c 0000010000600004 e0000000",
                "Nintendo                  | 40000 | 0x32ab9864 00000000000000000000000000000000",
                "GenshinImpact             | 22101 | 0x000000ff 00000000 00000000 499602d2 ffffffff",
                "SteamDatagramRelay        | 27045 | 0x0181736470696e67",
                "SD-RTN                    | 8130  | 0x005a384c00002100000000000 4534e4900",
                "EAQ                       | 6000  | 0x0000000000000dda00014b0700009000",
                "AnyDesk                   | 50001 | 0x3ed10301",
                "Zoom                      | 8801  | 0x0300000001762a8d74005a0e3e",
                "NoMachine                 | 4000  | 0x010001000a0000000000",
                "Mumble                    | 64738 | 0x000000000102030405060708",
                "TUYA_LP                   | 6667  | 0x000055aa00000000",
                "Quake                     | 27960 | 0xffffffff 676574496e666f",
                "Syncthing                 | 21027 | 0x2ea7d90b0a20",
                "DNP3                      | 20000 | 0x056405c001000004",
                "Discord                   | 50004 | 0x1337cafe0d000000",
                "Source_Engine             | 27015 | 0xffffffff54536f7572636520456e67696e6520517565727900",
                "Yojimbo                   | 40000 | 0x004e4554434f444520312e303200",
                "RakNet                    | 40000 | 0xc0000101000000",
                "RakNet                    | 40000 | 0x84000000 40 0010 000000 0900 00 0008 ff",
                "RakNet                    | 40000 | 0x0100001f0111 7b00ffff00fefefefefdfdfdfd12345678",
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
    void a_remote_desktop_over_udp_is_named_by_its_padded_syn() {
        String syn = plain("0xffffffff04000001 00000001 04d004d0") + "\0".repeat(1_216);
        assertThat(datagram(syn, 3389)).containsExactly("RDP");
        assertThat(datagram(syn, 3390)).isNull();
        assertThat(datagram(syn.substring(0, 200), 3389)).isNull();
    }

    @Test
    void bytes_that_only_begin_alike_are_not_named() {
        assertThat(datagram("0x0001", 3478)).isNull();
        assertThat(datagram("0x01000000", 51_820)).isNull();
        assertThat(datagram("0x40630001000000010000000200000000", 1_044)).isNull();
        assertThat(datagram("0x170100000100000000000700050a0b0c0d", 443)).isNull();
        assertThat(datagram("0x84000000 40 0010 000000 090000", 40_000)).isNull();
        assertThat(datagram("0x84000000 41 0010 000000 0900", 40_000)).isNull();
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
