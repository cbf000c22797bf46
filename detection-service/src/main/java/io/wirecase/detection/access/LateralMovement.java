package io.wirecase.detection.access;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.tally.Addition;
import io.wirecase.detection.tally.TallyPlan;
import io.wirecase.detection.tally.TallyRule;
import io.wirecase.detection.tally.TallyShape;
import io.wirecase.detection.tally.TallyState;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One internal host that works on many others over services for administration, within an hour. Management servers and
 * jump hosts do so by trade: it is a fact to look at, more so where the host was worked on itself before.
 *
 * @param limits how much is too much
 * @param networks what tells inside from outside
 */
public record LateralMovement(AccessLimits limits, Networks networks) implements TallyRule {

    private static final TallyPlan PLAN =
            new TallyPlan("lateral_movement", Duration.ofHours(1), new TallyShape(2, 2, 1, 256));
    private static final int OUT = 0;
    private static final int IN = 1;
    /** The first time it was reached, as what is left of all time, so that the earliest is the greatest. */
    private static final int REACHED = 0;

    private static final int WENT_ON = 1;
    private static final int HOSTS = 0;
    private static final int POINTS = 50;
    private static final int CLIENT_SHARE = 90;

    /** DCE/RPC, NetBIOS and SMB, SSH, Telnet, RDP, VNC, WinRM. */
    private static final Set<Integer> ADMINISTRATION = Set.of(22, 23, 135, 139, 445, 3389, 5900, 5985, 5986);

    /** What is said before anybody has got in; less is a look. */
    private static final long LEAST_BYTES = 200;

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        Integer port = flow.key().responder().port();
        if (flow.key().transport() != Transport.TCP
                || port == null
                || !ADMINISTRATION.contains(port)
                || !networks.internal(flow.originator())
                || !networks.internal(flow.responder())
                || flow.traffic().originator().payloadBytes() < LEAST_BYTES
                || flow.traffic().responder().payloadBytes() < LEAST_BYTES) {
            return List.of();
        }
        long start = flow.span().startNanos();
        Addition out = new Addition(PLAN.shape(), flow)
                .sum(OUT, 1)
                .max(WENT_ON, start)
                .value(HOSTS, flow.responder())
                .roles(flow.originator(), flow.responder());
        Addition in = new Addition(PLAN.shape(), flow).sum(IN, 1).max(REACHED, Long.MAX_VALUE - start);
        return List.of(
                new Digest<>(flow.originator(), "", start, out, true),
                new Digest<>(flow.responder(), "", start, in, false));
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.different(HOSTS) >= limits.spreadHosts();
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        boolean reached = tally.sum(IN) > 0 && Long.MAX_VALUE - tally.max(REACHED) < tally.max(WENT_ON);
        return new Verdict(plausible(tally), PLAN.kind(), Subjects.host(key.subject()))
                .weight(tally.different(HOSTS))
                .points(POINTS, CLIENT_SHARE)
                .says(
                        reached
                                ? "One host administers many others, after it was administered itself"
                                : "One host administers many others")
                .limit(limits.spreadHosts() + " hosts within an hour")
                .technique(reached ? "chain" : "star")
                .attack("T1021", "Remote Services")
                .measure("hosts", tally.different(HOSTS), "hosts", limits.spreadHosts())
                .measure("sessions", tally.sum(OUT), "flows", null)
                .measure("sessionsAtIt", tally.sum(IN), "flows", null);
    }
}
