package io.wirecase.capture.flow;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.tally.ArpExchange;
import io.wirecase.capture.tally.ErrorLog;
import io.wirecase.capture.tally.FirstPayloads;
import io.wirecase.capture.tally.FragmentTally;
import io.wirecase.capture.tally.IcmpExchange;
import io.wirecase.capture.tally.MessageLog;
import io.wirecase.capture.tally.MinuteLog;
import io.wirecase.capture.tally.SctpAssociation;
import io.wirecase.capture.tally.Tally;
import io.wirecase.capture.tcp.TcpConversation;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.core.wire.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A flow that may still grow. */
final class LiveFlow {

    final TupleKey tuple;
    /** The key's, here too: going by flows of other keys then leaves those keys alone. */
    final int hash;

    private final Ids.OfFlows ids;
    private final Transport transport;
    private final boolean portless;
    private @Nullable FlowKey key;
    private @Nullable UUID id;
    final @Nullable Resolution resolution;
    final long startNanos;
    final long firstPacket;
    private final boolean hasMacs;
    private final long originatorMac;
    private final long responderMac;
    final @Nullable IcmpExchange icmp;
    final @Nullable ArpExchange arp;
    final Tally originated = new Tally();

    /** What the responder sent, from its first packet on: a scan opens very many flows without one. */
    @Nullable
    Tally responded;

    /** The packets with payload, from the first on. */
    @Nullable
    MessageLog messages;

    /** TCP state, from the first packet with a whole TCP header on. */
    @Nullable
    TcpConversation tcp;
    /** The parsers, from the first payload on. */
    @Nullable
    Parsers parsers;

    /** The last packet whose payload was read, where memory did not allow more. */
    @Nullable
    Long readUntil;

    /** What went minute by minute, once there was more than one. */
    @Nullable
    MinuteLog minutes;

    /** How its first payloads look, while no parser knows it. */
    @Nullable
    FirstPayloads firstPayloads;

    /** Packets with payload that were looked at, or that a parser knew. */
    int looks;

    /** The association, once an SCTP packet was whole. */
    @Nullable
    SctpAssociation sctp;

    /** What ICMP said about it. */
    @Nullable
    ErrorLog errors;

    /** Fragmented packets of it that are not whole yet, and some that are. */
    @Nullable
    FragmentedPacket parts;

    /** The fragments in it that have no transport header, from the first on. */
    @Nullable
    FragmentTally fragments;

    /** Began with such a fragment, so that all it has are of this kind. */
    final boolean headless;

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

    /** The next flow of the same place in the table. */
    @Nullable
    LiveFlow beside;

    LiveFlow(TupleKey tuple, Ids.OfFlows ids, @Nullable Resolution resolution, DecodedPacket p, RawPacket raw) {
        this.tuple = tuple;
        this.hash = tuple.hashCode();
        this.ids = ids;
        this.transport = p.transport();
        this.portless = p.icmpType() >= 0;
        this.resolution = resolution;
        startNanos = raw.timeNanos();
        partStartNanos = startNanos;
        firstMinute = MinuteLog.minute(startNanos);
        lastNanos = startNanos;
        firstPacket = raw.number();
        headless = p.laterFragment();
        MacAddress source = p.sourceMac();
        MacAddress destination = p.destinationMac();
        hasMacs = source != null && destination != null;
        originatorMac = source == null ? 0 : source.value();
        responderMac = destination == null ? 0 : destination.value();
        icmp = p.icmpType() >= 0 && p.icmpCode() >= 0 ? new IcmpExchange(p) : null;
        arp = p.transport() == Transport.ARP ? new ArpExchange(p) : null;
    }

    /** Its ends; made when first asked for, since most flows of a scan never are. */
    FlowKey key() {
        FlowKey its = key;
        if (its == null) {
            its = tuple.named(transport, portless);
            key = its;
        }
        return its;
    }

    /** Its id; made when first asked for. */
    UUID id() {
        UUID its = id;
        if (its == null) {
            its = ids.of(firstPacket, tuple.tunnel());
            id = its;
        }
        return its;
    }

    /** Link-layer source of its first packet, or null where the link has none. */
    @Nullable
    MacAddress originatorMac() {
        return hasMacs ? new MacAddress(originatorMac) : null;
    }

    /** Link-layer destination of its first packet, or null. */
    @Nullable
    MacAddress responderMac() {
        return hasMacs ? new MacAddress(responderMac) : null;
    }

    /** Who of the flow sent the packet the key was filled from. */
    Party sender(TupleKey of) {
        return of.symmetric() || of.swapped() == tuple.swapped() ? Party.ORIGINATOR : Party.RESPONDER;
    }

    /** Whether a packet of one side begins another conversation between the same ends. */
    boolean replacedBy(Party sender, DecodedPacket p) {
        if (tcp != null && p.hasTcp()) {
            return tcp.replacedBy(sender, p);
        }
        return arp != null && arp.contradicts(sender, p);
    }

    /** Counts a packet. */
    void count(Party sender, DecodedPacket p, RawPacket raw) {
        if (raw.number() >= lastPacket) {
            // A fragment may be counted behind packets that came after it.
            lastNanos = raw.timeNanos();
            lastPacket = raw.number();
        }
        long minute = MinuteLog.minute(raw.timeNanos());
        if (minutes == null && minute != firstMinute) {
            Counts all = originated.counts().plus(responded == null ? Counts.NONE : responded.counts());
            minutes = new MinuteLog(firstMinute, all);
        }
        if (minutes != null) {
            minutes.add(minute, raw.original());
        }
        tally(sender).add(raw.original(), p.ipBytes(), p.payloadBytes(), raw.timeNanos());
        if (p.laterFragment() && !headless) {
            fragments = fragments == null ? new FragmentTally() : fragments;
            fragments.add(sender, raw.original(), p.ipBytes(), p.payloadBytes(), raw.timeNanos());
        }
        if (p.payloadBytes() > 0) {
            messages = messages == null ? new MessageLog() : messages;
            messages.add(raw.timeNanos() - startNanos, sender, p.payloadBytes());
        }
        if (arp != null) {
            arp.add(sender, (sender == Party.ORIGINATOR) == tuple.swapped(), p, raw.timeNanos());
        }
        if (icmp != null) {
            icmp.add(sender, p);
        }
    }

    private Tally tally(Party sender) {
        if (sender == Party.ORIGINATOR) {
            return originated;
        }
        Tally its = responded == null ? new Tally() : responded;
        responded = its;
        return its;
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
