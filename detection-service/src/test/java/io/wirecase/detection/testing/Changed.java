package io.wirecase.detection.testing;

import io.wirecase.core.fact.DhcpFacts;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.flow.FlowOrigin;
import java.util.List;
import java.util.UUID;

/** Flows with something else in them than {@link FlowFixtures} gives. */
public final class Changed {

    private Changed() {}

    /** The flow with what DHCP messages said. */
    public static Flow dhcp(Flow flow, DhcpFacts facts) {
        return with(
                flow,
                new Application(List.of("DHCP"), Found.DECODED),
                flow.facts().draft().dhcp(facts).build(),
                flow.activity());
    }

    /** The flow with a greatest number of packets of its originator in a second. */
    public static Flow peak(Flow flow, long packets) {
        Activity activity = new Activity(packets, flow.activity().responderPeak(), List.of());
        return with(flow, flow.application(), flow.facts(), activity);
    }

    /** The flow as another capture has it. */
    public static Flow captured(Flow flow, UUID id, FlowOrigin origin) {
        return new Flow(
                id,
                origin,
                flow.key(),
                flow.span(),
                flow.traffic(),
                flow.ending(),
                flow.application(),
                flow.facts(),
                flow.resolution(),
                flow.activity());
    }

    /** The flow in a VLAN. */
    public static Flow vlan(Flow flow, int vlan) {
        FlowKey key = flow.key();
        FlowKey tagged = new FlowKey(
                key.transport(), key.ipProtocol(), key.originator(), key.responder(), List.of(vlan), key.tunnel());
        return new Flow(
                flow.id(),
                flow.origin(),
                tagged,
                flow.span(),
                flow.traffic(),
                flow.ending(),
                flow.application(),
                flow.facts(),
                flow.resolution(),
                flow.activity());
    }

    private static Flow with(Flow flow, Application application, Facts facts, Activity activity) {
        return new Flow(
                flow.id(),
                flow.origin(),
                flow.key(),
                flow.span(),
                flow.traffic(),
                flow.ending(),
                application,
                facts,
                flow.resolution(),
                activity);
    }
}
