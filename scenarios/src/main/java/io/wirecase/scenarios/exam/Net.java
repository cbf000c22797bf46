package io.wirecase.scenarios.exam;

import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Mac;
import io.wirecase.scenarios.packet.Stack;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The hosts and names of one instance. Who is good and who is bad draws from the same addresses, operating systems,
 * distances and words, so that none of them tells.
 */
public final class Net {
    private static final String[] PUBLIC = {
        "23.32", "34.120", "45.33", "52.84", "91.189", "104.18", "139.59", "142.250", "151.101", "185.199", "193.122"
    };
    private static final String[] FIRST = {
        "amber", "brisk", "cedar", "delta", "ember", "fjord", "grove", "hazel", "indigo", "juniper", "kestrel", "lunar",
        "maple", "north", "opal", "prairie", "quartz", "river", "summit", "tundra"
    };
    private static final String[] SECOND = {
        "works", "cloud", "media", "store", "labs", "point", "data", "link", "base", "hub", "desk", "port", "line",
        "field", "box", "path"
    };
    private static final String[] SERVICE = {"www", "api", "cdn", "static", "app", "edge", "img", "data"};
    private static final List<Stack> STACKS = List.of(Stack.values());
    private static final int SMALLEST_HOP = 5;
    private static final int HOPS = 14;

    private final SplittableRandom chance;
    private final String prefix;
    private final Host router;
    private final Set<String> taken = new HashSet<>();
    private int locals;

    Net(SplittableRandom chance) {
        this.chance = chance;
        this.prefix = switch (chance.nextInt(3)) {
            case 0 -> "10." + chance.nextInt(256) + "." + chance.nextInt(256) + ".";
            case 1 -> "172." + (16 + chance.nextInt(16)) + "." + chance.nextInt(256) + ".";
            default -> "192.168." + chance.nextInt(256) + ".";
        };
        taken.add(prefix + "1");
        this.router = Host.local(Ip.address(prefix + "1"), mac(), Stack.LINUX);
    }

    /** The router, which resolves names too. */
    public Host router() {
        return router;
    }

    /** How many local hosts there are, the router aside. */
    int locals() {
        return locals;
    }

    /** A new host of the local network, with any operating system. */
    public Host local() {
        return local(stack());
    }

    /** A new host of the local network with this operating system. */
    public Host local(Stack stack) {
        String address;
        do {
            address = prefix + (2 + chance.nextInt(252));
        } while (!taken.add(address));
        locals++;
        return Host.local(Ip.address(address), mac(), stack);
    }

    /** Local hosts, of which there can be 250. */
    public List<Host> locals(int count) {
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hosts.add(local());
        }
        return hosts;
    }

    /** An address of the local network by its last number; whether anybody has it or not. */
    public InetAddress localAddress(int last) {
        return Ip.address(prefix + last);
    }

    /** A new host somewhere else. */
    public Host remote() {
        return remote(address());
    }

    /** The host at an address somewhere else. */
    public Host remote(InetAddress address) {
        int hops = SMALLEST_HOP + Math.floorMod(address.hashCode() * 31, HOPS);
        return Host.remote(address, router, hops, Stack.LINUX);
    }

    /** New hosts somewhere else. */
    public List<Host> remotes(int count) {
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hosts.add(remote());
        }
        return hosts;
    }

    /** A new public address. */
    public InetAddress address() {
        String address;
        do {
            address =
                    PUBLIC[chance.nextInt(PUBLIC.length)] + "." + chance.nextInt(256) + "." + (1 + chance.nextInt(254));
        } while (!taken.add(address));
        return Ip.address(address);
    }

    /** Public addresses close to each other, as one operator's are. */
    public List<InetAddress> addresses(int count) {
        String block = PUBLIC[chance.nextInt(PUBLIC.length)] + "." + chance.nextInt(256) + ".";
        List<InetAddress> all = new ArrayList<>();
        for (int i = 0; i < count; ) {
            String address = block + (1 + chance.nextInt(254));
            if (taken.add(address)) {
                all.add(Ip.address(address));
                i++;
            }
        }
        return List.copyOf(all);
    }

    /** A registrable name of two words. */
    public String domain() {
        return FIRST[chance.nextInt(FIRST.length)] + "-" + SECOND[chance.nextInt(SECOND.length)]
                + (chance.nextInt(3) == 0 ? Integer.toString(2 + chance.nextInt(90)) : "") + ".example";
    }

    /** A host name below a new domain. */
    public String hostName() {
        return SERVICE[chance.nextInt(SERVICE.length)] + "." + domain();
    }

    /** A host name with so many addresses of one operator. */
    public Name name(int addresses) {
        return Name.of(hostName(), addresses(addresses), 60 + chance.nextInt(540));
    }

    /** An operating system, as often one as the other. */
    public Stack stack() {
        return STACKS.get(chance.nextInt(STACKS.size()));
    }

    /** A hardware address nobody has. */
    public Mac mac() {
        return new Mac(0x0200_0000_0000L | chance.nextLong(1L << 40));
    }
}
