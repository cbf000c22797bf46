package io.wirecase.capture.packet;

import io.wirecase.capture.source.RawPacket;

/** Reads a packet's headers from the link layer to the transport. Total: no bytes make it throw. Not thread-safe. */
public final class PacketDecoder {

    /** Tunnels followed inside each other. */
    public static final int MAX_TUNNELS = 4;

    private static final int LONGEST_PACKET = 65_535 + 40;

    /** A decoder; it keeps nothing between packets. */
    public PacketDecoder() {}

    /**
     * Decodes a packet. What a capture cut off is taken from the length fields of the headers that are there.
     *
     * @param raw the packet
     * @param into overwritten; meaningful when the outcome is {@link Outcome#DECODED}
     */
    public Outcome decode(RawPacket raw, DecodedPacket into) {
        int tunnels = MAX_TUNNELS;
        Outcome outcome;
        do {
            into.reset(raw.bytes(), raw.offset(), raw.captured(), raw.original());
            outcome = LinkDecoder.decode(raw.linkType(), into, tunnels);
            // What is inside the innermost tunnel cannot be read: the packet still belongs to that tunnel's own flow.
            tunnels = into.depth - 1;
        } while (outcome != Outcome.DECODED && tunnels >= 0);
        return outcome;
    }

    /**
     * Decodes what a packet carries that came in fragments.
     *
     * @param first the headers of its first fragment
     * @param payload the bytes behind the IP header, and behind the fragment header for IPv6
     * @param known how many of them are there, from the first on
     * @param length how many there were on the wire, or the most there can have been; at least as many
     * @param tunnels how many tunnels are followed, those that the fragments came through included
     * @param into overwritten; meaningful when the outcome is {@link Outcome#DECODED}
     */
    public Outcome join(DecodedPacket first, byte[] payload, int known, int length, int tunnels, DecodedPacket into) {
        Outcome outcome = joined(first, payload, known, length, Math.max(0, tunnels - first.depth), into);
        return outcome != Outcome.DECODED && into.depth > first.depth
                ? joined(first, payload, known, length, 0, into)
                : outcome;
    }

    /**
     * Decodes the packet that an ICMP error quotes, as far as it quotes it.
     *
     * @param error an ICMP error, decoded
     * @param into overwritten; meaningful when the outcome is {@link Outcome#DECODED}
     */
    public Outcome quoted(DecodedPacket error, DecodedPacket into) {
        into.likeHeadersOf(error);
        into.bytes = error.bytes;
        into.at = error.payloadAt;
        into.end = error.payloadAt + error.payloadCaptured();
        // What was not quoted is missing as if the capture had cut it.
        into.unrecorded = LONGEST_PACKET;
        return IpDecoder.either(into, 0);
    }

    private static Outcome joined(
            DecodedPacket first, byte[] payload, int known, int length, int tunnels, DecodedPacket into) {
        into.likeHeadersOf(first);
        into.bytes = payload;
        into.at = 0;
        into.end = known;
        into.unrecorded = length - known;
        return first.v4
                ? IpDecoder.carried(into, first.fragmentProtocol, length, tunnels)
                : Ipv6Extensions.decode(into, first.fragmentProtocol, tunnels);
    }
}
