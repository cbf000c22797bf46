package io.wirecase.scenarios.exam.attack;

import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Loose;
import io.wirecase.scenarios.conversation.Probing;
import io.wirecase.scenarios.conversation.Probing.Reply;
import io.wirecase.scenarios.conversation.Probing.Shape;
import io.wirecase.scenarios.conversation.Probing.Way;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Stage;
import io.wirecase.scenarios.packet.Dns;
import io.wirecase.scenarios.packet.TcpSegment;
import java.util.List;
import java.util.Locale;

/** Too much of something for its victim, at the rates a test can afford: above every limit, for 12 s or more. */
public final class Floods {
    private static final int[] WINDOWS = {1_024, 8_192, 29_200, 64_240, 65_535};
    private static final int DNS = 53;

    private Floods() {}

    /** Row 62, by one host. */
    public static Family synBySingle() {
        return Family.malicious(
                "62-syn-flood", "one host opens hundreds of connections a second and completes none", stage -> {
                    Host from = stage.net().remote();
                    flood(stage, List.of(from));
                });
    }

    /** Row 62, by forged ones. */
    public static Family synBySpoofed() {
        return Family.malicious(
                "62b-syn-flood-spoofed",
                "the same from addresses that are made up",
                stage -> flood(stage, stage.net().remotes(stage.whole("sources", 800, 2_000))));
    }

    private static void flood(Stage stage, List<Host> from) {
        Host victim = stage.net().local();
        double rate = stage.number("rate", 150, 350);
        double seconds = stage.number("seconds", 12, 16);
        int port = (int) stage.oneOf("port", 80, 443, 22);
        Probing probing = new Probing(stage.scene(), stage.chance().split());
        int window = WINDOWS[stage.chance().nextInt(WINDOWS.length)];
        boolean mss = stage.chance().nextBoolean();
        // A victim that still answers is answered by nobody.
        Reply reply = stage.chance().nextInt(4) == 0 ? Reply.ACCEPTED : Reply.NOTHING;
        for (int i = 0; i < rate * seconds; i++) {
            Host host = from.get(stage.chance().nextInt(from.size()));
            int ttl = host.stack().ttl() - 10;
            Way way = new Way(host, 1_024 + stage.chance().nextInt(64_000), victim, port);
            probing.send(way, new Shape(TcpSegment.SYN, window, ttl, ttl, mss), reply, stage.at(3 + i / rate));
        }
        stage.actor(victim).expect(List.of(victim), "syn_flood");
        Background.play(stage, 300);
    }

    /** Row 63, UDP. */
    public static Family udp() {
        return Family.malicious(
                "63-udp-flood", "thousands of datagrams a second to a host that answers none", stage -> {
                    Host from = stage.net().remote();
                    Host victim = stage.net().local();
                    double rate = stage.number("rate", 1_200, 2_000);
                    double seconds = stage.number("seconds", 11, 13);
                    boolean spread = stage.chance().nextBoolean();
                    Loose loose = new Loose(stage.scene());
                    Calls calls = new Calls(stage);
                    byte[] data = calls.bytes(24 + stage.chance().nextInt(200));
                    int port = 1_024 + stage.chance().nextInt(50_000);
                    for (int i = 0; i < rate * seconds; i++) {
                        int to = spread ? 1_024 + stage.chance().nextInt(400) : port;
                        loose.datagram(new Loose.Way(from, 41_000 + i % 8, victim, to), data, stage.at(3 + i / rate));
                    }
                    stage.actor(victim).expect(List.of(victim), "udp_flood");
                    Background.play(stage, 300);
                });
    }

    /** Row 63, ICMP. */
    public static Family icmp() {
        return Family.malicious("63b-icmp-flood", "hundreds of echo requests a second", stage -> {
            Host from = stage.net().remote();
            Host victim = stage.net().local();
            double rate = stage.number("rate", 350, 900);
            double seconds = stage.number("seconds", 12, 20);
            Loose loose = new Loose(stage.scene());
            byte[] data = new byte[(int) stage.oneOf("size", 56, 64, 400)];
            for (int i = 0; i < rate * seconds; i++) {
                loose.echo(from, victim, false, i & 0xffff, data, stage.at(3 + i / rate));
            }
            stage.actor(victim).expect(List.of(victim), "icmp_flood");
            Background.play(stage, 300);
        });
    }

    /** Row 63, by reflection. */
    public static Family reflection() {
        return Family.malicious(
                "63c-reflection", "servers answer questions that were asked in the victim's name", stage -> {
                    Host victim = stage.net().local();
                    int port = (int) stage.oneOf("service", 53, 123, 1_900, 11_211);
                    List<Host> reflectors = stage.net().remotes(stage.whole("reflectors", 30, 120));
                    double rate = stage.number("rate", 300, 700);
                    double seconds = stage.number("seconds", 12, 15);
                    Loose loose = new Loose(stage.scene());
                    Calls calls = new Calls(stage);
                    byte[] data = port == DNS
                            ? Dns.answer(7, stage.net().domain(), Dns.TXT, Dns.text(calls.bytes(900)), 300)
                            : calls.bytes(440);
                    int to = 20_000 + stage.chance().nextInt(30_000);
                    for (int i = 0; i < rate * seconds; i++) {
                        Host reflector = reflectors.get(stage.chance().nextInt(reflectors.size()));
                        loose.datagram(new Loose.Way(reflector, port, victim, to), data, stage.at(3 + i / rate));
                    }
                    stage.actor(victim)
                            .expect(List.of(victim), "reflection", "udp_flood")
                            .allow("udp_flood", "dns_flood");
                    Background.play(stage, 300);
                });
    }

    /** Names below one domain that nobody has, until its servers are tired. */
    public static Family dns() {
        return Family.malicious(
                "63d-dns-flood", "hundreds of names a minute below one domain that do not exist", stage -> {
                    Host from = stage.net().local();
                    String domain = "." + stage.net().domain();
                    int names = stage.whole("names", 400, 900);
                    double rate = stage.number("rate", 8, 40);
                    for (int i = 0; i < names; i++) {
                        String name = Long.toString(stage.chance().nextLong(1L << 50), 36)
                                        .toLowerCase(Locale.ROOT)
                                + domain;
                        stage.datagrams().nowhere(from, stage.net().router(), name, stage.at(3 + i / rate));
                    }
                    stage.actor(from)
                            .expect(List.of(from, stage.net().router()), "dns_flood")
                            .allow("dga_burst", "dns_c2");
                    Background.play(stage, 300);
                });
    }
}
