package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.packet.Ethernet;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Mac;
import io.wirecase.scenarios.packet.Tunnels;

/** How the IP packets of a talk travel where the sensor is. */
enum Link {
    /** As they are. */
    PLAIN,
    /** With a VLAN tag. */
    TAGGED,
    /** Inside GRE between two routers. */
    GRE,
    /** Inside VXLAN between two switches. */
    VXLAN;

    private static final Mac WEST = Mac.of("02:00:5e:00:01:01");
    private static final Mac EAST = Mac.of("02:00:5e:00:01:02");
    private static final Ip.Path WESTWARD = new Ip.Path(Ip.address("10.255.0.1"), Ip.address("10.255.0.2"), 64, 1);

    byte[] frame(Peer from, Peer to, byte[] packet) {
        return switch (this) {
            case PLAIN -> Ethernet.ip(from.mac(), to.mac(), packet);
            case TAGGED -> Ethernet.tagged(from.mac(), to.mac(), 100, packet);
            case GRE -> Ethernet.ip(WEST, EAST, Tunnels.gre(WESTWARD, packet));
            case VXLAN ->
                Ethernet.ip(WEST, EAST, Tunnels.vxlan(WESTWARD, 42, Ethernet.ip(from.mac(), to.mac(), packet)));
        };
    }
}
