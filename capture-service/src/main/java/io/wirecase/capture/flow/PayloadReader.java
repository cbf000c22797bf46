package io.wirecase.capture.flow;

import io.wirecase.capture.application.ApplicationTracker;
import io.wirecase.capture.application.ExpectedFlows;
import io.wirecase.capture.application.NameResolutions;
import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.FirstPayload;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.flow.Party;
import io.wirecase.core.flow.Transport;

/** Hands what packets carry to the TCP state of their flow and to its parsers. */
final class PayloadReader {

    private final NameResolutions names;
    private final ExpectedFlows expected = new ExpectedFlows();
    private final ByteBudget budget;
    private final boolean parsing;

    /**
     * A reader.
     *
     * @param names what the capture's hosts have resolved
     * @param budget bytes that all flows together may keep out of order
     * @param parsing whether payload is parsed; TCP's state is kept either way
     */
    PayloadReader(NameResolutions names, ByteBudget budget, boolean parsing) {
        this.names = names;
        this.budget = budget;
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
                flow.tcp = new TcpConversation(p, budget);
            }
            flow.tcp.headers(sender, p, timeNanos);
        }
        if (!parsing || p.payloadBytes() == 0) {
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
        ApplicationTracker application = flow.application;
        if (application == null) {
            application = tracker(flow);
            flow.application = application;
        }
        if (tcp != null) {
            tcp.payload(sender, p, timeNanos, number, new Delivery.ToParsers(application));
        } else if (application.wantsMore()) {
            int captured = p.payloadCaptured();
            application.data(sender, p.bytes(), p.payloadAt(), captured, timeNanos, number);
            if (p.payloadBytes() > captured) {
                application.gap(sender, p.payloadBytes() - captured);
            }
        }
        if (flow.looks < FirstPayload.MAX_PACKETS) {
            look(flow, sender, p, application);
        }
    }

    /** Parsers mostly know a flow by its first payload; the others are looked at from outside. */
    private static void look(LiveFlow flow, Party sender, DecodedPacket p, ApplicationTracker application) {
        if (application.application().from() == Application.Found.DECODED) {
            flow.looks = FirstPayload.MAX_PACKETS;
        } else if (p.payloadCaptured() > 0) {
            flow.looks++;
            flow.firstPayloads = flow.firstPayloads == null ? new FirstPayloads() : flow.firstPayloads;
            flow.firstPayloads.add(sender, p);
        }
    }

    private ApplicationTracker tracker(LiveFlow flow) {
        FlowKey key = flow.key();
        return new ApplicationTracker(key.transport(), key.originator(), key.responder(), names, expected, flow.id());
    }
}
