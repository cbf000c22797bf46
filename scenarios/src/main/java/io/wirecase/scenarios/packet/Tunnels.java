package io.wirecase.scenarios.packet;

import io.wirecase.scenarios.packet.Ip.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** IP packets inside others, and IP packets in pieces. */
public final class Tunnels {
    private static final int GRE = 47;
    private static final int GRE_IPV4 = 0x0800;
    private static final int GRE_IPV6 = 0x86dd;
    private static final int VXLAN_PORT = 4789;
    private static final int IPV4_HEADER = 20;
    private static final int MORE_FRAGMENTS = 0x2000;

    private Tunnels() {}

    /** An IP packet inside GRE (RFC 2784), without any option. */
    public static byte[] gre(Path path, byte[] inner) {
        byte[] payload = new Bytes()
                .u16(0)
                .u16(inner[0] >>> 4 == 4 ? GRE_IPV4 : GRE_IPV6)
                .raw(inner)
                .toArray();
        return Ip.packet(path, GRE, payload);
    }

    /** An Ethernet frame inside VXLAN (RFC 7348). */
    public static byte[] vxlan(Path path, int network, byte[] frame) {
        byte[] payload =
                new Bytes().u32(0x0800_0000L).u24(network).u8(0).raw(frame).toArray();
        return Ip.udp(path, 49_152 + network, VXLAN_PORT, payload);
    }

    /** An IPv4 packet cut in pieces (RFC 791) of so many payload bytes, a multiple of 8. */
    public static List<byte[]> fragments(byte[] packet, int each) {
        List<byte[]> pieces = new ArrayList<>();
        for (int at = IPV4_HEADER; at < packet.length; at += each) {
            int end = Math.min(packet.length, at + each);
            int offset = (at - IPV4_HEADER) / 8 | (end < packet.length ? MORE_FRAGMENTS : 0);
            byte[] header = new Bytes()
                    .raw(Arrays.copyOf(packet, IPV4_HEADER))
                    .patch16(2, IPV4_HEADER + end - at)
                    .patch16(6, offset)
                    .patch16(10, 0)
                    .toArray();
            pieces.add(new Bytes()
                    .raw(header)
                    .patch16(10, Checksum.of(header))
                    .raw(Arrays.copyOfRange(packet, at, end))
                    .toArray());
        }
        return pieces;
    }
}
