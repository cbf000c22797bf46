package io.wirecase.detection.flood;

import io.wirecase.core.fact.TcpFacts;
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
 * SYNs to one host at a rate, nearly none of which becomes a connection (RFC 4987). A crowd completes its handshakes; a
 * scan tries many ports once each; both are none.
 *
 * @param limits how much is too much
 * @param networks what tells inside from outside
 */
public record SynFlood(FloodLimits limits, Networks networks) implements TallyRule {

    private static final TallyPlan PLAN =
            new TallyPlan("syn_flood", Floods.BUCKET, new TallyShape(1, 0, 2, Floods.SAMPLED, Floods.SLOT));
    private static final int SYNS = 0;
    private static final int SOURCES = 0;
    private static final int PORTS = 1;

    /** So many sources do not scan: a scanner must get its answers, made-up sources get none. */
    private static final int MADE_UP = 512;

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        TcpFacts tcp = flow.facts().tcp();
        Integer port = flow.key().responder().port();
        if (flow.key().transport() != Transport.TCP || tcp == null || port == null || !opens(tcp)) {
            return List.of();
        }
        Addition addition = new Addition(PLAN.shape(), flow);
        if (completed(flow, tcp)) {
            // What our own hosts reach outside is most of all traffic, and no crowd at a server of ours.
            return networks.internal(flow.originator()) && !networks.internal(flow.responder())
                    ? List.of()
                    : Floods.digest(flow, flow.responder(), "", addition.spread(1, 1), false);
        }
        long syns = flow.traffic().originator().packets();
        addition.sum(SYNS, syns)
                .spread(syns, 0)
                .value(SOURCES, flow.originator())
                .value(PORTS, port)
                .roles(flow.originator(), flow.responder());
        return Floods.digest(flow, flow.responder(), "", addition, true);
    }

    private static boolean opens(TcpFacts tcp) {
        return tcp.syn() != null || (tcp.firstFlags() & (TcpFacts.SYN | TcpFacts.ACK | TcpFacts.RST)) == TcpFacts.SYN;
    }

    private static boolean completed(Flow flow, TcpFacts tcp) {
        // Where the capture holds one direction only, the originator's plain ACK tells of the answer.
        boolean acknowledged = flow.traffic().responder().packets() == 0 && (tcp.originatorFlags() & TcpFacts.ACK) != 0;
        return tcp.handshakeNanos() != null
                || acknowledged
                || flow.traffic().total().payloadBytes() > 0;
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.sum(SYNS) >= Floods.amount(limits, limits.synPerSecond()) * limits.synUnansweredShare()
                && broad(tally);
    }

    private boolean broad(TallyState tally) {
        return tally.sum(SYNS) >= limits.synPerPort() * tally.different(PORTS) || tally.different(SOURCES) >= MADE_UP;
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        Peak peak = Floods.surge(tally, limits, limits.synPerSecond());
        boolean holds = peak.amount() >= Floods.amount(limits, limits.synPerSecond())
                && peak.unansweredShare() >= limits.synUnansweredShare()
                && broad(tally);
        Verdict verdict = new Verdict(holds, PLAN.kind(), Subjects.victim(networks, key.subject(), tally.attackers()))
                .weight(tally.sum(SYNS))
                .points(Floods.POINTS, Floods.CLIENT_SHARE)
                .says("SYNs at a rate, nearly none of which becomes a connection")
                .limit(limits.synPerSecond() + " a second for " + limits.seconds() + " s, "
                        + limits.synUnansweredShare() + " of them never completed")
                .technique(Floods.sources(tally, SOURCES))
                .attack("T1499.001", "Endpoint Denial of Service: OS Exhaustion Flood")
                .attack("T1498.001", "Network Denial of Service: Direct Network Flood");
        return Floods.rates(verdict, limits, peak, limits.synPerSecond(), "SYNs/s")
                .measure("openedInVain", tally.sum(SYNS), "SYNs", null)
                .measure("sources", tally.different(SOURCES), "hosts", null)
                .measure("ports", tally.different(PORTS), "ports", null);
    }
}
