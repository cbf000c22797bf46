package io.wirecase.detection.flood;

import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.tally.Addition;
import io.wirecase.detection.tally.Peak;
import io.wirecase.detection.tally.TallyPlan;
import io.wirecase.detection.tally.TallyRule;
import io.wirecase.detection.tally.TallyShape;
import io.wirecase.detection.tally.TallyState;
import io.wirecase.detection.tally.Verdict;
import java.util.List;

/**
 * Datagrams to one host at a rate, which it does not answer. A single stream is a film, a call or a backup, unless it
 * is ten times as fast; what a parser knows is no flood of nothing; answers to what was never asked are reflection.
 *
 * @param limits how much is too much
 * @param networks what tells inside from outside
 */
public record UdpFlood(FloodLimits limits, Networks networks) implements TallyRule {

    private static final TallyPlan PLAN =
            new TallyPlan("udp_flood", Floods.BUCKET, new TallyShape(1, 0, 2, Floods.SAMPLED, Floods.SLOT));
    private static final int DATAGRAMS = 0;
    private static final int SOURCES = 0;
    private static final int PORTS = 1;

    /** A flow is unanswered when for so many datagrams no more than one came back. */
    private static final int TO_ONE = 20;

    private static final int STREAM_FACTOR = 10;

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        long sent = flow.traffic().originator().packets();
        long back = flow.traffic().responder().packets();
        Integer from = flow.key().originator().port();
        Integer to = flow.key().responder().port();
        if (flow.key().transport() != Transport.UDP
                || from == null
                || to == null
                || back * TO_ONE > sent
                || flow.application().from() == Application.Found.DECODED
                || Reflection.PORTS.contains(from)
                || Floods.toMany(flow.responder())) {
            return List.of();
        }
        Addition addition = new Addition(PLAN.shape(), flow)
                .sum(DATAGRAMS, sent)
                .spread(sent, back)
                .value(SOURCES, flow.originator())
                .value(PORTS, to)
                .roles(flow.originator(), flow.responder());
        return Floods.digest(flow, flow.responder(), "", addition, true);
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.sum(DATAGRAMS) >= Floods.amount(limits, limits.udp().perSecond());
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        Peak peak = Floods.surge(tally, limits, limits.udp().perSecond());
        long least = Floods.amount(limits, limits.udp().perSecond());
        boolean holds = peak.amount() >= least
                && (tally.flows() >= limits.udp().flows() || peak.amount() >= STREAM_FACTOR * least);
        Verdict verdict = new Verdict(holds, PLAN.kind(), Subjects.victim(networks, key.subject(), tally.attackers()))
                .weight(tally.sum(DATAGRAMS))
                .points(Floods.POINTS, Floods.CLIENT_SHARE)
                .says("Datagrams at a rate, nearly none of them answered")
                .limit(limits.udp().perSecond() + " a second for " + limits.seconds() + " s in "
                        + limits.udp().flows() + " flows")
                .technique(Floods.sources(tally, SOURCES))
                .attack("T1498.001", "Network Denial of Service: Direct Network Flood");
        return Floods.rates(verdict, limits, peak, limits.udp().perSecond(), "datagrams/s")
                .measure("datagrams", tally.sum(DATAGRAMS), "datagrams", null)
                .measure("sources", tally.different(SOURCES), "hosts", null)
                .measure("ports", tally.different(PORTS), "ports", null);
    }
}
