package io.wirecase.capture.fuzz;

import io.wirecase.core.net.Transport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * First words of protocols, each by its specification: what the generated captures do not speak, a fuzzer would need
 * long to guess. Text is written as it is, bytes in hex behind {@code 0x}; {@code <} goes ahead of what the responder
 * says.
 */
final class Openings {

    private static final List<Opening> STREAMS = List.of(
            opening(
                    80,
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                    "0x000000040000000000",
                    "<0x000000040000000000",
                    "0x00000501040000000182848641a0"),
            opening(
                    8080,
                    "CONNECT a.example:443 HTTP/1.1\r\nHost: a.example\r\n\r\n",
                    "<HTTP/1.1 200 OK\r\n\r\n",
                    "0x160301000501000001030300"),
            opening(
                    80,
                    "GET / HTTP/1.1\r\nHost: a.example\r\nUpgrade: websocket\r\nAuthorization: Basic dTpw\r\n\r\n",
                    "<HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\n\r\n"),
            opening(
                    22,
                    "<SSH-2.0-OpenSSH_9.6\r\n",
                    "SSH-2.0-x\r\n",
                    "0x0000003c0a1400000000000000000000000000000000"
                            + "0000000163000000016b00000001680000000163000000016300000001780000000178000"
                            + "000000000000000"),
            opening(
                    25,
                    "<220 mail.example ESMTP\r\n",
                    "EHLO a.example\r\n",
                    "<250-mail.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN\r\n",
                    "AUTH LOGIN\r\n",
                    "<334 VXNlcm5hbWU6\r\n",
                    "dXNlcg==\r\n",
                    "MAIL FROM:<a@a.example>\r\nRCPT TO:<b@b.example>\r\nDATA\r\n"),
            opening(143, "<* OK IMAP4rev1 ready\r\n", "a1 LOGIN user word\r\n", "<a1 OK done\r\n", "a2 STARTTLS\r\n"),
            opening(
                    110,
                    "<+OK POP3 ready\r\n",
                    "USER user\r\n",
                    "<+OK\r\n",
                    "PASS word\r\n",
                    "<-ERR no\r\n",
                    "STLS\r\n"),
            opening(
                    21,
                    "<220 FTP\r\n",
                    "USER user\r\n",
                    "<331 word\r\n",
                    "PASS word\r\n",
                    "<230 in\r\n",
                    "PASV\r\n",
                    "<227 Entering Passive Mode (192,0,2,1,4,1)\r\n",
                    "AUTH TLS\r\n"),
            opening(
                    23,
                    "<0xfffd18fffd20fffd23fffd27",
                    "0xfffb18fffb1f",
                    "<login: ",
                    "user\r\n",
                    "<Password: ",
                    "word\r\n"),
            opening(
                    6667,
                    "NICK a\r\nUSER a 0 * :a\r\n",
                    "<:s 001 a :hi\r\n",
                    "PASS word\r\nJOIN #c\r\nPRIVMSG #c :x\r\n"),
            opening(514, "0x31303233006100620063", "<0x00"),
            opening(
                    445,
                    "0x00000040fe534d4240000000000000000000010000000000000000000000000000000000000000000000"
                            + "0000000000000000000000000000000000000000000000000024000100"),
            opening(
                    139,
                    "0x81000044204543",
                    "0x00000023ff534d4272000000001843c800000000000000000000000000fffe00000000" + "0002044e54"),
            opening(3389, "0x030000130ee000000000000100080003000000", "<0x030000130ed000001234000201080002000000"),
            opening(5900, "<RFB 003.008\n", "RFB 003.008\n", "<0x0102", "0x02"),
            opening(88, "0x000000206a1e301ca103020105a20302010aa4123010a00703050050800000a1053003020101"),
            opening(389, "0x300c020101600702010304008000", "<0x300c02010161070a010004000400"),
            opening(1883, "0x101000044d5154540402003c000461626364", "<0x20020000"),
            opening(5672, "AMQP\u0000\u0000\u0009\u0001", "<0x01000000000005000a000a0009ce"),
            opening(9092, "0x0000001400120003000000010001610362000363006400000000"),
            opening(6379, "*2\r\n$4\r\nAUTH\r\n$4\r\nword\r\n", "<+OK\r\n", "*1\r\n$4\r\nPING\r\n", "<+PONG\r\n"),
            opening(
                    3306,
                    "<0x2c0000000a382e302e333600080000004142434445464748000fa22102000f80150000000000000000000000",
                    "0x20000001058aa6030000000121000000000000000000000000000000000000000000000000"),
            opening(5432, "0x0000000804d2162f", "<S", "0x0000001600030000757365720061006461746162617365006200"),
            opening(27017, "0x24000000010000000000000dd070000000000000000f0000001069736d617374657200010000000000"),
            opening(1080, "0x050100", "<0x0500", "0x0501000309612e6578616d706c65005000", "<0x05000001c0000201005000"),
            opening(1080, "0x04010050000000017500612e6578616d706c6500"),
            opening(6881, "0x13426974546f7272656e742070726f746f636f6c0000000000100005"),
            opening(3333, "{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[]}\n", "<{\"id\":1,\"result\":[]}\n"),
            opening(502, "0x000100000006010300000001", "<0x0001000000050103020007"),
            opening(5938, "0x1724110400"),
            opening(53, "0x001d12340100000100000000000003777777076578616d706c6503636f6d0000010001"),
            opening(554, "OPTIONS rtsp://a.example RTSP/1.0\r\nCSeq: 1\r\n\r\n"),
            opening(5222, "<?xml version='1.0'?><stream:stream to='a.example'>"),
            opening(1433, "0x12010034000000000000150006010020000102002100010300220004040026000108ff"));

