package io.wirecase.scenarios.conversation;

import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ethernet;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Mac;
import java.net.InetAddress;

/** Single packets that need no conversation around them: datagrams of any content, echoes, leases, routers. */
public final class Loose {
    private static final int PORT_UNREACHABLE = 3;
    private static final int DHCP_SERVER = 67;
    private static final int DHCP_CLIENT = 68;
    private static final int ROUTER_ADVERTISEMENT = 134;
    private static final InetAddress NONE = Ip.address("0.0.0.0");
    private static final InetAddress ALL = Ip.address("255.255.255.255");
    private static final InetAddress ALL_NODES = Ip.address("ff02::1");
    private static final Mac ALL_NODES_MAC = Mac.of("33:33:00:00:00:01");

    private final Scene scene;

    /** Packets of one scene. */
    public Loose(Scene scene) {
        this.scene = scene;
    }

    /** Where a datagram goes: from a port of one host to a port of another. */
    public record Way(Host from, int sourcePort, Host to, int port) {
        /** The way back. */
        public Way back() {
            return new Way(to, port, from, sourcePort);
        }
    }

    /** A way from the next port of a host. */
    public static Way way(Host from, Host to, int port) {
        return new Way(from, from.nextPort(), to, port);
    }

    /** One datagram. */
    public void datagram(Way way, byte[] payload, long at) {
        seen(way.from, way.to, at, Ip.udp(way.from.pathTo(way.to), way.sourcePort, way.port, payload));
    }

    /** One datagram to a port where nobody listens, and the ICMP message that says so. */
    public void refused(Way way, byte[] payload, long at, long answeredAt) {
        byte[] packet = Ip.udp(way.from.pathTo(way.to), way.sourcePort, way.port, payload);
        seen(way.from, way.to, at, packet);
        seen(way.to, way.from, answeredAt, Ip.unreachable(way.to.pathTo(way.from), PORT_UNREACHABLE, packet));
    }

    /** One echo request or reply. */
    public void echo(Host from, Host to, boolean reply, int sequence, byte[] payload, long at) {
        seen(from, to, at, Ip.echo(from.pathTo(to), reply, 0x1d07, sequence, payload));
    }

    /** A client without an address looks for a server or asks for a lease (RFC 2131, message type 1 or 3). */
    public void leaseAsked(Mac client, int transaction, int type, long at) {
        byte[] message = dhcp(1, transaction, client, NONE, new byte[] {53, 1, (byte) type, (byte) 255});
        byte[] packet = Ip.udp(new Ip.Path(NONE, ALL, 64, transaction & 0xffff), DHCP_CLIENT, DHCP_SERVER, message);
        scene.seen(at, Ethernet.ip(client, Mac.BROADCAST, packet));
    }

    /** A server offers or gives a lease (message type 2 or 5) and names itself the router. */
    public void leaseGiven(Host server, Mac client, int transaction, Lease lease, long at) {
        byte[] router = server.address().getAddress();
        byte[] options = new Bytes()
                .u8(53)
                .u8(1)
                .u8(lease.type)
                .u8(54)
                .block8(router)
                .u8(3)
                .block8(router)
                .u8(51)
                .u8(4)
                .u32(86_400)
                .u8(255)
                .toArray();
        byte[] message = dhcp(2, transaction, client, lease.address, options);
        Ip.Path path = new Ip.Path(server.address(), ALL, server.stack().ttl(), transaction & 0xffff);
        scene.seen(at, Ethernet.ip(server.mac(), Mac.BROADCAST, Ip.udp(path, DHCP_SERVER, DHCP_CLIENT, message)));
    }

    /**
     * What a server gives.
     *
     * @param type 2 offers, 5 gives
     * @param address the client's from now on
     */
    public record Lease(int type, InetAddress address) {}

    /** A router tells everybody on the link that it leads elsewhere (RFC 4861). */
    public void routerAdvertised(Mac router, InetAddress linkLocal, long at) {
        byte[] body = new Bytes()
                .u8(64)
                .u8(0)
                .u16(1_800)
                .u32(0)
                .u32(0)
                .u8(1)
                .u8(1)
                .raw(router.bytes())
                .toArray();
        byte[] packet = Ip.icmp6(new Ip.Path(linkLocal, ALL_NODES, 255, 0), ROUTER_ADVERTISEMENT, body);
        scene.seen(at, Ethernet.ip(router, ALL_NODES_MAC, packet));
    }

    private static byte[] dhcp(int operation, int transaction, Mac client, InetAddress yours, byte[] options) {
        return new Bytes()
                .u8(operation)
                .u8(1)
                .u8(6)
                .u8(0)
                .u32(transaction)
                .u32(0)
                .u32(0)
                .raw(yours.getAddress())
                .u32(0)
                .u32(0)
                .raw(client.bytes())
                .padTo(236)
                .u32(0x6382_5363L)
                .raw(options)
                .padTo(300)
                .toArray();
    }

    private void seen(Host from, Host to, long at, byte[] packet) {
        scene.seen(at, Ethernet.ip(from.mac(), to.mac(), packet));
    }
}
