package io.wirecase.capture.flow;

import io.wirecase.capture.application.ApplicationTracker;
import io.wirecase.capture.application.labels.ApplicationLabels;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Facts;
import io.wirecase.core.flow.FirstPayload;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.flow.LinkFacts;
import io.wirecase.core.flow.MacAddress;
import io.wirecase.core.flow.Span;
import io.wirecase.core.flow.Traffic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the record of a flow from what was gathered. */
final class FlowRecords {

    private final FlowOrigin origin;
    private final ParserMemory memory;

    FlowRecords(FlowOrigin origin, ParserMemory memory) {
        this.origin = origin;
        this.memory = memory;
    }

    /**
     * The flow as it stands now, to be made a record when it goes: it may wait for minutes, with very many others, so
     * that parsers and what they hold are let go of first. A part's flow goes on, so of a part all is taken.
     */
    EndedFlow ended(LiveFlow live, Ending ending) {
        Parsers read = live.parsers;
        FlowKey key = live.key();
        Application application = read == null
                ? ApplicationTracker.ofSilence(key.transport(), key.originator(), key.responder())
                : read.application();
        Facts headers = headers(live);
        Facts facts = headers;
        if (read != null) {
            Facts.Draft draft = headers.draft();
            read.tell(draft);
            facts = draft.build();
        }
        Application labelled = ApplicationLabels.SHIPPED.label(application, facts, live.resolution, key);
        if (ending.last()) {
            KeptFacts kept = memory.ended(live, facts, headers);
            live.parsers = null;
            live.tcp = null;
            live.errors = null;
            return new EndedFlow(live, ending, labelled, kept);
        }
        EndedFlow part = new EndedFlow(live, ending, labelled, KeptFacts.plain(facts, 0));
        part.record(made(part));
        return part;
    }

    /** The record of a flow that goes. */
    Flow record(EndedFlow ended) {
        Flow made = ended.record();
        if (made != null) {
            return made;
        }
        memory.release(ended.facts);
        return made(ended);
    }

    private Flow made(EndedFlow ended) {
        LiveFlow live = ended.live;
        return new Flow(
                live.id(),
                origin,
                live.key(),
                new Span(live.startNanos, live.lastNanos(), live.firstPacket, live.lastPacket()),
                traffic(live),
                ended.ending,
                ended.application,
                ended.facts.facts(),
                live.resolution,
                new Activity(
                        live.originated.peak(),
                        live.responded == null ? 0 : live.responded.peak(),
                        live.messages == null ? List.of() : live.messages.messages(),
                        live.minutes == null ? null : live.minutes.minutes(),
                        firstPayloads(live, ended.application)),
                live.readUntil);
    }

    private static Traffic traffic(LiveFlow live) {
        return new Traffic(
                live.originated.counts(),
                live.responded == null ? Counts.NONE : live.responded.counts(),
                live.fragments == null ? null : live.fragments.counts());
    }

    private static @Nullable List<FirstPayload> firstPayloads(LiveFlow live, Application application) {
        boolean known = application.from() == Application.Found.DECODED;
        return known || live.firstPayloads == null ? null : live.firstPayloads.looks();
    }

    private static Facts headers(LiveFlow live) {
        return new Facts.Draft()
                .tcp(live.tcp == null ? null : live.tcp.facts())
                .icmp(live.icmp == null ? null : live.icmp.facts())
                .link(link(live))
                .errors(live.errors == null ? null : live.errors.facts())
                .service(live.sctp == null ? null : live.sctp.facts())
                .build();
    }

    private static @Nullable LinkFacts link(LiveFlow live) {
        ArpExchange arp = live.arp;
        if (arp != null) {
            return new LinkFacts(
                    live.originatorMac(),
                    live.responderMac(),
                    arp.firstOperation,
                    arp.originatorClaim(),
                    arp.answer(),
                    arp.originated(),
                    arp.responded());
        }
        MacAddress originator = live.originatorMac();
        return originator == null ? null : new LinkFacts(originator, live.responderMac(), null, null, null);
    }
}
