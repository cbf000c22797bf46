package io.wirecase.detection.testing;

import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.fact.SshFacts;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Flows with facts that few of them have. */
public final class Extras {

    private Extras() {}

    /** The flow with further facts. */
    public static Flow with(FlowFixtures fixtures, UnaryOperator<Facts.Draft> change) {
        Flow flow = fixtures.build();
        return copy(flow, flow.application(), change.apply(flow.facts().draft()).build(), flow.activity());
    }

    public static Flow ssh(FlowFixtures fixtures, SshFacts ssh) {
        return with(fixtures, draft -> draft.ssh(ssh));
    }

    /** A flow of a protocol with some kinds of messages. */
    public static Flow service(FlowFixtures fixtures, String protocol, String... requests) {
        ServiceFacts service = new ServiceFacts(protocol, null, null, null, List.of(requests), Map.of());
        return with(fixtures, draft -> draft.service(service));
    }

    /** The flow with the looks of its first payloads. */
    public static Flow first(FlowFixtures fixtures, FirstPayload... looks) {
        Flow flow = fixtures.build();
        Activity was = flow.activity();
        return copy(
                flow,
                flow.application(),
                flow.facts(),
                new Activity(was.originatorPeak(), was.responderPeak(), was.messages(), was.minutes(), List.of(looks)));
    }

    /** The flow with an application that its own names tell. */
    public static Flow known(FlowFixtures fixtures, String application) {
        Flow flow = fixtures.build();
        Application told = flow.application().with(application, Application.Found.DECODED);
        return copy(flow, told, flow.facts(), flow.activity());
    }

    private static Flow copy(Flow flow, Application application, Facts facts, Activity activity) {
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
