package io.wirecase.scenarios.exam.browse;

import io.wirecase.scenarios.conversation.Arp;
import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Loose;
import io.wirecase.scenarios.conversation.TcpConnection;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ip;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Many peers at once, and one server that many want. */
public final class Crowds {
    private static final int HTTP = 80;

    private Crowds() {}

    /** Row 12. */
    public static Family peers() {
        return Family.benign(
                "12-peer-to-peer", "a peer-to-peer program tries its neighbours, of whom many are gone", stage -> {
                    Host client = stage.net().local();
                    int peers = stage.whole("peers", 60, 200);
                    double gone = stage.number("gone", 0.3, 0.6);
                    int port = 20_000 + stage.chance().nextInt(30_000);
                    Loose loose = new Loose(stage.scene());
                    Calls calls = new Calls(stage);
                    byte[] hash = calls.bytes(20);
                    for (int i = 0; i < peers; i++) {
                        Host peer = stage.net().remote();
                        long at = stage.at(3 + 240 * stage.chance().nextDouble());
                        boolean answers = stage.chance().nextDouble() >= gone;
                        Loose.Way way = new Loose.Way(
                                client, port, peer, 6_881 + stage.chance().nextInt(40_000));
                        loose.datagram(way, ping(calls), at);
                        if (answers) {
                            loose.datagram(way.back(), ping(calls), at + 60_000_000);
                            handshake(calls.connection(client, peer, way.port(), at + 90_000_000), hash, calls);
                        } else {
                            calls.connection(client, peer, way.port(), at + 90_000_000)
                                    .unanswered(2);
                        }
                    }
                    stage.actor(client).allow("unsafe_protocol");
                    Background.play(stage, 600, client);
                });
    }

    /** BEP 3: a byte with the length of the name, the name, eight reserved bytes, the hash, the peer. */
    private static void handshake(TcpConnection connection, byte[] hash, Calls calls) {
        byte[] hello = new Bytes()
                .u8(19)
                .text("BitTorrent protocol")
                .u32(0)
                .u32(0x0010_0005)
                .raw(hash)
                .raw(calls.bytes(20))
                .toArray();
        connection.open().ask(hello).answer(hello).received();
        connection.ask(calls.bytes(60)).answer(calls.bytes(700)).received();
        connection.close();
    }

    /** BEP 5: a ping of the distributed table. */
    private static byte[] ping(Calls calls) {
        return new Bytes()
                .text("d1:ad2:id20:")
                .raw(calls.bytes(20))
                .text("e1:q4:ping1:t2:aa1:y1:qe")
                .toArray();
    }

    /** Row 64: the twin of a SYN flood. */
    public static Family flashCrowd() {
        return Family.benign("64-flash-crowd", "hundreds of visitors a second at a web server, all served", stage -> {
            Host server = stage.net().local();
            double rate = stage.number("rate", 120, 300);
            double seconds = stage.number("seconds", 12, 16);
            Calls calls = new Calls(stage);
            List<Host> visitors = stage.net().remotes(stage.whole("visitors", 300, 900));
            byte[] request = "GET /live HTTP/1.1\r\nHost: www.paper-and-pens.example\r\nUser-Agent: Mozilla/5.0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] answer = "HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok"
                    .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < rate * seconds; i++) {
                Host visitor = visitors.get(stage.chance().nextInt(visitors.size()));
                TcpConnection visit = calls.connection(visitor, server, HTTP, stage.at(3 + i / rate));
                visit.open().ask(request).answer(answer).received();
                visit.close();
            }
            stage.actor(server);
            Background.play(stage, 300);
        });
    }

    /** Row 54: the twin of a DNS tunnel. */
    public static Family hashLookups() {
        return Family.benign("54-hash-lookups", "a virus scanner asks for files' hashes by name", stage -> {
            Host client = stage.net().local();
            int lookups = stage.whole("lookups", 150, 400);
            double rate = stage.number("rate", 2, 20);
            String domain = ".avts." + stage.net().domain();
            for (int i = 0; i < lookups; i++) {
                byte[] hash = new byte[16 + 4 * stage.chance().nextInt(2)];
                stage.chance().nextBytes(hash);
                String name = HexFormat.of().formatHex(hash) + domain;
                Name known = Name.of(
                        name,
                        List.of(Ip.address("127.0.0." + (2 + stage.chance().nextInt(6)))),
                        300);
                stage.lookup(client, known, stage.at(3 + i / rate));
            }
            stage.actor(client);
            Background.play(stage, 300, client);
        });
    }

    /** Row 21. */
    public static Family failOver() {
        return Family.benign("21-fail-over", "a gateway's address moves to its spare, announced", stage -> {
            Host spare = stage.net().local();
            List<Host> people = new ArrayList<>(stage.net().locals(4));
            Arp arp = new Arp(stage.scene(), stage.chance());
            double moved = stage.number("moved", 200, 500);
            Host router = stage.net().router();
            for (Host host : people) {
                for (double second = 5;
                        second < 900;
                        second += 60 + 40 * stage.chance().nextDouble()) {
                    arp.ask(host, router.address(), stage.at(second), second < moved ? router.mac() : spare.mac());
                }
            }
            for (int i = 0; i < 3; i++) {
                arp.announce(spare.mac(), router.address(), stage.at(moved + i));
            }
            stage.actor(spare);
        });
    }
}
