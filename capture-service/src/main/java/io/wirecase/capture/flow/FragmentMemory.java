package io.wirecase.capture.flow;

import io.wirecase.capture.packet.DecodedPacket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what the first fragments of IP packets told, so that later ones are counted to the same flow (RFC 791,
 * RFC 8200). Without its first fragment a later one stays without ports: nothing is guessed.
 */
final class FragmentMemory {

    /** Packets whose fragments may be on the way at once. */
    private static final int MAX_PACKETS = 4_096;

    /** Hosts give up on a packet after 15 to 60 seconds (RFC 1122, RFC 8200); its id may then come again. */
    private static final long MAX_AGE_NANOS = 30_000_000_000L;

    private final Map<Whole, First> firsts = new LinkedHashMap<>();

    private record Whole(long sourceHigh, long sourceLow, long toHigh, long toLow, long vlans, int id, int protocol) {}

    private record First(long nanos, int sourcePort, int destinationPort, int icmpType) {}

    /** Learns from a first fragment and completes a later one. */
    void relate(DecodedPacket p, long nowNanos) {
        if (!p.fragmented()) {
            return;
        }
        Whole whole = new Whole(
                p.sourceHigh(),
                p.sourceLow(),
                p.destinationHigh(),
                p.destinationLow(),
                p.vlanKey(),
                p.fragmentId(),
                p.ipProtocol());
        if (!p.laterFragment()) {
            firsts.remove(whole);
            firsts.put(whole, new First(nowNanos, p.sourcePort(), p.destinationPort(), p.icmpType()));
            if (firsts.size() > MAX_PACKETS) {
                firsts.remove(firsts.keySet().iterator().next());
            }
            return;
        }
        First first = firsts.get(whole);
        if (first != null && Math.abs(nowNanos - first.nanos) <= MAX_AGE_NANOS) {
            p.likeFirstFragment(first.sourcePort, first.destinationPort, first.icmpType);
        }
    }
}
