package io.wirecase.scenarios.exam.session;

import io.wirecase.scenarios.conversation.Certificate;
import io.wirecase.scenarios.conversation.Certificate.Name;
import io.wirecase.scenarios.conversation.Certificate.Validity;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.TcpConnection;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Calls.Call;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.packet.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Wrong ports, odd certificates, old versions, passwords in clear. */
public final class Sessions {
    private static final int HTTPS = 443;
    private static final int DAYS = 1_200;

    private Sessions() {}

    /** Row 57. */
    public static Family wrongPort() {
        return Family.suspicious("57-wrong-port", "SSH on 443, TLS on 80 or HTTP on 5432", stage -> {
            Host client = stage.net().local();
            Host server = stage.net().remote();
            Calls calls = new Calls(stage);
            switch (stage.word("what", "ssh", "tls", "http")) {
                case "ssh" -> {
                    TcpConnection connection =
                            calls.connection(client, server, HTTPS, stage.at(5)).open();
                    connection.answer(ascii("SSH-2.0-OpenSSH_9.3\r\n")).received();
                    connection.ask(ascii("SSH-2.0-OpenSSH_9.6\r\n")).ask(calls.bytes(800));
                    connection.answer(calls.bytes(900)).received();
                    connection.close();
                }
                case "tls" ->
                    calls.call(client, server, new Call(stage.net().hostName(), 80, 300, 900, true), stage.at(5));
                default -> {
                    TcpConnection connection =
                            calls.connection(client, server, 5_432, stage.at(5)).open();
                    connection.ask(ascii("GET /a HTTP/1.1\r\nHost: "
                            + stage.net().hostName() + "\r\nUser-Agent: Mozilla/5.0\r\n\r\n"));
                    connection.answer(
                            ascii("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"));
                    connection.received().close();
                }
            }
            stage.actor(client).expect(List.of(client, server), "known_protocol_on_non_standard_port");
            Background.play(stage, 300, client);
        });
    }

    /** Row 68. */
    public static Family onion() {
        return Family.suspicious("68-onion", "names that are made up, certificates that do not name them", stage -> {
            Host client = stage.net().local();
            Calls calls = new Calls(stage);
            int connections = stage.whole("connections", 2, 4);
            for (int i = 0; i < connections; i++) {
                Host relay = stage.net().remote();
                int port = stage.chance().nextBoolean() ? 9_001 : HTTPS;
                Name subject = new Name("", "www." + made(stage.chance()) + ".net");
                Name issuer = new Name("", "www." + made(stage.chance()) + ".com");
                Validity valid = new Validity("260201000000Z", "260901000000Z");
                byte[] certificate = Certificate.of(stage.chance(), subject, issuer, List.of(subject.common()), valid);
                Call call = new Call("www." + made(stage.chance()) + ".com", port, 600, 2_000, true);
                calls.seen(client, relay, call, certificate, stage.at(5 + 20 * i));
            }
            stage.actor(client)
                    .expect(
                            List.of(client),
                            "tls_certificate_mismatch",
                            "suspicious_dga_domain",
                            "anonymous_subscriber",
                            "unsafe_protocol");
            Background.play(stage, 300, client);
        });
    }

    private static String made(SplittableRandom chance) {
        String letters = "abcdefghijklmnopqrstuvwxyz234567";
        StringBuilder name = new StringBuilder();
        int length = 10 + chance.nextInt(10);
        for (int i = 0; i < length; i++) {
            name.append(letters.charAt(chance.nextInt(letters.length())));
        }
        return name.toString();
    }

    /** Row 69: one thing wrong with a certificate. */
    public static List<Family> certificates() {
        return List.of(
                certificate("69-self-signed", "a certificate by its own subject", "tls_selfsigned_certificate"),
                certificate("69b-expired", "a certificate that has expired", "tls_certificate_expired"),
                certificate("69c-mismatch", "a certificate for another name", "tls_certificate_mismatch"),
                certificate("69d-too-long", "a certificate for years", "tls_cert_validity_too_long"));
    }

