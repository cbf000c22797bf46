package io.wirecase.detection.flood;

import io.wirecase.core.flow.Counts;
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
 * Large answers that somebody else asked for in the victim's name (RFC 8085, section 3; BCP 38). Seen at the victim
 * they are answers without questions; seen at the reflector, small questions with answers ten times as large.
 *
 * @param limits how much is too much
 * @param networks what tells inside from outside
 */
public record Reflection(FloodLimits limits, Networks networks) implements TallyRule {

    /**
     * Services that answer a small datagram with a large one: QOTD, chargen, DNS, NTP, SNMP, CLDAP, SSDP, memcached.
     */
    static final Set<Integer> PORTS = Set.of(17, 19, 53, 123, 161, 389, 1900, 11211);

    private static final TallyPlan PLAN =
            new TallyPlan("reflection", Floods.BUCKET, new TallyShape(2, 0, 2, Floods.SAMPLED, Floods.SLOT));
    private static final int ANSWERED = 0;
    private static final int ASKED = 1;
    private static final int REFLECTORS = 0;
    private static final int SERVICES = 1;

    /** Answers below are no larger than their questions may have been: what a capture of one direction is full of. */
    private static final int LEAST_MEAN = 250;

    /** The least answer to one question that is worth an attacker's while. */
    private static final int LEAST_ANSWER = 1_000;

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        Integer from = flow.key().originator().port();
        Integer to = flow.key().responder().port();
        if (flow.key().transport() != Transport.UDP
                || from == null
                || to == null
                || Floods.toMany(flow.responder())
                || Floods.toMany(flow.originator())) {
            return List.of();
        }
        if (PORTS.contains(from) && !PORTS.contains(to)) {
            return atVictim(flow, from);
        }
        return PORTS.contains(to) ? atReflector(flow, to) : List.of();
    }

    /** Answers that nobody asked for, from the side that got them. */
    private static List<Digest<Addition>> atVictim(Flow flow, int service) {
        Counts sent = flow.traffic().originator();
        boolean unasked = flow.traffic().responder().packets() == 0;
        if (!unasked || sent.payloadBytes() < LEAST_MEAN * sent.packets()) {
            return List.of();
        }
        Addition addition = new Addition(PLAN.shape(), flow)
                .sum(ANSWERED, sent.payloadBytes())
                .spread(sent.packets(), 0)
                .value(REFLECTORS, flow.originator())
                .value(SERVICES, service)
                .roles(flow.originator(), flow.responder());
        return Floods.digest(flow, flow.responder(), "", addition, true);
    }

    /** Small questions with large answers, in the name of the one who is flooded. */
    private List<Digest<Addition>> atReflector(Flow flow, int service) {
        Counts sent = flow.traffic().originator();
        Counts back = flow.traffic().responder();
        boolean large = sent.payloadBytes() > 0
                && back.payloadBytes() >= (long) limits.reflection().ratio() * sent.payloadBytes()
                && back.payloadBytes() >= LEAST_ANSWER * sent.packets();
        if (!large) {
            return List.of();
        }
        Addition addition = new Addition(PLAN.shape(), flow)
                .sum(ANSWERED, back.payloadBytes())
                .sum(ASKED, sent.payloadBytes())
                .spread(back.packets(), 0)
                .value(REFLECTORS, flow.responder())
                .value(SERVICES, service)
                .roles(flow.responder(), flow.originator());
        return Floods.digest(flow, flow.originator(), "", addition, true);
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.sum(ANSWERED) >= limits.reflection().bytes();
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        FloodLimits.Reflection its = limits.reflection();
        Peak peak = tally.peak(Floods.slots(limits));
        boolean holds = plausible(tally)
                && peak.amount() >= Floods.amount(limits, its.perSecond())
                && tally.sum(ANSWERED) >= its.ratio() * tally.sum(ASKED);
        return new Verdict(holds, PLAN.kind(), Subjects.victim(networks, key.subject(), tally.attackers()))
                .weight(tally.sum(ANSWERED))
                .points(Floods.POINTS, Floods.CLIENT_SHARE)
                .says("Large answers that the host did not ask for, or that it is made to send to others")
                .limit(its.perSecond() + " a second for " + limits.seconds() + " s, " + its.bytes() + " bytes and "
                        + its.ratio() + " times the questions")
                .technique(tally.sum(ASKED) == 0 ? "at-victim" : "at-reflector")
                .attack("T1498.002", "Network Denial of Service: Reflection Amplification")
                .measure("peakRate", Floods.rate(limits, peak), "datagrams/s", its.perSecond())
                .measure("answerBytes", tally.sum(ANSWERED), "bytes", its.bytes())
                .measure("questionBytes", tally.sum(ASKED), "bytes", null)
                .measure("reflectors", tally.different(REFLECTORS), "hosts", null)
                .measure("services", tally.different(SERVICES), "ports", null);
    }
}
