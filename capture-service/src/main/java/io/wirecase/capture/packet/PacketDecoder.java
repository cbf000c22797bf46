package io.wirecase.capture.packet;

import io.wirecase.capture.source.RawPacket;

/** Reads a packet's headers from the link layer to the transport. Total: no bytes make it throw. Not thread-safe. */
public final class PacketDecoder {

    /** Tunnels followed inside each other. */
    static final int MAX_TUNNELS = 4;

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
}
