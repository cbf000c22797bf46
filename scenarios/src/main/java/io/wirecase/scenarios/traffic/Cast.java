package io.wirecase.scenarios.traffic;

import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Stack;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hosts of one scene. Made anew for each, since hosts count ports and packets. */
public final class Cast {
    /** The desktop's address. */
    public static final String DESK = "192.168.50.71";
    /** The phone's address. */
    public static final String PHONE = "192.168.50.189";
    /** The panel's address. */
    public static final String PANEL = "192.168.50.55";
    /** The virtual machine's address. */
    public static final String MACHINE = "192.168.153.154";

    private final Host router = Host.local("192.168.50.1", "02:16:3e:50:00:01", Stack.LINUX);
    private final Host desk = Host.local(DESK, "02:16:3e:50:00:47", Stack.LINUX);
    private final Host phone = Host.local(PHONE, "02:16:3e:50:00:bd", Stack.APPLE);
    private final Host panel = Host.local(PANEL, "02:16:3e:50:00:37", Stack.LINUX);
    private final Host gateway = Host.local("192.168.153.2", "00:50:56:e0:15:02", Stack.LINUX);
    private final Host machine = Host.local(MACHINE, "00:0c:29:5a:15:9a", Stack.WINDOWS);

    private final Map<List<Object>, Host> remotes = new HashMap<>();

    /** The home network's router and resolver. */
    public Host router() {
        return router;
    }

    /** An Ubuntu desktop. */
    public Host desk() {
        return desk;
    }

    /** A phone that also answers HTTP, as a speaker or a screen does. */
    public Host phone() {
        return phone;
    }

    /** A small device that asks others how they are. */
    public Host panel() {
        return panel;
    }

    /** The gateway and resolver of the virtual machines. */
    public Host gateway() {
        return gateway;
    }

    /** A Windows virtual machine. */
    public Host machine() {
        return machine;
    }

    /** The host at an address, as seen through a router; the same one every time. */
    public Host remote(InetAddress address, Host through) {
        return remotes.computeIfAbsent(
                List.of(address, through), key -> Host.remote(address, through, 9 + (address.hashCode() & 7)));
    }

    /** Addresses in order, of IPv4 or IPv6. */
    public static List<InetAddress> addresses(String... literals) {
        return List.of(literals).stream().map(Ip::address).toList();
    }
}
