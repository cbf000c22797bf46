package io.wirecase.scenarios.exam.attack;

import io.wirecase.scenarios.conversation.Arp;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Loose;
import io.wirecase.scenarios.conversation.Loose.Lease;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Stage;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Mac;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Stations that claim many addresses by ARP: one that stands between all others, and those that do so by trade. */
public final class ManyAddresses {

    private static final double END = 900;
    private static final int ACKNOWLEDGED = 5;

    private ManyAddresses() {}

    /** Row 65, of many: told by answers nobody asked for, or by questions in another's name, at some rate. */
    public static Family between() {
        return Family.malicious(
                "65b-arp-between", "a host takes the addresses of the gateway and of several hosts", stage -> {
                    Host attacker = stage.net().local();
                    Host router = stage.net().router();
                    List<Host> victims = stage.net().locals(stage.whole("victims", 2, 9));
                    boolean asks = stage.oneOf("asks", 0, 1) > 0;
                    double every = stage.number("every", 2, 20);
                    double seconds = stage.number("seconds", 240, 500);
                    Arp arp = new Arp(stage.scene(), stage.chance());
                    usual(stage, arp, victims);
                    arp.ask(attacker, router.address(), stage.at(3), router.mac());
                    double begin = 100 + 200 * stage.chance().nextDouble();
                    for (double second = 0;
                            second < seconds;
                            second += every * (0.8 + 0.4 * stage.chance().nextDouble())) {
                        long at = stage.at(begin + second);
                        for (Host victim : victims) {
                            claim(arp, asks, attacker.mac(), router, victim, at);
                            claim(arp, asks, attacker.mac(), victim, router, at + 20_000_000);
                        }
                    }
                    List<Host> about = new ArrayList<>(victims);
                    about.addAll(List.of(attacker, router));
                    stage.actor(attacker).expect(about, "arp_spoof").allow("arp_flood");
                    Background.play(stage, END, victims.getFirst());
                });
    }

    /** A station says to a host that it is another one. */
    private static void claim(Arp arp, boolean asks, Mac station, Host whose, Host toWhom, long at) {
        if (asks) {
            arp.pretend(station, whose.address(), toWhom, at);
        } else {
            arp.tell(station, whose.address(), toWhom, at);
        }
    }

    /** Hosts ask for their router every now and then. */
    private static void usual(Stage stage, Arp arp, List<Host> hosts) {
        Host router = stage.net().router();
        for (Host host : hosts) {
            for (double second = 5 * stage.chance().nextDouble();
                    second < END;
                    second += 40 + 40 * stage.chance().nextDouble()) {
                arp.ask(host, router.address(), stage.at(second), router.mac());
            }
        }
    }

    /**
     * Its twin: a router that answers for a whole network elsewhere, a server with aliases, a spare without a virtual
     * hardware address that takes the addresses of its pair, a telephone that changes its hardware address.
     */
    public static Family byTrade() {
        return Family.benign(
                "65c-many-addresses",
                "a router answers for others, a spare takes over, a server has aliases",
                stage -> {
                    Host router = stage.net().router();
                    List<Host> people = stage.net().locals(stage.whole("people", 3, 8));
                    Arp arp = new Arp(stage.scene(), stage.chance());
                    proxied(stage, arp, people, stage.whole("proxied", 20, 200));
                    aliases(stage, arp, people, stage.whole("aliases", 4, 16));
                    telephone(stage, arp);
                    takenOver(stage, arp, people, stage.number("moved", 300, 600));
                    usual(stage, arp, people);
                    stage.actor(router);
                    Background.play(stage, END, people.getFirst());
                });
    }

    /** The router is asked for addresses of a network behind it (RFC 1027). */
    private static void proxied(Stage stage, Arp arp, List<Host> people, int addresses) {
        Mac router = stage.net().router().mac();
        int network = stage.chance().nextInt(100, 200);
        for (int i = 0; i < addresses; i++) {
            Host asker = people.get(stage.chance().nextInt(people.size()));
            InetAddress far = Ip.address("10." + network + "." + i % 7 + "." + (1 + i));
            arp.ask(asker, far, stage.at(END * stage.chance().nextDouble()), router);
        }
    }

    private static void aliases(Stage stage, Arp arp, List<Host> people, int addresses) {
        Host server = stage.net().local();
        for (Host alias : stage.net().locals(addresses)) {
            arp.announce(server.mac(), alias.address(), stage.at(2));
            Host asker = people.get(stage.chance().nextInt(people.size()));
            arp.ask(asker, alias.address(), stage.at(3 + 800 * stage.chance().nextDouble()), server.mac());
        }
    }

    /** It keeps its address, by a lease each time, and changes what it calls itself on the link. */
    private static void telephone(Stage stage, Arp arp) {
        Host first = stage.net().local();
        Host router = stage.net().router();
        Loose loose = new Loose(stage.scene());
        for (int i = 0; i < 4; i++) {
            Mac mac = stage.net().mac();
            long at = stage.at(5 + 200.0 * i);
            loose.leaseGiven(router, mac, stage.chance().nextInt(), new Lease(ACKNOWLEDGED, first.address()), at);
            arp.announce(mac, first.address(), at + 1_000_000_000L);
        }
    }

    /** Two routers share three addresses: the second has them from a moment on, and says so thrice. */
    private static void takenOver(Stage stage, Arp arp, List<Host> people, double moved) {
        Host first = stage.net().local();
        Host spare = stage.net().local();
        for (Host shared : stage.net().locals(3)) {
            for (Host host : people) {
                for (double second = 5 + 9 * stage.chance().nextDouble();
                        second < END;
                        second += 60 + 40 * stage.chance().nextDouble()) {
                    arp.ask(host, shared.address(), stage.at(second), second < moved ? first.mac() : spare.mac());
                }
            }
            for (int i = 0; i < 3; i++) {
                arp.announce(spare.mac(), shared.address(), stage.at(moved + i));
            }
        }
        arp.ask(people.getFirst(), first.address(), stage.at(4), first.mac());
        arp.ask(people.getFirst(), spare.address(), stage.at(4.5), spare.mac());
    }
}
