package io.wirecase.detection.spoof;

import io.wirecase.core.fact.ArpMessages;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.ScanShape;
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
import java.time.Duration;
import java.util.List;

/**
 * One host asks for many addresses of its link within seconds, and nobody answers for most of them. Discovery tools of
 * the house do the same, so the points are half of a scan's.
 *
 * @param limits how much is too much
 */
public record ArpScan(SpoofLimits limits) implements TallyRule {

    private static final TallyPlan PLAN =
            new TallyPlan("arp_scan", Duration.ofHours(1), new TallyShape(2, 0, 1, 512, Duration.ofSeconds(5)));
    private static final int ASKED = 0;
    private static final int SILENT = 1;
    private static final int TARGETS = 0;
    private static final int POINTS = 50;
    private static final int CLIENT_SHARE = 90;

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    /** Its code is a shape's, which is described among scans. */
    @Override
    public List<String> codes() {
        return List.of();
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        LinkFacts link = flow.facts().link();
        ArpMessages asked = link == null ? null : link.originatorArp();
        if (flow.key().transport() != Transport.ARP
                || link == null
                || asked == null
                || asked.requests() == asked.gratuitous()
                || flow.originator().unspecified()
                || flow.originator().equals(flow.responder())) {
            return List.of();
        }
        boolean silent = link.responderArp() == null;
        Addition addition = new Addition(PLAN.shape(), flow)
                .sum(ASKED, 1)
                .sum(SILENT, silent ? 1 : 0)
                .value(TARGETS, flow.responder())
                .roles(flow.originator(), flow.responder())
                .spread(1, 0);
        return List.of(new Digest<>(
                flow.originator(), Segments.of(flow.key()), flow.span().startNanos(), addition, silent));
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.different(TARGETS) >= limits.scanTargets()
                && tally.sum(SILENT) >= limits.scanSilentShare() * tally.sum(ASKED);
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        Peak peak = tally.peak(2);
        return new Verdict(
                        plausible(tally) && peak.amount() >= limits.scanTargets(),
                        ScanShape.HORIZONTAL.code(),
                        Subjects.host(key.subject()))
                .weight(tally.different(TARGETS))
                .points(POINTS, CLIENT_SHARE)
                .says("Many addresses of a link asked for within seconds, most without an answer")
                .limit(limits.scanTargets() + " addresses within 10 s, " + limits.scanSilentShare() + " silent")
                .technique("arp")
                .attack("T1018", "Remote System Discovery")
                .measure("distinctHosts", tally.different(TARGETS), "hosts", limits.scanTargets())
                .measure("mostWithinLimit", peak.amount(), "hosts", limits.scanTargets())
                .measure(
                        "silentShare",
                        (double) tally.sum(SILENT) / Math.max(1, tally.sum(ASKED)),
                        "share",
                        limits.scanSilentShare());
    }
}
