package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Mac;
import io.wirecase.scenarios.packet.Stack;
import java.net.InetAddress;

/**
 * One end of talks.
 *
 * @param address its address
 * @param mac the address its frames come from
 * @param stack how its TCP behaves
 * @param hops routers between it and the sensor
 */
record Peer(InetAddress address, Mac mac, Stack stack, int hops) {

    Ip.Path to(Peer other, int id) {
        return new Ip.Path(address, other.address, stack.ttl() - hops, id & 0xffff);
    }
}
