package io.wirecase.capture.flow;

import io.wirecase.capture.application.ApplicationTracker;
import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.capture.tally.FirstPayloads;
import io.wirecase.capture.tally.SctpAssociation;
import io.wirecase.capture.tcp.TcpConversation;
import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import java.util.List;

/** Hands what packets carry to the TCP state of their flow and to its parsers. */
final class PayloadReader {

    /** That a flow was looked at as often as it is: the packet after the last look, or one a parser knew, was seen. */
    private static final int LOOKED = FirstPayload.MAX_PACKETS + 1;

    private final ParserMemory memory;
    private final boolean parsing;

    /**
     * A reader.
     *
     * @param memory the account of what is kept of payload
     * @param parsing whether payload is parsed; TCP's state is kept either way
     */
    PayloadReader(ParserMemory memory, boolean parsing) {
        this.memory = memory;
        this.parsing = parsing;
    }

    /**
     * Takes a whole packet.
     *
     * @param flow its flow
     * @param sender who of the flow sent it
     * @param p its headers
     * @param timeNanos its capture time
     * @param number its number
     */
    void read(LiveFlow flow, Party sender, DecodedPacket p, long timeNanos, long number) {
        if (p.hasTcp()) {
            if (flow.tcp == null) {
                flow.tcp = new TcpConversation(p, memory.early());
            }
            flow.tcp.headers(sender, p, timeNanos);
        }
        if (!parsing) {
            return;
        }
        if (p.payloadBytes() == 0) {
            bare(flow);
            return;
        }
        parse(flow, sender, p, timeNanos, number);
        if (p.transport() == Transport.SCTP) {
            flow.sctp = flow.sctp == null ? new SctpAssociation() : flow.sctp;
            flow.sctp.add(sender, p);
        }
    }

    private void parse(LiveFlow flow, Party sender, DecodedPacket p, long timeNanos, long number) {
        TcpConversation tcp = flow.tcp;
        boolean datagram = p.transport() == Transport.UDP && p.sourcePort() >= 0;
        if (!datagram && (tcp == null || !p.hasTcp())) {
            return;
        }
        Parsers parsers = flow.parsers == null ? begin(flow) : flow.parsers;
        if (tcp != null) {
            tcp.payload(sender, p, timeNanos, number, parsers);
        } else if (parsers.wantsMore()) {
            int captured = p.payloadCaptured();
            parsers.data(sender, p.bytes(), p.payloadAt(), captured, timeNanos, number);
            if (p.payloadBytes() > captured) {
                parsers.gap(sender, p.payloadBytes() - captured);
            }
        }
        if (flow.looks < LOOKED) {
            look(flow, sender, p, parsers);
        }
        if (parsers.takeFed()) {
            memory.charge(parsers);
        }
    }

    /** Parsers mostly know a flow by its first payload; the others are looked at from outside. */
    private static void look(LiveFlow flow, Party sender, DecodedPacket p, Parsers parsers) {
        Application application = parsers.application();
        boolean known = application.from() == Application.Found.DECODED;
        boolean enough =
                flow.looks == FirstPayload.MAX_PACKETS || known && !(flow.looks == 0 && HalfKnown.by(application));
        if (!enough && p.payloadCaptured() > 0) {
            flow.looks++;
            flow.firstPayloads = flow.firstPayloads == null ? new FirstPayloads() : flow.firstPayloads;
            flow.firstPayloads.add(sender, p);
        }
        if (enough || known) {
            flow.looks = LOOKED;
        }
    }

    private static void bare(LiveFlow flow) {
        if (flow.firstPayloads != null && flow.looks < LOOKED) {
            flow.firstPayloads.bare();
        }
    }

    private Parsers begin(LiveFlow flow) {
        FlowKey key = flow.key();
        ApplicationTracker tracker = new ApplicationTracker(
                key.transport(), key.originator(), key.responder(), memory.names(), memory.expected(), flow.id());
        if (flow.tcp != null) {
            List<String> before = memory.silent().resumed(key);
            if (before != null && !flow.tcp.opened()) {
                tracker.resume(before);
            }
        }
        Parsers parsers = new Parsers(flow, tracker);
        flow.parsers = parsers;
        memory.begin(parsers);
        return parsers;
    }
}
