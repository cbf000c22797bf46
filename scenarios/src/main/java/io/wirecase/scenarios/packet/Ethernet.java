package io.wirecase.scenarios.packet;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Ethernet II frames without the check sequence, as captures hold them. */
public final class Ethernet {
    private static final int IPV4 = 0x0800;
    private static final int ARP = 0x0806;
    private static final int IPV6 = 0x86dd;
    private static final int VLAN = 0x8100;

    /** 64 bytes on the wire less the check sequence: shorter frames are padded; readers must not count the padding. */
    private static final int MINIMUM = 60;

    private Ethernet() {}

    /** A frame around an IP packet; the type follows from the version in the packet's first byte. */
    public static byte[] ip(Mac source, Mac destination, byte[] packet) {
        return frame(source, destination, packet[0] >>> 4 == 4 ? IPV4 : IPV6, packet);
    }

    /** A frame around an IP packet with an IEEE 802.1Q tag of this VLAN. */
    public static byte[] tagged(Mac source, Mac destination, int vlan, byte[] packet) {
        byte[] payload = new Bytes()
                .u16(vlan)
                .u16(packet[0] >>> 4 == 4 ? IPV4 : IPV6)
                .raw(packet)
                .toArray();
        return frame(source, destination, VLAN, payload);
    }

    /** An ARP question (RFC 826): who has {@code wanted}? Sent to everyone. */
    public static byte[] arpRequest(Mac sender, InetAddress senderAddress, InetAddress wanted) {
        return frame(sender, Mac.BROADCAST, ARP, arp(1, sender, senderAddress, new Mac(0), wanted));
    }

    /** The answer to an ARP question: {@code senderAddress} is at {@code sender}. */
    public static byte[] arpReply(Mac sender, InetAddress senderAddress, Mac asker, InetAddress askerAddress) {
        return frame(sender, asker, ARP, arp(2, sender, senderAddress, asker, askerAddress));
    }

    private static byte[] arp(int operation, Mac sender, InetAddress from, Mac target, InetAddress to) {
        if (!(from instanceof Inet4Address) || !(to instanceof Inet4Address)) {
            throw new IllegalArgumentException("ARP is for IPv4 addresses");
        }
        return new Bytes()
                .u16(1)
                .u16(IPV4)
                .u8(6)
                .u8(4)
                .u16(operation)
                .raw(sender.bytes())
                .raw(from.getAddress())
                .raw(target.bytes())
                .raw(to.getAddress())
                .toArray();
    }

    private static byte[] frame(Mac source, Mac destination, int type, byte[] payload) {
        return new Bytes()
                .raw(destination.bytes())
                .raw(source.bytes())
                .u16(type)
                .raw(payload)
                .padTo(MINIMUM)
                .toArray();
    }
}
