package io.wirecase.scenarios.conversation;

import io.wirecase.scenarios.packet.Ethernet;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Mac;
import java.net.InetAddress;
import java.util.SplittableRandom;

/** Address resolution (RFC 826), probes and announcements (RFC 5227). All offsets in nanoseconds. */
public final class Arp {
    private static final InetAddress NONE = Ip.address("0.0.0.0");

    private final Scene scene;
    private final SplittableRandom chance;

    /** Messages of one scene, with their own source of chance. */
    public Arp(Scene scene, SplittableRandom chance) {
        this.scene = scene;
        this.chance = chance;
    }

    /** A host asks for an address and the stations that hold it answer. */
    public void ask(Host asker, InetAddress wanted, long at, Mac... holders) {
        scene.seen(at, Ethernet.arpRequest(asker.mac(), asker.address(), wanted));
        long answered = at;
        for (Mac holder : holders) {
            answered += 200_000 + chance.nextLong(800_000);
            scene.seen(answered, Ethernet.arpReply(holder, wanted, asker.mac(), asker.address()));
        }
    }

    /** A station tells a host, which has not asked, that an address is its own. */
    public void tell(Mac station, InetAddress address, Host host, long at) {
        scene.seen(at, Ethernet.arpReply(station, address, host.mac(), host.address()));
    }

    /** A station asks a host in the name of an address, which teaches it as an answer would; the host answers. */
    public void pretend(Mac station, InetAddress address, Host host, long at) {
        scene.seen(at, Ethernet.arpRequest(station, address, host.address()));
        scene.seen(
                at + 200_000 + chance.nextLong(800_000),
                Ethernet.arpReply(host.mac(), host.address(), station, address));
    }

    /** A station tells everybody that an address is its own, as a request to itself. */
    public void announce(Mac station, InetAddress address, long at) {
        scene.seen(at, Ethernet.arpRequest(station, address, address));
    }

    /** The same as a reply to everybody, as routers and clusters do. */
    public void announceAsReply(Mac station, InetAddress address, long at) {
        scene.seen(at, Ethernet.arpReply(station, address, Mac.BROADCAST, address));
    }

    /** A station that boots asks three times whether anybody has the address it would like, then announces it twice. */
    public void boot(Mac station, InetAddress address, long at) {
        for (int i = 0; i < 3; i++) {
            scene.seen(at + i * 1_000_000_000L, Ethernet.arpRequest(station, NONE, address));
        }
        for (int i = 0; i < 2; i++) {
            announce(station, address, at + (5 + 2 * i) * 1_000_000_000L);
        }
    }
}
