package io.wirecase.scenarios.exam.attack;

import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.TcpConnection;
import io.wirecase.scenarios.conversation.Tls;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Calls.Call;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.packet.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Guessed passwords, moves from host to host, and mining. */
public final class Intruders {
    private static final int SMB = 445;
    private static final int RPC = 135;

    private Intruders() {}

    /** Row 39, SSH. */
    public static Family ssh() {
        return Family.malicious("39-ssh-guessing", "passwords guessed over SSH, some dozens a minute", stage -> {
            Host from = stage.chance().nextBoolean()
                    ? stage.net().remote()
                    : stage.net().local();
            Host to = stage.net().local();
            int tries = stage.whole("tries", 30, 120);
            double perMinute = stage.number("perMinute", 8, 60);
            Calls calls = new Calls(stage);
            for (int i = 0; i < tries; i++) {
                double second = 3 + 60 / perMinute * (i + 0.3 * stage.chance().nextDouble());
                TcpConnection connection =
                        calls.connection(from, to, 22, stage.at(second)).open();
                connection.answer(ascii("SSH-2.0-OpenSSH_9.3\r\n")).received();
                connection.ask(ascii("SSH-2.0-libssh2_1.11.0\r\n"));
                connection.ask(packet(calls, 700)).answer(packet(calls, 900)).received();
                connection.ask(packet(calls, 48)).answer(packet(calls, 400)).received();
                connection.ask(packet(calls, 92)).answer(packet(calls, 68)).received();
                connection.close();
            }
            stage.actor(from).expect(List.of(from, to), "brute_force").allow("beacon");
            Background.play(stage, stage.lastSecond());
        });
    }

    /** RFC 4253: a length, a padding length, a message. */
    private static byte[] packet(Calls calls, int size) {
        return new Bytes()
                .u32(size - 4L)
                .u8(6)
                .u8(20)
                .raw(calls.bytes(size - 6))
                .toArray();
    }

    /** Row 39, FTP. */
    public static Family ftp() {
        return Family.malicious("39b-ftp-guessing", "passwords guessed over FTP", stage -> {
            Host from = stage.net().local();
            Host to = stage.net().local();
            int tries = stage.whole("tries", 30, 100);
            double perMinute = stage.number("perMinute", 8, 60);
            Calls calls = new Calls(stage);
            for (int i = 0; i < tries; i++) {
                double second = 3 + 60 / perMinute * (i + 0.3 * stage.chance().nextDouble());
                TcpConnection connection =
                        calls.connection(from, to, 21, stage.at(second)).open();
                connection.answer(ascii("220 ready\r\n")).received();
                connection
                        .ask(ascii("USER admin\r\n"))
                        .answer(ascii("331 password please\r\n"))
                        .received();
                connection
                        .ask(ascii("PASS word" + i + "\r\n"))
                        .answer(ascii("530 login incorrect\r\n"))
                        .received();
                connection.close();
            }
            stage.actor(from).expect(List.of(from, to), "brute_force").allow("beacon");
            Background.play(stage, stage.lastSecond());
        });
    }

    /** Their twin: a person, or a job with a right key, logs in again and again. */
    public static Family logins() {
        return Family.benign("39c-ssh-jobs", "a job logs in over SSH every few minutes and copies files", stage -> {
            Host from = stage.net().local();
            Host to = stage.net().local();
            int jobs = stage.whole("jobs", 12, 48);
            double every = stage.oneOf("every", 60, 300, 600);
            Calls calls = new Calls(stage);
            for (int i = 0; i < jobs; i++) {
                TcpConnection connection =
                        calls.connection(from, to, 22, stage.at(3 + every * i)).open();
                connection.answer(ascii("SSH-2.0-OpenSSH_9.3\r\n")).received();
                connection.ask(ascii("SSH-2.0-OpenSSH_9.6\r\n"));
                connection
                        .ask(packet(calls, 1_200))
                        .answer(packet(calls, 1_100))
                        .received();
                connection.ask(packet(calls, 48)).answer(packet(calls, 400)).received();
                connection.ask(packet(calls, 600)).answer(packet(calls, 300)).received();
                connection.ask(packet(calls, 5_000 + stage.chance().nextInt(15_000)));
                connection.answer(packet(calls, 600)).received();
                connection.close();
            }
            stage.actor(from).allow("beacon");
            Background.play(stage, stage.lastSecond());
        });
    }

