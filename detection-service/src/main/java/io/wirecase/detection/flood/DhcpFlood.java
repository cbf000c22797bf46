package io.wirecase.detection.flood;

import io.wirecase.core.fact.DhcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.MacAddress;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.tally.Addition;
import io.wirecase.detection.tally.TallyPlan;
import io.wirecase.detection.tally.TallyRule;
import io.wirecase.detection.tally.TallyShape;
import io.wirecase.detection.tally.TallyState;
import io.wirecase.detection.tally.Verdict;
import java.util.List;

/**
 * Requests of DHCP clients at a rate that empties a server's pool. Clients of a link share one flow, from no address to
 * all, so how many they are is not told: the rate is. A morning on which all start their machines stays below.
 *
 * @param limits how much is too much
 */
public record DhcpFlood(FloodLimits limits) implements TallyRule {

    private static final TallyPlan PLAN =
            new TallyPlan("dhcp_flood", Floods.BUCKET, new TallyShape(1, 1, 1, Floods.SAMPLED));
    private static final int MESSAGES = 0;
    private static final int PEAK = 0;
    private static final int CLIENTS = 0;
    private static final int DHCP_SERVER = 67;
    private static final int DHCP_CLIENT = 68;

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        DhcpFacts dhcp = flow.facts().dhcp();
        Integer from = flow.key().originator().port();
        Integer to = flow.key().responder().port();
        if (dhcp == null
                || dhcp.version() != 4
                || from == null
                || to == null
                || from != DHCP_CLIENT
                || to != DHCP_SERVER) {
            return List.of();
        }
        Addition addition = new Addition(PLAN.shape(), flow)
                .sum(MESSAGES, flow.traffic().originator().packets())
                .max(PEAK, flow.activity().originatorPeak())
                .roles(flow.originator().unspecified() ? null : flow.originator(), flow.responder());
        MacAddress client = dhcp.clientMac();
        if (client != null) {
            addition.value(CLIENTS, client.value());
        }
        return Floods.digest(flow, flow.responder(), Floods.segment(flow.key()), addition, true);
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.sum(MESSAGES) >= limits.dhcp().messages()
                && tally.max(PEAK) >= limits.dhcp().perSecond();
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        return new Verdict(plausible(tally), PLAN.kind(), Subjects.host(key.subject()))
                .weight(tally.sum(MESSAGES))
                .points(Floods.POINTS, Floods.CLIENT_SHARE)
                .says("Requests of DHCP clients at a rate that empties a server's pool")
                .limit(limits.dhcp().perSecond() + " in a second and "
                        + limits.dhcp().messages() + " in all")
                .attack("T1499.002", "Endpoint Denial of Service: Service Exhaustion Flood")
                .measure(
                        "mostInASecond",
                        tally.max(PEAK),
                        "messages",
                        limits.dhcp().perSecond())
                .measure(
                        "messages",
                        tally.sum(MESSAGES),
                        "messages",
                        limits.dhcp().messages())
                .measure("clientsTold", tally.different(CLIENTS), "clients", null);
    }
}
