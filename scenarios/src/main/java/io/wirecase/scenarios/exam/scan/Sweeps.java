package io.wirecase.scenarios.exam.scan;

import io.wirecase.scenarios.conversation.Arp;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Loose;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Net;
import io.wirecase.scenarios.exam.Stage;
import io.wirecase.scenarios.packet.TcpSegment;
import java.util.ArrayList;
import java.util.List;

/** Many hosts: who is there, and who listens on one port. */
public final class Sweeps {
    private static final int[] SWEPT = {22, 23, 445, 1433, 3306, 3389, 5900, 6379, 8080};
    private static final int SMB = 445;
    private static final int ALL = 254;

    private Sweeps() {}

    /** Row 30. */
    public static Family udp() {
        return Family.malicious("30-udp-scan", "a hundred UDP ports of one host, a probe a second", stage -> {
            Host from = stage.net().local();
            Host to = stage.net().local();
            int ports = stage.whole("ports", 60, 120);
            double rate = stage.number("rate", 0.8, 4);
            Loose loose = new Loose(stage.scene());
            List<Integer> all = Prober.ports(stage.chance(), ports);
            for (int n = 0; n < ports; n++) {
                long at = stage.at(3 + n / rate);
                Loose.Way way = Loose.way(from, to, all.get(n));
                // A kernel sends one such message a second.
                if (stage.chance().nextDouble() < 0.9 / rate) {
                    loose.refused(way, new byte[0], at, at + 400_000);
                } else {
                    loose.datagram(way, new byte[stage.chance().nextInt(2) * 40], at);
                }
            }
            stage.actor(from).expect("udp", List.of(from), "vertical_scan");
            Background.play(stage, 900, from);
        });
    }

    /** Row 31. */
    public static Family icmp() {
        return Family.malicious("31-icmp-sweep", "echo requests to a whole network", stage -> {
            Host from = stage.net().local();
            List<Host> there = stage.net().locals(stage.whole("alive", 8, 40));
            double seconds = stage.number("seconds", 2, 60);
            Loose loose = new Loose(stage.scene());
            List<Host> targets = targets(stage, there);
            for (int i = 0; i < targets.size(); i++) {
                long at = stage.at(3 + seconds * i / ALL);
                loose.echo(from, targets.get(i), false, i, new byte[48], at);
                if (i < there.size()) {
                    loose.echo(targets.get(i), from, true, i, new byte[48], at + 600_000);
                }
            }
            stage.actor(from).expect("icmp", List.of(from), "horizontal_scan");
            Background.play(stage, 900, from);
        });
    }

    /** Row 32, and the device list of a home's own router as its twin. */
    public static List<Family> arp() {
        return List.of(
                Family.malicious("32-arp-scan", "who has each address of the network, within seconds", stage -> {
                    Host from = stage.net().local();
                    double seconds = stage.number("seconds", 1.5, 12);
                    List<Host> there = stage.net().locals(stage.whole("alive", 6, 30));
                    Arp arp = new Arp(stage.scene(), stage.chance());
                    List<Host> targets = targets(stage, there);
                    for (int i = 0; i < targets.size(); i++) {
                        ask(arp, from, targets.get(i), i < there.size(), stage.at(3 + seconds * i / ALL));
                    }
                    stage.actor(from)
                            .expect("arp", List.of(from), "horizontal_scan")
                            .allow("arp_flood");
                    Background.play(stage, 900, from);
                }),
                Family.benign(
                        "32b-arp-usual", "an inventory that asks only for the hosts it knows, now and then", stage -> {
                            Host from = stage.net().local();
                            List<Host> known = stage.net().locals(stage.whole("known", 8, 40));
                            Arp arp = new Arp(stage.scene(), stage.chance());
                            int rounds = stage.whole("rounds", 2, 5);
                            for (int i = 0; i < rounds * known.size(); i++) {
                                int round = i / known.size();
                                int turn = i % known.size();
                                double second = 3 + 300.0 * round + 60.0 * turn / known.size();
                                Host host = known.get(turn);
                                ask(arp, from, host, stage.chance().nextInt(20) > 0, stage.at(second));
                            }
                            stage.actor(from);
                            Background.play(stage, 1_500, from);
                        }));
    }

    private static void ask(Arp arp, Host from, Host to, boolean answers, long at) {
        if (answers) {
            arp.ask(from, to.address(), at, to.mac());
        } else {
            arp.ask(from, to.address(), at);
        }
    }

    /** Those that are there first, then addresses nobody has. */
    private static List<Host> targets(Stage stage, List<Host> there) {
        Net net = stage.net();
        List<Host> all = new ArrayList<>(there);
        for (int last = 2; last < 255 && all.size() < 200; last++) {
            if (stage.chance().nextInt(5) > 0) {
                all.add(Host.local(
                        net.localAddress(last), net.mac(), there.getFirst().stack()));
            }
        }
        return all;
    }

    /** Row 33. */
    public static Family fast() {
        return Family.malicious(
                "33-fast-sweep", "one port of thousands of addresses elsewhere, a thousand a second", stage -> {
                    Host from = stage.net().local();
                    int targets = stage.whole("targets", 400, 1_500);
                    double rate = stage.number("rate", 300, 1_000);
                    int port = SWEPT[stage.chance().nextInt(SWEPT.length)];
                    Prober prober = new Prober(stage, from, TcpSegment.SYN);
                    for (int n = 0; n < targets; n++) {
                        prober.raw(n, stage.net().remote(), port, stage.at(3 + n / rate));
                    }
                    stage.actor(from)
                            .expect("syn", List.of(from), "horizontal_scan", "random_scan")
                            .allow("syn_flood");
                    Background.play(stage, 600, from);
                });
    }

    /** Row 35. */
    public static Family shares() {
        return Family.malicious(
                "35-share-sweep", "a workstation tries the file sharing of all its neighbours", stage -> {
                    Host from = stage.net().local();
                    int targets = stage.whole("targets", 60, 220);
                    double rate = stage.number("rate", 3, 15);
                    Calls calls = new Calls(stage);
                    List<Host> hosts = stage.net().locals(targets);
                    for (int n = 0; n < targets; n++) {
                        long at = stage.at(3 + n / rate);
                        var connection = calls.connection(from, hosts.get(n), SMB, at);
                        if (stage.chance().nextInt(20) == 0) {
                            connection.open().clientResets();
                        } else if (stage.chance().nextBoolean()) {
                            connection.unanswered(2);
                        } else {
                            connection.refused(from.stack().synWindow());
                        }
                    }
                    stage.actor(from).expect(List.of(from), "horizontal_scan").allow("lateral_movement");
                    Background.play(stage, 900, from);
                });
    }
}
