package io.wirecase.capture.flow;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.capture.packet.Outcome;
import io.wirecase.capture.packet.PacketDecoder;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.tcp.TcpConversation;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Party;
import io.wirecase.core.wire.Ids;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes flows of packets: every decoded packet is counted to exactly one flow. The same packets give the same flows in
 * the same order, whatever the speed. One thread at a time; a consumer that throws leaves it unusable.
 */
public final class FlowAssembler {

    private final Ids.OfFlows ids;
    private final FlowSettings settings;
    private final long activeNanos;
    private final PacketDecoder decoder = new PacketDecoder();
    /** The packet that is looked at. */
    private DecodedPacket decoded = new DecodedPacket();
    /** One made whole of fragments. */
    private DecodedPacket joined = new DecodedPacket();

    private final TupleKey probe = new TupleKey();
    private final Reassembly fragments = new Reassembly(this::readPart);
    private final ParserMemory memory;
    private final AccountBook book = new AccountBook();
    private final PayloadReader reader;
    private final FlowTable table;
    private final QuotedFlows quoted;
    private final FlowOrder order;
    private final Function<Flow, Runnable> out;
    private final FlowRecords records;
    private final @Nullable PacketListener listener;
    private final Consumer<LiveFlow> endIdle = flow -> end(flow, Ending.Reason.IDLE);

    /**
     * An empty flow table.
     *
     * @param identity which capture the packets belong to
     * @param settings when flows end
     * @param out takes the flows in (end, first packet) order; where the capture's clock steps back farther than a
     *     timeout, flows from before the step may come later than that
     */
    public FlowAssembler(CaptureIdentity identity, FlowSettings settings, Consumer<Flow> out) {
        this(identity, settings, out, null);
    }

    /**
     * An empty flow table whose flows wait in a form of the taker's choice: there are very many at times, so that it
     * should be small.
     *
     * @param identity which capture the packets belong to
     * @param settings when flows end
     * @param out given each flow as it ends; what it answers is run when the flow's turn comes, in the order that the
     *     constructor tells
     */
    public static FlowAssembler keeping(CaptureIdentity identity, FlowSettings settings, Function<Flow, Runnable> out) {
        return new FlowAssembler(identity, settings, null, out);
    }

    /**
     * An empty flow table that says of each packet which flow it is counted to. Flows then come without what their
     * payload says: that never decides which flow a packet belongs to.
     *
     * @param listener told of each packet that is counted to a flow, in the order they come; null for none
     */
    public FlowAssembler(
            CaptureIdentity identity, FlowSettings settings, Consumer<Flow> out, @Nullable PacketListener listener) {
        this(identity, settings, listener, flow -> () -> out.accept(flow));
    }

    private FlowAssembler(
            CaptureIdentity identity,
            FlowSettings settings,
            @Nullable PacketListener listener,
            Function<Flow, Runnable> out) {
        this.listener = listener;
        this.out = out;
        this.ids = new Ids.OfFlows(identity.captureId(), identity.revision());
        this.settings = settings;
        this.activeNanos = settings.active().toNanos();
        this.memory = new ParserMemory(settings.maxParserBytes(), settings.maxBufferedBytes());
        this.reader = new PayloadReader(memory, listener == null);
        this.order = new FlowOrder(memory);
        this.table = new FlowTable(settings);
        this.quoted = new QuotedFlows(decoder, table);
        this.records = new FlowRecords(identity.origin(), memory);
    }

    /** Counts a packet to its flow; flows that this proves ended may go out. */
    public void accept(RawPacket raw) {
        long now = raw.timeNanos();
        Outcome outcome = decoder.decode(raw, decoded);
        book.add(raw, outcome, decoded.shortened());
        fragments.expire(now);
        table.expire(now, endIdle);
        if (outcome == Outcome.DECODED) {
            assign(raw);
        }
        release(now);
    }

    /** Counts the packet to its flow; of fragments, the last one brings the payload of all. */
    private void assign(RawPacket raw) {
        if (!decoded.fragmented()) {
            probe.fill(decoded);
            LiveFlow flow = flow(raw);
            reader.read(flow, count(flow, raw), decoded, raw.timeNanos(), raw.number());
            if (flow.icmp != null) {
                quoted.take(decoded, raw.timeNanos());
            }
            table.touch(flow);
            return;
        }
        FragmentedPacket whole = fragments.take(decoded, raw.timeNanos());
        boolean early = whole.first == null && whole.state == FragmentedPacket.State.WAITING;
        if (early && fragments.keepEarly(whole, decoded, raw.kept(listener != null))) {
            return;
        }
        countEarly(whole);
        boolean complete = whole.unread();
        if (complete && join(whole, PacketDecoder.MAX_TUNNELS) && joined.depth() > decoded.depth()) {
            // It held a tunnel: what is inside is counted to a flow of its own.
            DecodedPacket outer = decoded;
            decoded = joined;
            joined = outer;
            assign(raw);
            fragments.read(whole);
            return;
        }
        probe.fill(decoded);
        LiveFlow flow = flow(raw);
        Party sender = count(flow, raw);
        if (complete) {
            reader.read(flow, sender, joined, raw.timeNanos(), raw.number());
            fragments.read(whole);
        } else if (!decoded.laterFragment() && whole.flow == null) {
            whole.belongs(flow, sender, raw);
        }
        table.touch(flow);
    }