    /** Row 61. */
    public static Family moves() {
        return Family.malicious("61-lateral-movement", "a workstation runs programs on its neighbours", stage -> {
            Host from = stage.net().local();
            List<Host> hosts = stage.net().locals(stage.whole("hosts", 8, 25));
            Calls calls = new Calls(stage);
            double second = 5;
            for (Host host : hosts) {
                for (int i = 0; i < 3; i++) {
                    rpc(calls, from, host, stage.at(second));
                    second += 0.5 + stage.chance().nextDouble();
                }
                share(calls, from, host, stage.at(second));
                second += 4 + 20 * stage.chance().nextDouble();
            }
            stage.actor(from).expect(List.of(from), "lateral_movement").allow("horizontal_scan");
            Background.play(stage, stage.lastSecond(), from);
        });
    }

    /** A bind to the endpoint mapper and a call (DCE 1.1, version 5). */
    private static void rpc(Calls calls, Host from, Host to, long at) {
        TcpConnection connection = calls.connection(from, to, RPC, at).open();
        connection.ask(pdu(calls, 11, 116)).answer(pdu(calls, 12, 84)).received();
        connection.ask(pdu(calls, 0, 156)).answer(pdu(calls, 2, 152)).received();
        connection.close();
    }

    private static byte[] pdu(Calls calls, int type, int size) {
        return new Bytes()
                .u8(5)
                .u8(0)
                .u8(type)
                .u8(3)
                .u32(0x1000_0000)
                .u8(size & 0xff)
                .u8(size >>> 8)
                .u16(0)
                .u32(0x0100_0000)
                .raw(calls.bytes(size - 16))
                .toArray();
    }

    /** SMB 2: negotiate, set up, write a program. */
    private static void share(Calls calls, Host from, Host to, long at) {
        TcpConnection connection = calls.connection(from, to, SMB, at).open();
        for (int command : new int[] {0, 1, 1, 3, 5}) {
            connection
                    .ask(smb(calls, command, 160))
                    .answer(smb(calls, command, 180))
                    .received();
        }
        connection.ask(smb(calls, 9, 40_000)).answer(smb(calls, 9, 90)).received();
        connection.close();
    }

    private static byte[] smb(Calls calls, int command, int size) {
        byte[] message = new Bytes()
                .u32(0xfe53_4d42L)
                .u16(0x4000)
                .u16(0)
                .u32(0)
                .u8(command)
                .u8(0)
                .u16(0x0100)
                .raw(calls.bytes(size))
                .toArray();
        return new Bytes().u8(0).u24(message.length).raw(message).toArray();
    }

