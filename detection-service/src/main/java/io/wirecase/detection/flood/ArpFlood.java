package io.wirecase.detection.flood;

import io.wirecase.core.fact.ArpMessages;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.flow.Flow;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ARP messages of one sender, or about one address, at a rate: a loop, a broken host, or an attack on the tables of
 * switches and neighbours. A scan asks for each address once or a few times and is none.
 *
 * @param limits how much is too much
 */
public record ArpFlood(FloodLimits limits) implements TallyRule {

    private static final TallyPlan PLAN =
            new TallyPlan("arp_flood", Floods.BUCKET, new TallyShape(1, 0, 1, Floods.SAMPLED, Floods.SLOT));
    private static final int MESSAGES = 0;
    private static final int OTHERS = 0;
    private static final int POINTS = 50;
    private static final String BY = "by";
    private static final String ABOUT = "about";

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        LinkFacts link = flow.facts().link();
        if (flow.key().transport() != Transport.ARP || link == null) {
            return List.of();
        }
        long messages = count(link.originatorArp());
        long start = flow.span().startNanos();
        String segment = Floods.segment(flow.key());
        List<Digest<Addition>> digests = new ArrayList<>(2);
        if (messages > 0 && !flow.originator().unspecified()) {
            Addition by = new Addition(PLAN.shape(), flow)
                    .sum(MESSAGES, messages)
                    .spread(messages, 0)
                    .value(OTHERS, flow.responder())
                    .roles(flow.originator(), flow.responder());
            digests.add(new Digest<>(flow.originator(), BY + " " + segment, start, by, true));
        }
        if (messages > 0 && !flow.originator().equals(flow.responder())) {
            Addition about = new Addition(PLAN.shape(), flow)
                    .sum(MESSAGES, messages)
                    .spread(messages, 0)
                    .value(OTHERS, flow.originator())
                    .roles(flow.originator(), flow.responder());
            digests.add(new Digest<>(flow.responder(), ABOUT + " " + segment, start, about, true));
        }
        return digests;
    }

    private static long count(@Nullable ArpMessages sent) {
        return sent == null ? 0 : sent.requests() + sent.replies();
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.sum(MESSAGES) >= Floods.amount(limits, limits.arp().perSecond())
                && tally.sum(MESSAGES) >= limits.arp().perTarget() * tally.different(OTHERS);
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        Peak peak = tally.peak(Floods.slots(limits));
        boolean sender = key.detail().startsWith(BY);
        // What one sender says about one address is said of the sender alone.
        boolean twice = !sender && tally.different(OTHERS) < 2;
        return new Verdict(
                        plausible(tally)
                                && !twice
                                && peak.amount()
                                        >= Floods.amount(limits, limits.arp().perSecond()),
                        PLAN.kind(),
                        Subjects.host(key.subject()))
                .weight(tally.sum(MESSAGES))
                .points(POINTS, sender ? Floods.CLIENT_SHARE : 50)
                .says(sender ? "ARP messages of one sender at a rate" : "ARP messages about one address at a rate")
                .limit(limits.arp().perSecond() + " a second for " + limits.seconds() + " s")
                .technique(sender ? "one-sender" : "one-target")
                .attack("T1498.001", "Network Denial of Service: Direct Network Flood")
                .measure(
                        "peakRate",
                        Floods.rate(limits, peak),
                        "messages/s",
                        limits.arp().perSecond())
                .measure("messages", tally.sum(MESSAGES), "messages", null)
                .measure("others", tally.different(OTHERS), "addresses", null);
    }
}