    /** Counts parts that came before the first one, now that it came, or will not. */
    private void countEarly(FragmentedPacket whole) {
        DecodedPacket now = decoded;
        for (FragmentedPacket.Early part : fragments.takeEarly(whole)) {
            // With the first one's headers, as the flow may begin here.
            decoded = whole.first == null ? part.headers() : now;
            probe.fill(decoded);
            LiveFlow flow = flow(part.raw());
            decoded = part.headers();
            count(flow, part.raw());
            table.touch(flow);
        }
        decoded = now;
    }

    private boolean join(FragmentedPacket whole, int tunnels) {
        DecodedPacket first = whole.first;
        return first != null
                && decoder.join(first, whole.bytes(), whole.known(), whole.length(), tunnels, joined)
                        == Outcome.DECODED;
    }

    /** Reads the beginning of a packet of which the rest will not come. */
    private void readPart(FragmentedPacket part) {
        countEarly(part);
        LiveFlow flow = part.flow;
        if (flow != null && part.known() > 0 && join(part, 0)) {
            reader.read(flow, part.sender, joined, part.firstNanos, part.firstNumber);
        }
    }

    /** Ends flows that were silent too long at a time when no packet comes; for live sources. */
    public void advance(long nowNanos) {
        fragments.expire(nowNanos);
        int before;
        do {
            before = table.size();
            table.expire(nowNanos, endIdle);
        } while (table.size() < before);
        release(nowNanos);
    }

    /** Ends and publishes every flow still open. */
    public void finish() {
        fragments.finish();
        for (LiveFlow flow = table.stalest(); flow != null; flow = table.stalest()) {
            end(flow, Ending.Reason.CAPTURE_END);
        }
        order.releaseAll();
    }

    /** Where every packet went so far. */
    public Accounts accounts() {
        return book.accounts(order.released(), fragments.counts(), memory);
    }

    /** The flow of the packet in the probe, a new one when it has none that goes on. */
    private LiveFlow flow(RawPacket raw) {
        LiveFlow flow = table.get(probe);
        if (flow != null && table.overdue(flow, raw.timeNanos())) {
            end(flow, Ending.Reason.IDLE);
            flow = null;
        }
        if (flow != null && flow.replacedBy(flow.sender(probe), decoded)) {
            end(flow, Ending.Reason.CLOSED);
            LiveFlow next = open(raw);
            if (flow.arp != null && next.arp != null) {
                next.arp.follow(flow.arp);
            }
            return next;
        }
        return flow != null ? flow : open(raw);
    }

    private LiveFlow open(RawPacket raw) {
        Resolution resolution = memory.names().resolve(decoded.source(), decoded.destination(), raw.timeNanos());
        LiveFlow flow = new LiveFlow(probe.copy(), ids, resolution, decoded, raw);
        table.add(flow);
        return flow;
    }

    private Party count(LiveFlow flow, RawPacket raw) {
        long now = raw.timeNanos();
        if (now - flow.partStartNanos >= activeNanos) {
            publish(flow, new Ending(Ending.Reason.ACTIVE, ++flow.published, false));
            flow.partStartNanos = now;
        }
        Party sender = flow.sender(probe);
        flow.count(sender, decoded, raw);
        if (listener != null) {
            listener.counted(flow.id(), flow.key(), raw);
        }
        return sender;
    }

    private void end(LiveFlow flow, Ending.Reason reason) {
        for (FragmentedPacket part = flow.parts; part != null; part = part.next) {
            fragments.giveUp(part);
            part.flow = null;
        }
        TcpConversation tcp = flow.tcp;
        if (tcp != null) {
            tcp.end(flow.parsers);
            book.ended(tcp);
        }
        table.remove(flow);
        Ending.Reason told = tcp != null && tcp.over() ? tcp.reason() : reason;
        if (told == Ending.Reason.EVICTED) {
            book.evicted();
        }
        publish(flow, new Ending(told, ++flow.published, true));
    }

    private void publish(LiveFlow flow, Ending ending) {
        KeptFacts facts = records.facts(flow, ending);
        Runnable departure = out.apply(records.of(flow, ending, facts.facts()));
        order.add(new EndedFlow(flow.lastNanos(), flow.firstPacket, ending.part(), facts.held(), departure));
    }

    private void release(long nowNanos) {
        LiveFlow stalest = table.stalest();
        for (; stalest != null && table.size() + order.size() > settings.maxFlows(); stalest = table.stalest()) {
            makeRoom(stalest);
        }
        long counted = fragments.countedUntil(nowNanos);
        order.releaseBefore(stalest == null ? counted : Math.min(counted, stalest.lastNanos()));
    }

    /** Evicts the flow that was silent longest; when mostly ended ones wait, lets those out first. */
    private void makeRoom(LiveFlow stalest) {
        order.releaseBefore(stalest.lastNanos());
        if (table.size() + order.size() <= settings.maxFlows()) {
            return;
        }
        if (order.size() > settings.maxFlows() / 2) {
            order.releaseFirst();
        } else {
            end(stalest, Ending.Reason.EVICTED);
        }
    }
}
