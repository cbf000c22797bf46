package io.wirecase.scenarios.exam.carrier;

import io.wirecase.scenarios.conversation.Datagrams.Echo;
import io.wirecase.scenarios.conversation.Datagrams.Question;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Http;
import io.wirecase.scenarios.conversation.TcpConnection;
import io.wirecase.scenarios.conversation.Tls;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Stage;
import io.wirecase.scenarios.packet.Dns;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Tunnels through what is let through: names, echoes, proxies. */
public final class Tunnelling {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int NULL_TYPE = 10;

    private Tunnelling() {}

    /** Row 52. */
    public static Family names() {
        return Family.malicious("52-dns-tunnel", "packets in the labels of names below one domain", stage -> {
            Host client = stage.net().local();
            int messages = stage.whole("messages", 150, 500);
            double rate = stage.number("rate", 5, 40);
            int type = (int) stage.oneOf("type", Dns.TXT, NULL_TYPE);
            String domain = ".t." + stage.net().domain();
            int port = stage.chance().nextBoolean() ? 40_000 + stage.chance().nextInt(9_000) : 0;
            for (int i = 0; i < messages; i++) {
                SplittableRandom chance = stage.chance();
                String name = packed(chance, 30 + chance.nextInt(30)) + "." + packed(chance, 10 + chance.nextInt(38))
                        + domain;
                byte[] data = new byte[60 + chance.nextInt(120)];
                chance.nextBytes(data);
                byte[] record = type == Dns.TXT ? Dns.text(data) : data;
                stage.datagrams()
                        .ask(
                                client,
                                stage.net().router(),
                                new Question(name, type, record, 1, port),
                                stage.at(3 + i / rate));
            }
            stage.actor(client).expect(List.of(client), "dns_tunnel");
            Background.play(stage, 300, client);
        });
    }

    private static String packed(SplittableRandom chance, int characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            text.append(BASE32.charAt(chance.nextInt(BASE32.length())));
        }
        return text.toString();
    }

    /** Row 56. */
    public static Family echoes() {
        return Family.malicious("56-icmp-tunnel", "packets in echo messages, other ones each way", stage -> {
            Host client = stage.net().local();
            Host far = stage.net().remote();
            int messages = stage.whole("messages", 120, 400);
            double rate = stage.number("rate", 1, 8);
            int identifier = stage.chance().nextInt(1 << 16);
            Calls calls = new Calls(stage);
            for (int i = 0; i < messages; i++) {
                byte[] asked = calls.bytes(68 + stage.chance().nextInt(400));
                byte[] answered = calls.bytes(68 + stage.chance().nextInt(900));
                stage.datagrams().echo(client, far, new Echo(identifier, i, asked, answered), stage.at(3 + i / rate));
            }
            stage.actor(client).expect(List.of(client, far), "icmp_tunnel");
            Background.play(stage, 300, client);
        });
    }

    /** Its twin: a long ping of the usual size. */
    public static Family pings() {
        return Family.benign("56b-ping", "somebody leaves a ping running", stage -> {
            Host client = stage.net().local();
            Host far = stage.net().remote();
            int messages = stage.whole("messages", 120, 600);
            byte[] data = new byte[(int) stage.oneOf("size", 32, 56, 120)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) (0x61 + i % 23);
            }
            for (int i = 0; i < messages; i++) {
                stage.datagrams().echo(client, far, new Echo(7, i, data, data), stage.at(3 + i));
            }
            stage.actor(client);
            Background.play(stage, stage.lastSecond(), client);
        });
    }

    /** Row 58, with the house's own proxy as its twin. */
    public static List<Family> proxies() {
        return List.of(
                Family.malicious(
                        "58-proxy-tunnel", "CONNECT to ports that are no web's, through a proxy elsewhere", stage -> {
                            Host client = stage.net().local();
                            Host proxy = stage.net().remote();
                            int port = (int) stage.oneOf("through", 22, 25, 3_389);
                            connects(stage, client, proxy, List.of(stage.net().hostName() + ":" + port));
                            // A session every few minutes keeps a period.
                            stage.actor(client)
                                    .expect(List.of(client), "proxy_tunnel")
                                    .allow("beacon");
                        }),
                Family.benign("58b-own-proxy", "people browse through the proxy of the house", stage -> {
                    Host client = stage.net().local();
                    Host proxy = stage.net().local();
                    connects(
                            stage,
                            client,
                            proxy,
                            List.of(
                                    stage.net().hostName() + ":443",
                                    stage.net().hostName() + ":443",
                                    stage.net().hostName() + ":443",
                                    stage.net().hostName() + ":443"));
                    stage.actor(client);
                }));
    }

    private static void connects(Stage stage, Host client, Host proxy, List<String> targets) {
        int port = (int) stage.oneOf("port", 3_128, 8_080);
        int sessions = stage.whole("sessions", 4, 12);
        Calls calls = new Calls(stage);
        for (int i = 0; i < sessions; i++) {
            String target = targets.get(i % targets.size());
            double second = 4 + 200.0 * i + 100 * stage.chance().nextDouble();
            TcpConnection connection =
                    calls.connection(client, proxy, port, stage.at(second)).open();
            connection.ask(Http.message(
                    "CONNECT " + target + " HTTP/1.1",
                    List.of("Host: " + target, "User-Agent: Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0"),
                    new byte[0]));
            connection.answer(Http.message("HTTP/1.1 200 Connection established", List.of(), new byte[0]));
            connection.received();
            if (target.endsWith(":443")) {
                String name = target.substring(0, target.indexOf(':'));
                connection.ask(Tls.clientHello(stage.chance(), name, List.of("h2", "http/1.1")));
                connection.answer(Tls.serverFlight(stage.chance(), 1_900)).received();
                connection.ask(Tls.clientFinished(stage.chance()));
            } else if (target.endsWith(":22")) {
                connection.ask("SSH-2.0-OpenSSH_9.6\r\n".getBytes(StandardCharsets.US_ASCII));
                connection
                        .answer("SSH-2.0-OpenSSH_9.3\r\n".getBytes(StandardCharsets.US_ASCII))
                        .received();
            }
            for (int k = 0; k < 5; k++) {
                connection.ask(calls.bytes(150 + stage.chance().nextInt(500)));
                connection
                        .answer(calls.bytes(200 + stage.chance().nextInt(2_000)))
                        .received();
                connection.pause(2_000_000_000L);
            }
            connection.close();
        }
        Background.play(stage, stage.lastSecond(), client);
    }
}
