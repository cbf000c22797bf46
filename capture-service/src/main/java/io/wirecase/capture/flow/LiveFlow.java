package io.wirecase.capture.flow;

import io.wirecase.capture.application.ApplicationTracker;
import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.flow.MacAddress;
import io.wirecase.core.flow.Party;
import io.wirecase.core.flow.Resolution;
import io.wirecase.core.flow.Transport;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A flow that may still grow. */
final class LiveFlow {

    final TupleKey tuple;
    final FlowKey key;
    final UUID id;
    final @Nullable Resolution resolution;
    final long startNanos;
    final long firstPacket;
    final @Nullable MacAddress originatorMac;
    final @Nullable MacAddress responderMac;
    final @Nullable IcmpExchange icmp;
    final @Nullable ArpExchange arp;
    final Tally originated = new Tally();
    final Tally responded = new Tally();
    final MessageLog messages = new MessageLog();

    /** TCP state, from the first packet with a whole TCP header on. */
    @Nullable
    TcpConversation tcp;
    /** The parsers, from the first payload on. */
    @Nullable
    ApplicationTracker application;

    /** What went minute by minute, once there was more than one. */
    @Nullable
    MinuteLog minutes;

    /** What ICMP said about it. */
    @Nullable
    ErrorLog errors;

    /** Fragmented packets of it that are not whole yet, and some that are. */
    @Nullable
    FragmentedPacket parts;

    int published;
    long partStartNanos;
    private final long firstMinute;
    private long lastNanos;
    private long lastPacket;

    @Nullable
    FlowQueue queue;

    @Nullable
    LiveFlow before;

    @Nullable
    LiveFlow behind;

    LiveFlow(TupleKey tuple, FlowKey key, UUID id, @Nullable Resolution resolution, DecodedPacket p, RawPacket raw) {
        this.tuple = tuple;
        this.key = key;
        this.id = id;
        this.resolution = resolution;
        startNanos = raw.timeNanos();
        partStartNanos = startNanos;
        firstMinute = MinuteLog.minute(startNanos);
        lastNanos = startNanos;
        firstPacket = raw.number();
        originatorMac = p.sourceMac();
        responderMac = p.destinationMac();
        icmp = p.icmpType() >= 0 && p.icmpCode() >= 0 ? new IcmpExchange(p) : null;
        arp = p.transport() == Transport.ARP ? new ArpExchange(p) : null;
    }

    /** Who of the flow sent the packet the key was filled from. */
    Party sender(TupleKey of) {
        return of.symmetric() || of.swapped() == tuple.swapped() ? Party.ORIGINATOR : Party.RESPONDER;
    }

    /** Counts a packet. */
    void count(Party sender, DecodedPacket p, RawPacket raw) {
        lastNanos = raw.timeNanos();
        lastPacket = raw.number();
        long minute = MinuteLog.minute(raw.timeNanos());
        if (minutes == null && minute != firstMinute) {
            minutes = new MinuteLog(firstMinute, originated.counts().plus(responded.counts()));
        }
        if (minutes != null) {
            minutes.add(minute, raw.original());
        }
        Tally tally = sender == Party.ORIGINATOR ? originated : responded;
        tally.add(raw.original(), p.ipBytes(), p.payloadBytes(), raw.timeNanos());
        if (p.payloadBytes() > 0) {
            messages.add(raw.timeNanos() - startNanos, sender, p.payloadBytes());
        }
        if (arp != null) {
            arp.add(sender, (sender == Party.ORIGINATOR) == tuple.swapped(), p, raw.timeNanos());
        }
        if (icmp != null) {
            icmp.add(sender, p);
        }
    }

    /** Capture time of its last packet. */
    long lastNanos() {
        return lastNanos;
    }

    /** Number of its last packet. */
    long lastPacket() {
        return lastPacket;
    }

    /** Whether TCP is done with it. */
    boolean over() {
        return tcp != null && tcp.over();
    }
}
