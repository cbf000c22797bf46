package io.wirecase.capture.flow;

import io.wirecase.capture.flow.FragmentedPacket.State;
import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.capture.source.RawPacket;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes IP packets whole again (RFC 791, RFC 8200), by the capture's clock and within a fixed memory. Parts behind the
 * first one are given its ports, so that they are counted to the same flow; those that came before it wait for that.
 * Without it they stay without ports: nothing is guessed.
 */
final class Reassembly {

    /** What IPv4 hosts wait for the rest (Linux; RFC 1122 allows a minute or two, but an id may come again by then). */
    private static final long PATIENCE_V4 = 30_000_000_000L;

    /** RFC 8200, 4.5. */
    private static final long PATIENCE_V6 = 60_000_000_000L;

    /** IP packets whose fragments may be on the way at once. */
    private static final int MAX_PACKETS = 4_096;

    /** Bytes of them kept: 64 of the longest, thousands of usual ones. */
    private static final long MAX_BYTES = 4L << 20;

    private final int maxPackets;
    private final long maxBytes;
    private final Consumer<FragmentedPacket> givenUp;
    private final Map<Key, FragmentedPacket> packets = new LinkedHashMap<>();
    private long memory;
    private long whole;
    private long incomplete;
    private long overlapping;
    private long malformed;
    private long evicted;
    /** Packets of which parts wait for the first one. */
    private int early;

    private record Key(
            long sourceHigh,
            long sourceLow,
            long toHigh,
            long toLow,
            long vlans,
            @Nullable String tunnel,
            int id,
            int protocol) {

        static Key of(DecodedPacket p) {
            return new Key(
                    p.sourceHigh(),
                    p.sourceLow(),
                    p.destinationHigh(),
                    p.destinationLow(),
                    p.vlanKey(),
                    p.tunnel(),
                    p.fragmentId(),
                    // IPv6 tells packets apart by addresses and id alone.
                    p.v4() ? p.ipProtocol() : -1);
        }
    }

    /** Nothing on the way, within the limits that captures are read with. */
    Reassembly(Consumer<FragmentedPacket> givenUp) {
        this(MAX_PACKETS, MAX_BYTES, givenUp);
    }

    /**
     * Nothing on the way.
     *
     * @param maxPackets most packets remembered
     * @param maxBytes most bytes of payload kept
     * @param givenUp takes packets that will not become whole, before their bytes are forgotten, with the parts that
     *     came before the first one
     */
    Reassembly(int maxPackets, long maxBytes, Consumer<FragmentedPacket> givenUp) {
        this.maxPackets = maxPackets;
        this.maxBytes = maxBytes;
        this.givenUp = givenUp;
    }

    /** Takes a part and tells it what the first one told. Returns the packet it is of. */
    FragmentedPacket take(DecodedPacket p, long nowNanos) {
        Key key = Key.of(p);
        FragmentedPacket packet = packets.get(key);
        // Ids come again: a first part behind a packet that is done begins another.
        if (packet == null || !p.laterFragment() && packet.done()) {
            packets.remove(key);
            packet = new FragmentedPacket(nowNanos, p.v4());
            packets.put(key, packet);
        }
        if (packet.state == State.WAITING) {
            memory -= packet.memory();
            packet.add(p);
            memory += packet.memory();
            count(packet.state);
        }
        if (!p.laterFragment() && packet.first == null) {
            packet.first = new DecodedPacket();
            packet.first.likeHeadersOf(p);
        } else if (p.laterFragment() && packet.first != null) {
            p.likeFirstFragment(packet.first);
        }
        makeRoom(packet);
        return packet;
    }

    private void count(State state) {
        switch (state) {
            case WHOLE -> whole++;
            case OVERLAPPING -> overlapping++;
            case MALFORMED -> malformed++;
            case GIVEN_UP -> incomplete++;
            case WAITING -> {}
        }
    }

    /**
     * Keeps a part that came before the first one until that comes or is given up.
     *
     * @return false where no more can be kept
     */
    boolean keepEarly(FragmentedPacket packet, DecodedPacket part, RawPacket raw) {
        boolean none = !packet.hasEarly();
        memory -= packet.memory();
        boolean kept = packet.keepEarly(part, raw);
        memory += packet.memory();
        early += kept && none ? 1 : 0;
        makeRoom(packet);
        return kept;
    }

    /** Hands over the parts that came before the first one. */
    List<FragmentedPacket.Early> takeEarly(FragmentedPacket packet) {
        if (!packet.hasEarly()) {
            return List.of();
        }
        early--;
        memory -= packet.memory();
        List<FragmentedPacket.Early> parts = packet.takeEarly();
        memory += packet.memory();
        return parts;
    }

    /** A time before which no part waits to be counted. */
    long countedUntil(long nowNanos) {
        return early == 0
                ? nowNanos
                : Math.min(nowNanos, packets.values().iterator().next().startNanos);
    }

    /** Says that a whole packet was read. */
    void read(FragmentedPacket packet) {
        memory -= packet.memory();
        packet.forget();
    }

    /** Gives up on a packet that still waits, and has what is there of it read. */
    void giveUp(FragmentedPacket packet) {
        if (packet.state == State.WAITING) {
            givenUp.accept(packet);
            memory -= packet.memory();
            packet.stop(State.GIVEN_UP);
            count(State.GIVEN_UP);
        }
    }

    /** Forgets packets that waited too long. */
    void expire(long nowNanos) {
        if (packets.isEmpty()) {
            return;
        }
        Iterator<FragmentedPacket> oldest = packets.values().iterator();
        while (oldest.hasNext()) {
            FragmentedPacket packet = oldest.next();
            long patience = packet.v4 ? PATIENCE_V4 : PATIENCE_V6;
            if (Math.abs(nowNanos - packet.startNanos) <= patience) {
                return;
            }
            oldest.remove();
            giveUp(packet);
        }
    }

    private void makeRoom(FragmentedPacket newest) {
        Iterator<FragmentedPacket> oldest = packets.values().iterator();
        while ((packets.size() > maxPackets || memory > maxBytes) && oldest.hasNext()) {
            FragmentedPacket packet = oldest.next();
            if (packet != newest) {
                evicted += packet.state == State.WAITING ? 1 : 0;
                oldest.remove();
                giveUp(packet);
            }
        }
    }

    /** Gives up on all that still wait. */
    void finish() {
        packets.values().forEach(this::giveUp);
        packets.clear();
    }

    /** Bytes of payload kept. */
    long memory() {
        return memory;
    }

    /** What became of the packets so far. */
    Fragments counts() {
        return new Fragments(whole, incomplete, overlapping, malformed, evicted);
    }
}
