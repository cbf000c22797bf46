package io.wirecase.capture.flow;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.capture.tally.IcmpTypes;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import org.jspecify.annotations.Nullable;

/**
 * What tells flows apart: addresses and ports in canonical order (so that both directions are equal), transport, VLANs
 * and tunnel path. ICMP has no ports; there the exchange's message type stands in for them, a request and its answer
 * alike. One instance is refilled to look up; {@link #copy()} is what the table keeps.
 */
final class TupleKey {

    private static final int PROTOCOL = 0xFFFF;
    private static final int V4 = 1 << 16;
    private static final int ARP = 1 << 17;

    private long lowHigh;
    private long lowLow;
    private long highHigh;
    private long highLow;
    private int lowPort;
    private int highPort;
    private int kind;
    private long vlans;
    private @Nullable String tunnel;
    private int hash;
    private boolean swapped;

    /** Takes the packet's key. */
    void fill(DecodedPacket p) {
        int source = p.sourcePort();
        int destination = p.destinationPort();
        if (p.icmpType() >= 0) {
            source = IcmpTypes.exchange(p.transport(), p.icmpType());
            destination = source;
        }
        swapped = compare(p, source, destination) > 0;
        lowHigh = swapped ? p.destinationHigh() : p.sourceHigh();
        lowLow = swapped ? p.destinationLow() : p.sourceLow();
        highHigh = swapped ? p.sourceHigh() : p.destinationHigh();
        highLow = swapped ? p.sourceLow() : p.destinationLow();
        lowPort = swapped ? destination : source;
        highPort = swapped ? source : destination;
        kind = (p.v4() ? V4 : 0) | (p.transport() == Transport.ARP ? ARP : p.ipProtocol());
        vlans = p.vlanKey();
        tunnel = p.tunnel();
        hash = mix();
    }

    private static int compare(DecodedPacket p, int source, int destination) {
        int byAddress = Long.compareUnsigned(p.sourceHigh(), p.destinationHigh());
        if (byAddress == 0) {
            byAddress = Long.compareUnsigned(p.sourceLow(), p.destinationLow());
        }
        return byAddress != 0 ? byAddress : Integer.compare(source, destination);
    }

    /** Whether the packet's sender is the higher end. */
    boolean swapped() {
        return swapped;
    }

    /** Whether both ends are the same, so that directions cannot be told apart. */
    boolean symmetric() {
        return lowHigh == highHigh && lowLow == highLow && lowPort == highPort;
    }

    /**
     * The key as the flow's record tells it.
     *
     * @param transport of its packets
     * @param portless whether what stands in for ports is none
     */
    FlowKey named(Transport transport, boolean portless) {
        Endpoint low = new Endpoint(address(lowHigh, lowLow), portless || lowPort < 0 ? null : (Integer) lowPort);
        Endpoint high = new Endpoint(address(highHigh, highLow), portless || highPort < 0 ? null : (Integer) highPort);
        return new FlowKey(
                transport,
                transport == Transport.ARP ? null : (Integer) (kind & PROTOCOL),
                swapped ? high : low,
                swapped ? low : high,
                DecodedPacket.vlans(vlans),
                tunnel);
    }

    /** The tunnel path, or null outside any tunnel. */
    @Nullable
    String tunnel() {
        return tunnel;
    }

    private IpAddress address(long high, long low) {
        return new IpAddress(high, low, (kind & V4) != 0);
    }

    TupleKey copy() {
        TupleKey copy = new TupleKey();
        copy.lowHigh = lowHigh;
        copy.lowLow = lowLow;
        copy.highHigh = highHigh;
        copy.highLow = highLow;
        copy.lowPort = lowPort;
        copy.highPort = highPort;
        copy.kind = kind;
        copy.vlans = vlans;
        copy.tunnel = tunnel;
        copy.hash = hash;
        copy.swapped = swapped;
        return copy;
    }

    private int mix() {
        long h = lowHigh * 0x9E3779B97F4A7C15L + lowLow;
        h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L + highHigh;
        h = (h ^ h >>> 32) * 0x94D049BB133111EBL + highLow;
        h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L + ((long) lowPort << 32 ^ (long) highPort << 12 ^ kind);
        h = (h ^ h >>> 32) * 0x94D049BB133111EBL + vlans;
        h ^= tunnel == null ? 0 : tunnel.hashCode();
        return (int) (h ^ h >>> 32);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TupleKey key
                && hash == key.hash
                && lowLow == key.lowLow
                && highLow == key.highLow
                && lowPort == key.lowPort
                && highPort == key.highPort
                && kind == key.kind
                && lowHigh == key.lowHigh
                && highHigh == key.highHigh
                && vlans == key.vlans
                && (tunnel == null ? key.tunnel == null : tunnel.equals(key.tunnel));
    }
}