    private static final List<Opening> DATAGRAMS = List.of(
            opening(
                    137,
                    "0x12340110000100000000000020434b4141414141414141414141414141414141414141414141414141414141410000"
                            + "210001"),
            opening(
                    67,
                    "0x0101060012345678000000000000000000000000000000000000000002000000000a" + "00".repeat(202)
                            + "638253633501013204c000020a0c0161370401030612ff"),
            opening(547, "0x01123456000100060003000100010003000c0000000100000e1000001518000600020017"),
            opening(
                    123,
                    "0x230003ff0000000000000000000000000000000000000000000000000000000000000000e1b2c3d400000000",
                    "<0x240103e90000000000000010c0000201e1b2c3d400000000e1b2c3d400000000e1b2c3d400000000"
                            + "e1b2c3d400000000"),
            opening(161, "0x302602010104067075626c6963a019020101020100020100300e300c06082b060102010101000500"),
            opening(5060, "REGISTER sip:a.example SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1\r\nCall-ID: 1\r\n\r\n"),
            opening(
                    16384,
                    "0x80001234000000011111111100000000000000000000",
                    "<0x80001235000000a11111111100000000000000000000"),
            opening(
                    3478,
                    "0x000100002112a442000000000000000000000001",
                    "<0x0101000c2112a44200000000000000000000000100200008" + "0001a147e112a643"),
            opening(
                    1900,
                    "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nST: all\r\n\r\n"),
            opening(514, "<34>Oct 11 22:14:15 host su: failed for user"),
            opening(69, "0x0001612e62696e006f6374657400", "<0x00030001aabbcc"),
            opening(1812, "0x0101002600000000000000000000000000000000010675736572021200112233445566778899aabbccddeeff"),
            opening(1194, "0x38112233445566778800000000000000", "<0x40aabbccddeeff00110100000000"),
            opening(51820, "0x01000000" + "11".repeat(144), "<0x02000000" + "22".repeat(88)),
            opening(
                    500,
                    "0x112233445566778800000000000000002120220800000000000000302200001400000010010100000001000003"),
            opening(47808, "0x810b000c0120ffff00ff1008"),
            opening(
                    6881,
                    "0x64313a6164323a696432303a6162636465666768696a30313233343536373839653a71343a70696e67",
                    "0x410212340000000000000000000000000001000000"),
            opening(443, "0xc300000001088394c8f03e5157080000449e" + "00".repeat(64)),
            opening(443, "0x16fefd0000000000000000003d010000310000000000000031fefd" + "00".repeat(48)),
            opening(2152, "0x30ff000800000001450000080000"),
            opening(4789, "0x0800000000000100" + "02".repeat(14)),
            opening(5353, "0x000084000000000100000000045f69707004" + "5f746370056c6f63616c00000c0001000000780002c00c"),
            opening(3544, "0x6000000000003b40" + "20".repeat(32)));

    private Openings() {}

    /**
     * How a protocol begins.
     *
     * @param port its responder's usual one
     */
    record Opening(int port, List<Said> said) {}

    /** One message. */
    record Said(boolean byResponder, byte[] bytes) {}

    static List<Opening> of(Transport transport) {
        return transport == Transport.TCP ? STREAMS : DATAGRAMS;
    }

    private static Opening opening(int port, String... messages) {
        List<Said> said = new ArrayList<>();
        for (String message : messages) {
            boolean responder = message.startsWith("<") && !message.startsWith("<?") && !message.startsWith("<34");
            String text = responder ? message.substring(1) : message;
            said.add(new Said(
                    responder,
                    text.startsWith("0x")
                            ? HexFormat.of().parseHex(text.substring(2))
                            : text.getBytes(StandardCharsets.ISO_8859_1)));
        }
        return new Opening(port, said);
    }
}