    /** Row 67. */
    public static Family mining() {
        return Family.malicious("67-mining", "a miner: one long connection, a share every 10 to 60 s", stage -> {
            Host from = stage.net().local();
            Host pool = stage.net().remote();
            int port = (int) stage.oneOf("port", 3_333, 4_444, 14_444);
            int shares = stage.whole("shares", 20, 80);
            double mean = stage.number("mean", 10, 60);
            Calls calls = new Calls(stage);
            TcpConnection connection =
                    calls.connection(from, pool, port, stage.at(4)).open();
            connection.ask(ascii("{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[\"miner/6.21\"]}\n"));
            connection.answer(
                    ascii("{\"id\":1,\"result\":[[[\"mining.notify\",\"ae6812eb\"]],\"0800\",4],\"error\":null}\n"));
            connection
                    .received()
                    .ask(ascii("{\"id\":2,\"method\":\"mining.authorize\",\"params\":[\"worker.1\",\"x\"]}\n"));
            connection
                    .answer(ascii("{\"id\":2,\"result\":true,\"error\":null}\n"))
                    .received();
            for (int i = 0; i < shares; i++) {
                connection.pause((long) (-Math.log(1 - stage.chance().nextDouble()) * mean * 1e9));
                String share = String.format(
                        Locale.ROOT,
                        "{\"id\":%d,\"method\":\"mining.submit\",\"params\":[\"worker.1\",\"%x\",\"1\",\"%08x\"]}%n",
                        i + 3,
                        i + 900,
                        stage.chance().nextInt());
                connection.ask(ascii(share));
                connection
                        .answer(ascii("{\"id\":" + (i + 3) + ",\"result\":true,\"error\":null}\n"))
                        .received();
            }
            connection.close();
            stage.actor(from).expect(List.of(from, pool), "mining").allow("beacon");
            Background.play(stage, connection.now() / 1e9, from);
        });
    }

    /** Row 59. */
    public static Family webSocket() {
        return Family.suspicious("59-tunnel-in-web-socket", "SSH inside a web socket on port 80, for long", stage -> {
            Host from = stage.net().local();
            Host to = stage.net().remote();
            Calls calls = new Calls(stage);
            TcpConnection connection =
                    calls.connection(from, to, 80, stage.at(4)).open();
            upgraded(connection, stage.net().hostName());
            connection.answer(
                    new Bytes().u8(0x82).u8(21).text("SSH-2.0-OpenSSH_9.3\r\n").toArray());
            int lines = stage.whole("lines", 60, 200);
            for (int i = 0; i < lines; i++) {
                byte[] sealed = Tls.sealed(stage.chance(), 40 + stage.chance().nextInt(100));
                connection.ask(new Bytes().u8(0x82).u8(0x80 | 100).raw(sealed).toArray());
                connection
                        .answer(new Bytes()
                                .u8(0x82)
                                .u8(120)
                                .raw(calls.bytes(120))
                                .toArray())
                        .received();
                connection.pause((long) (20e9 * stage.chance().nextDouble()));
            }
            connection.close();
            stage.actor(from).expect(List.of(from, to), "proxy_tunnel", "known_protocol_on_non_standard_port");
            Background.play(stage, connection.now() / 1e9, from);
        });
    }

    /** A web socket (RFC 6455) from its request to the server's consent. */
    private static void upgraded(TcpConnection connection, String name) {
        connection.ask(lines(
                "GET /v1/stream HTTP/1.1",
                "Host: " + name,
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        connection.answer(lines(
                "HTTP/1.1 101 Switching Protocols",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzhZRbK+xOo="));
        connection.received();
    }

    /** A miner's twin: another long connection with a word now and then. */
    public static Family quietLine() {
        return Family.benign("67b-quiet-line", "a chat program keeps one line open for an hour and more", stage -> {
            Host from = stage.net().local();
            Host to = stage.net().remote();
            int words = stage.whole("words", 20, 80);
            Calls calls = new Calls(stage);
            TcpConnection line = calls.opened(from, to, new Call(stage.net().hostName(), 443, 0, 0, true), stage.at(4));
            for (int i = 0; i < words; i++) {
                line.pause((long) (-Math.log(1 - stage.chance().nextDouble()) * 60e9));
                line.ask(Tls.sealed(stage.chance(), 90 + stage.chance().nextInt(200)));
                line.answer(Tls.sealed(stage.chance(), 80)).received();
            }
            line.close();
            stage.actor(from);
            Background.play(stage, line.now() / 1e9, from);
        });
    }

    private static byte[] lines(String... lines) {
        return ascii(String.join("\r\n", lines) + "\r\n\r\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