    private static Family certificate(String id, String title, String code) {
        return Family.suspicious(id, title, stage -> {
            Host client = stage.net().local();
            Host server = stage.net().remote();
            Calls calls = new Calls(stage);
            String asked = stage.net().hostName();
            String named = code.endsWith("mismatch") ? stage.net().hostName() + ".example" : asked;
            Name subject = new Name(named, named);
            Name issuer = code.contains("selfsigned") ? subject : new Name("Prairie Trust", "Prairie Trust CA 4");
            Validity valid = switch (code) {
                case "tls_certificate_expired" -> new Validity("240101000000Z", "250101000000Z");
                case "tls_cert_validity_too_long" -> new Validity("260101000000Z", "300101000000Z");
                default -> new Validity("260101000000Z", "260901000000Z");
            };
            byte[] certificate = Certificate.of(stage.chance(), subject, issuer, List.of(named), valid);
            int visits = stage.whole("visits", 1, 5);
            for (int i = 0; i < visits; i++) {
                Call call = new Call(asked, HTTPS, 500, 1_500, true);
                calls.seen(client, server, call, certificate, stage.at(4 + DAYS * i / 10.0));
            }
            stage.actor(client).expect(List.of(client, server), code);
            Background.play(stage, 600, client);
        });
    }

    /** Row 70. */
    public static Family passwords() {
        return Family.suspicious("70-passwords-in-clear", "a password over FTP, POP3, Telnet's kin or HTTP", stage -> {
            Host client = stage.net().local();
            Host server = stage.net().local();
            Calls calls = new Calls(stage);
            switch (stage.word("what", "ftp", "pop", "http")) {
                case "ftp" ->
                    talk(
                            calls.connection(client, server, 21, stage.at(5)),
                            "220 ready",
                            "USER anna",
                            "331 password",
                            "PASS fjord7",
                            "230 in");
                case "pop" ->
                    talk(
                            calls.connection(client, server, 110, stage.at(5)),
                            "+OK ready",
                            "USER anna",
                            "+OK",
                            "PASS fjord7",
                            "+OK in");
                default ->
                    basic(calls.connection(client, server, 80, stage.at(5)).open());
            }
            stage.actor(client).expect(List.of(client, server), "clear_text_credentials");
            Background.play(stage, 300, client);
        });
    }

    private static void basic(TcpConnection connection) {
        String secret = Base64.getEncoder().encodeToString(ascii("anna:fjord7"));
        connection.ask(ascii(String.join(
                "\r\n",
                "GET /admin HTTP/1.1",
                "Host: intranet.example",
                "User-Agent: Mozilla/5.0",
                "Authorization: Basic " + secret,
                "",
                "")));
        connection.answer(ascii("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"));
        connection.received().close();
    }

    private static void talk(TcpConnection connection, String... lines) {
        connection.open();
        for (int i = 0; i < lines.length; i++) {
            if (i % 2 == 0) {
                connection.answer(ascii(lines[i] + "\r\n")).received();
            } else {
                connection.ask(ascii(lines[i] + "\r\n"));
            }
        }
        connection.close();
    }

    /** Row 71. */
    public static Family oldVersion() {
        return Family.suspicious("71-old-tls", "a client that offers TLS 1.0 at most", stage -> {
            Host client = stage.net().local();
            Host server = stage.net().remote();
            Calls calls = new Calls(stage);
            TcpConnection connection =
                    calls.connection(client, server, HTTPS, stage.at(5)).open();
            connection.ask(hello(
                    calls, 1, 0x0301, new Bytes().u16(4).u16(0x0005).u16(0x002f).toArray()));
            connection
                    .answer(hello(calls, 2, 0x0301, new Bytes().u16(0x0005).toArray()))
                    .received();
            connection.ask(calls.bytes(120));
            connection.answer(calls.bytes(300)).received();
            connection.close();
            stage.actor(client).expect(List.of(client, server), "tls_obsolete_version", "tls_weak_cipher");
            Background.play(stage, 300, client);
        });
    }

    /** RFC 2246: a hello without extensions. */
    private static byte[] hello(Calls calls, int type, int version, byte[] ciphers) {
        Bytes body = new Bytes().u16(version).raw(calls.bytes(32)).u8(0).raw(ciphers);
        byte[] all = (type == 1 ? body.u8(1).u8(0) : body.u8(0)).toArray();
        byte[] message = new Bytes().u8(type).u24(all.length).raw(all).toArray();
        return new Bytes().u8(22).u16(version).block16(message).toArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
