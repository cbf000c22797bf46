package io.wirecase.scenarios.conversation;

import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Mac;
import io.wirecase.scenarios.packet.Stack;
import java.net.InetAddress;
import java.util.SplittableRandom;

/** One end of conversations, with the counters its operating system keeps. A remote host shows its router's MAC. */
public final class Host {
    private static final int FIRST_PORT = 32_768;
    private static final int PORTS = 28_000;

    private final InetAddress address;
    private final Mac mac;
    private final Stack stack;
    private final int hops;
    private final long stampBase;
    private int port;
    private int packetId;

    private Host(InetAddress address, Mac mac, Stack stack, int hops) {
        this.address = address;
        this.mac = mac;
        this.stack = stack;
        this.hops = hops;
        // Drawn from the address, not from a shared source: a host's counters must not depend on who else is there.
        SplittableRandom chance = new SplittableRandom(address.getHostAddress().hashCode() * 0x9e3779b97f4a7c15L);
        this.stampBase = chance.nextLong(1L << 31);
        this.port = FIRST_PORT + chance.nextInt(PORTS);
        this.packetId = chance.nextInt(1 << 16);
    }

    /** A host on the captured network. */
    public static Host local(String address, String mac, Stack stack) {
        return new Host(Ip.address(address), Mac.of(mac), stack, 0);
    }

    /** A host behind a router: its frames carry the router's MAC and its TTL has counted down. */
    public static Host remote(InetAddress address, Host router, int hops) {
        return new Host(address, router.mac, Stack.LINUX, hops);
    }

    /** The same with another operating system. */
    public static Host remote(InetAddress address, Host router, int hops, Stack stack) {
        return new Host(address, router.mac, stack, hops);
    }

    /** A host on the captured network, from its parts. */
    public static Host local(InetAddress address, Mac mac, Stack stack) {
        return new Host(address, mac, stack, 0);
    }

    /** Its address. */
    public InetAddress address() {
        return address;
    }

    /** The address its frames come from. */
    public Mac mac() {
        return mac;
    }

    /** How its TCP behaves. */
    public Stack stack() {
        return stack;
    }

    /** The next ephemeral port. */
    int nextPort() {
        port = FIRST_PORT + (port - FIRST_PORT + 2) % PORTS;
        return port;
    }

    /** The path of its next packet to a host. */
    Ip.Path pathTo(Host other) {
        packetId = (packetId + 1) & 0xffff;
        return new Ip.Path(address, other.address, stack.ttl() - hops, packetId);
    }

    /** Its timestamp clock, in milliseconds, at an offset. */
    long stamp(long offset) {
        return (stampBase + offset / 1_000_000) & 0xffff_ffffL;
    }
}
