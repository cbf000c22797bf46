package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Mac;
import io.wirecase.scenarios.packet.Stack;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who talks: clients in 10.0.0.0/8 and 2001:db8::/32, servers in the range set aside for benchmarks (RFC 2544,
 * 198.18.0.0/15), each with a name. Few servers get most of the visits.
 */
final class Population {

    private static final int CLIENTS = 4_000;
    private static final int SERVERS = 600;
    private static final Mac ROUTER = Mac.of("02:00:5e:00:00:01");
    private static final Stack[] STACKS = Stack.values();
    private static final String[] WORDS = {
        "media", "static", "api", "login", "mail", "shop", "news", "maps", "files", "learn", "video", "img"
    };

    /** A server with the name it is reached by. */
    record Server(Peer four, Peer six, String name) {}

    private final List<Peer> clients = new ArrayList<>();
    private final List<Peer> clients6 = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();
    final Peer resolver = new Peer(address(10, 0, 0, 53), Mac.of("02:00:5e:00:00:35"), Stack.LINUX, 0);

    Population(long seed) {
        SplittableRandom chance = new SplittableRandom(seed ^ 0x706f70L);
        for (int i = 0; i < CLIENTS; i++) {
            Mac mac = new Mac(0x0200_0000_0000L | chance.nextLong(1L << 32));
            Stack stack = STACKS[chance.nextInt(STACKS.length)];
            clients.add(new Peer(address(10, 1 + i / 1000, i % 1000 / 250, 1 + i % 250), mac, stack, 0));
            clients6.add(new Peer(address6(1, i + 1), mac, stack, 0));
        }
        for (int i = 0; i < SERVERS; i++) {
            String name = WORDS[chance.nextInt(WORDS.length)] + (i % 7 == 0 ? "" : "-" + i % 50) + ".site" + i
                    + (i % 3 == 0 ? ".example.net" : ".example");
            int hops = 5 + chance.nextInt(15);
            servers.add(new Server(
                    new Peer(address(198, 18 + i % 2, i / 250, 1 + i % 250), ROUTER, Stack.LINUX, hops),
                    new Peer(address6(2, i + 1), ROUTER, Stack.LINUX, hops),
                    name));
        }
    }

    Peer client(SplittableRandom chance) {
        return clients.get(chance.nextInt(CLIENTS));
    }

    /** A server; the first ones are visited most. */
    Server server(SplittableRandom chance) {
        double even = chance.nextDouble();
        return servers.get((int) (even * even * even * SERVERS));
    }

    /** Two ends of a talk, one in five over IPv6. */
    Ends pair(SplittableRandom chance) {
        int client = chance.nextInt(CLIENTS);
        Server server = server(chance);
        return chance.nextInt(5) == 0
                ? new Ends(clients6.get(client), server.six, server.name)
                : new Ends(clients.get(client), server.four, server.name);
    }

    /** Two neighbours. */
    Ends neighbours(SplittableRandom chance) {
        int client = chance.nextInt(CLIENTS);
        int other = (client + 1 + chance.nextInt(CLIENTS - 1)) % CLIENTS;
        return new Ends(clients.get(client), clients.get(other), "");
    }

    /** Anybody on the Internet, as scanners reach for them. */
    static Peer stranger(SplittableRandom chance) {
        return new Peer(
                address(198, 18 + chance.nextInt(2), chance.nextInt(256), 1 + chance.nextInt(254)),
                ROUTER,
                Stack.LINUX,
                3 + chance.nextInt(20));
    }

    /** Client and server of a talk. */
    record Ends(Peer client, Peer server, String name) {}

    private static InetAddress address(int a, int b, int c, int d) {
        return address(new Bytes().u8(a).u8(b).u8(c).u8(d).toArray());
    }

    private static InetAddress address6(int network, int host) {
        return address(new Bytes()
                .u32(0x2001_0db8L)
                .u16(network)
                .u16(0)
                .u32(0)
                .u32(host)
                .toArray());
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 or 16 bytes are an address", impossible);
        }
    }
}
