package io.wirecase.capture.flow;

import io.wirecase.capture.application.ApplicationTracker;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Facts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.flow.LinkFacts;
import io.wirecase.core.flow.Span;
import io.wirecase.core.flow.Traffic;
import org.jspecify.annotations.Nullable;

/** Makes the record of a flow from what was gathered. */
final class FlowRecords {

    private final FlowOrigin origin;

    FlowRecords(FlowOrigin origin) {
        this.origin = origin;
    }

    /** The flow as it stands now. */
    Flow of(LiveFlow live, ApplicationTracker application, Ending ending) {
        return new Flow(
                live.id,
                origin,
                live.key,
                new Span(live.startNanos, live.lastNanos(), live.firstPacket, live.lastPacket()),
                new Traffic(live.originated.counts(), live.responded.counts()),
                ending,
                application.application(),
                facts(live, application),
                live.resolution,
                new Activity(
                        live.originated.peak(),
                        live.responded.peak(),
                        live.messages.messages(),
                        live.minutes == null ? null : live.minutes.minutes()));
    }

    private static Facts facts(LiveFlow live, ApplicationTracker application) {
        Facts.Draft draft = new Facts.Draft()
                .tcp(live.tcp == null ? null : live.tcp.facts())
                .icmp(live.icmp == null ? null : live.icmp.facts())
                .link(link(live))
                .errors(live.errors == null ? null : live.errors.facts());
        application.tell(draft);
        return draft.build();
    }

    private static @Nullable LinkFacts link(LiveFlow live) {
        ArpExchange arp = live.arp;
        if (arp != null) {
            return new LinkFacts(
                    live.originatorMac,
                    live.responderMac,
                    arp.firstOperation,
                    arp.originatorClaim(),
                    arp.answer(),
                    arp.originated(),
                    arp.responded());
        }
        return live.originatorMac == null
                ? null
                : new LinkFacts(live.originatorMac, live.responderMac, null, null, null);
    }
}
