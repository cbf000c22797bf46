package io.wirecase.capture.flow;

import io.wirecase.capture.application.ApplicationTracker;
import io.wirecase.capture.application.labels.ApplicationLabels;
import io.wirecase.capture.tally.ArpExchange;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.flow.Span;
import io.wirecase.core.flow.Traffic;
import io.wirecase.core.net.MacAddress;
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
     * What is known of a flow as it stands now. Of one that ended, its parsers are let go of and what they read is
     * charged while it waits.
     */
    KeptFacts facts(LiveFlow live, Ending ending) {
        Parsers read = live.parsers;
        Facts headers = headers(live);
        if (read == null) {
            return KeptFacts.plain(headers, 0);
        }
        Facts.Draft draft = headers.draft();
        read.tell(draft);
        Facts all = draft.build();
        if (ending.reason() == Ending.Reason.IDLE && live.tcp != null) {
            fellSilent(live.key(), read.application());
        }
        return ending.last() ? memory.ended(live, all, headers) : KeptFacts.plain(all, 0);
    }

    private void fellSilent(FlowKey key, Application application) {
        boolean seen =
                application.from() == Application.Found.DECODED || application.from() == Application.Found.GUESSED;
        if (seen) {
            memory.silent().fellSilent(key, application.protocols());
        }
    }

    /** The record of a flow as it stands now, with these facts. */
    Flow of(LiveFlow live, Ending ending, Facts facts) {
        FlowKey key = live.key();
        Parsers read = live.parsers;
        Application application = read == null
                ? ApplicationTracker.ofSilence(key.transport(), key.originator(), key.responder())
                : read.application();
        Application labelled = ApplicationLabels.SHIPPED.label(application, facts, live.resolution, key);
        return new Flow(
                live.id(),
                origin,
                key,
                new Span(live.startNanos, live.lastNanos(), live.firstPacket, live.lastPacket()),
                traffic(live),
                ending,
                labelled,
                facts,
                live.resolution,
                new Activity(
                        live.originated.peak(),
                        live.responded == null ? 0 : live.responded.peak(),
                        live.messages == null ? List.of() : live.messages.messages(),
                        live.minutes == null ? null : live.minutes.minutes(),
                        firstPayloads(live, labelled, facts)),
                live.readUntil);
    }

    private static Traffic traffic(LiveFlow live) {
        return new Traffic(
                live.originated.counts(),
                live.responded == null ? Counts.NONE : live.responded.counts(),
                live.fragments == null ? null : live.fragments.counts());
    }

    private static @Nullable List<FirstPayload> firstPayloads(LiveFlow live, Application application, Facts facts) {
        boolean known = application.from() == Application.Found.DECODED && !HalfKnown.by(application, facts);
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
            return arp.facts(live.originatorMac(), live.responderMac());
        }
        MacAddress originator = live.originatorMac();
        return originator == null ? null : new LinkFacts(originator, live.responderMac(), null, null, null);
    }
}
