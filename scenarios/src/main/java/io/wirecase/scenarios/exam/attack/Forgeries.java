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
import io.wirecase.scenarios.packet.Stack;
import java.util.List;

/** Hosts that claim to be what they are not: a gateway, a server of leases, a router, a thousand clients. */
public final class Forgeries {
    private static final int DISCOVER = 1;
    private static final int REQUEST = 3;
    private static final int OFFER = 2;
    private static final int ACKNOWLEDGED = 5;

    private Forgeries() {}

    /** Row 65. */
    public static Family gateway() {
        return Family.malicious(
                "65-arp-spoof", "a host tells its victim that it is the gateway, every second or two", stage -> {
                    Host attacker = stage.net().local();
                    Host victim = stage.net().local();
                    Host router = stage.net().router();
                    double every = stage.number("every", 1, 2);
                    double seconds = stage.number("seconds", 60, 300);
                    Arp arp = new Arp(stage.scene(), stage.chance());
                    for (double second = 2;
                            second < 900;
                            second += 60 + 40 * stage.chance().nextDouble()) {
                        arp.ask(victim, router.address(), stage.at(second), router.mac());
                    }
                    double begin = 100 + 200 * stage.chance().nextDouble();
                    for (double second = 0; second < seconds; second += every) {
                        arp.tell(attacker.mac(), router.address(), victim, stage.at(begin + second));
                        arp.tell(attacker.mac(), victim.address(), router, stage.at(begin + second + 0.1));
                    }
                    stage.actor(attacker)
                            .expect(List.of(attacker, victim, router), "arp_spoof")
                            .allow("arp_flood");
                    Background.play(stage, 900, victim);
                });
    }

    /** Row 66, starvation. */
    public static Family starvation() {
        return Family.malicious(
                "66-dhcp-starvation", "hundreds of made-up clients ask for leases within seconds", stage -> {
                    int clients = stage.whole("clients", 120, 500);
                    double seconds = stage.number("seconds", 4, 9);
                    Loose loose = new Loose(stage.scene());
                    for (int i = 0; i < clients; i++) {
                        Mac mac = stage.net().mac();
                        long at = stage.at(3 + seconds * i / clients);
                        loose.leaseAsked(mac, stage.chance().nextInt(), DISCOVER, at);
                    }
                    stage.actor(stage.net().router());
                    stage.expect(List.of(everybody(), nobody(), stage.net().router()), "dhcp_flood");
                    Background.play(stage, 300);
                });
    }

    /** Row 66, a second server. */
    public static Family server() {
        return Family.malicious("66b-rogue-dhcp", "a second server gives leases and names itself the router", stage -> {
            Host rogue = stage.net().local();
            Loose loose = new Loose(stage.scene());
            int leases = stage.whole("leases", 6, 14);
            for (int i = 0; i < leases; i++) {
                double second = 3 + 120.0 * i;
                boolean stolen = i >= 3 && stage.chance().nextBoolean() || i == leases - 1;
                Host given = stage.net().local();
                int transaction = stage.chance().nextInt();
                Host server = stolen ? rogue : stage.net().router();
                lease(stage, loose, server, given, transaction, second);
            }
            stage.actor(rogue).expect(List.of(rogue, everybody()), "rogue_dhcp");
            Background.play(stage, 600);
        });
    }

    /** Leases renewed by the one server there is: its twin. */
    public static Family renewals() {
        return Family.benign(
                "66d-dhcp-usual", "hosts join and get their leases from the one server there is", stage -> {
                    Loose loose = new Loose(stage.scene());
                    int leases = stage.whole("leases", 6, 24);
                    for (int i = 0; i < leases; i++) {
                        Host given = stage.net().local();
                        double second = 3 + 90.0 * i;
                        lease(
                                stage,
                                loose,
                                stage.net().router(),
                                given,
                                stage.chance().nextInt(),
                                second);
                    }
                    stage.actor(stage.net().router());
                    Background.play(stage, stage.lastSecond());
                });
    }

    private static void lease(Stage stage, Loose loose, Host server, Host given, int transaction, double second) {
        long at = stage.at(second);
        loose.leaseAsked(given.mac(), transaction, DISCOVER, at);
        loose.leaseGiven(server, given.mac(), transaction, new Lease(OFFER, given.address()), at + 40_000_000);
        loose.leaseAsked(given.mac(), transaction, REQUEST, at + 60_000_000);
        loose.leaseGiven(server, given.mac(), transaction, new Lease(ACKNOWLEDGED, given.address()), at + 90_000_000);
    }

    /** Row 66, a second router. */
    public static Family router() {
        return Family.malicious("66c-rogue-router", "a second router announces itself beside the first", stage -> {
            Loose loose = new Loose(stage.scene());
            Mac right = stage.net().router().mac();
            Mac wrong = stage.net().mac();
            for (double second = 2;
                    second < 1_800;
                    second += 200 + 100 * stage.chance().nextDouble()) {
                loose.routerAdvertised(right, Ip.address("fe80::1"), stage.at(second));
            }
            double begin = 500 + 400 * stage.chance().nextDouble();
            int times = stage.whole("times", 5, 60);
            for (int i = 0; i < times; i++) {
                loose.routerAdvertised(wrong, Ip.address("fe80::bad:1"), stage.at(begin + 5.0 * i));
            }
            Host forged = Host.local(
                    Ip.address("fe80::bad:1"), wrong, stage.net().router().stack());
            stage.actor(forged).expect(List.of(forged), "rogue_router");
            Background.play(stage, 1_800);
        });
    }

    private static Host everybody() {
        return Host.local(Ip.address("255.255.255.255"), Mac.BROADCAST, Stack.LINUX);
    }

    private static Host nobody() {
        return Host.local(Ip.address("0.0.0.0"), new Mac(0), Stack.LINUX);
    }
}
