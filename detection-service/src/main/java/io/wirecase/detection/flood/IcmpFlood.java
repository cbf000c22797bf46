package io.wirecase.detection.flood;

import io.wirecase.core.fact.IcmpFacts;
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
import java.util.Set;

/**
 * Echo messages to one host at a rate, answered or not. Errors are left out: they follow from what the host did itself,
 * a scan for one.
 *
 * @param limits how much is too much
 * @param networks what tells inside from outside
 */
public record IcmpFlood(FloodLimits limits, Networks networks) implements TallyRule {

    private static final TallyPlan PLAN =
            new TallyPlan("icmp_flood", Floods.BUCKET, new TallyShape(2, 0, 1, Floods.SAMPLED, Floods.SLOT));
    private static final int MESSAGES = 0;
    private static final int BYTES = 1;
    private static final int SOURCES = 0;

    /** Echo, timestamp and address mask, asked or answered (RFC 792, RFC 950). */
    private static final Set<Integer> ASKED_V4 = Set.of(0, 8, 13, 14, 17, 18);

    private static final Set<Integer> ASKED_V6 = Set.of(128, 129);

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        IcmpFacts icmp = flow.facts().icmp();
        Transport transport = flow.key().transport();
        boolean asked = icmp != null
                && (transport == Transport.ICMP && ASKED_V4.contains(icmp.type())
                        || transport == Transport.ICMPV6 && ASKED_V6.contains(icmp.type()));
        if (!asked || flow.responder().multicast()) {
            return List.of();
        }
        long sent = flow.traffic().originator().packets();
        Addition addition = new Addition(PLAN.shape(), flow)
                .sum(MESSAGES, sent)
                .sum(BYTES, flow.traffic().originator().payloadBytes())
                .spread(sent, 0)
                .value(SOURCES, flow.originator())
                .roles(flow.originator(), flow.responder());
        return Floods.digest(flow, flow.responder(), "", addition, true);
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.sum(MESSAGES) >= Floods.amount(limits, limits.icmpPerSecond());
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        Peak peak = Floods.surge(tally, limits, limits.icmpPerSecond());
        long messages = Math.max(1, tally.sum(MESSAGES));
        return new Verdict(
                        peak.amount() >= Floods.amount(limits, limits.icmpPerSecond()),
                        PLAN.kind(),
                        Subjects.victim(networks, key.subject(), tally.attackers()))
                .weight(messages)
                .points(Floods.POINTS, Floods.CLIENT_SHARE)
                .says("Echo messages at a rate that tests nothing")
                .limit(limits.icmpPerSecond() + " a second for " + limits.seconds() + " s")
                .technique(Floods.sources(tally, SOURCES))
                .attack("T1498.001", "Network Denial of Service: Direct Network Flood")
                .measure(
                        "peakRate",
                        Floods.rate(limits, peak),
                        "messages/s",
                        Floods.limit(limits, peak, limits.icmpPerSecond()))
                .measure("messages", messages, "messages", null)
                .measure("meanPayload", (double) tally.sum(BYTES) / messages, "bytes", null)
                .measure("sources", tally.different(SOURCES), "hosts", null);
    }
}
