package io.wirecase.report.gap;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Locality;
import io.wirecase.core.net.Transport;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.gap.Gap.Answer;
import io.wirecase.report.gap.Gap.State;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.pattern.Behaviours;
import io.wirecase.report.pattern.Entity;
import io.wirecase.report.pattern.Pattern;
import java.util.List;

/** Questions about the traffic itself: whom it goes to, who else does it, whether both sides of it were seen. */
final class TrafficGaps {

    private TrafficGaps() {}

    static Answer otherEnd(PatternCase c) {
        Pattern pattern = c.pattern();
        if (Behaviours.isScan(pattern.key().behaviour())) {
            return answer(
                    c,
                    State.PARTLY,
                    "{host} tried {targetHosts|address|addresses}; what they serve is"
                            + " known where"
                            + " they are only.");
        }
        boolean internal = !pattern.peers().isEmpty()
                && pattern.peers().stream()
                        .map(p -> pattern.addresses().get(p))
                        .allMatch(f -> f != null && f.locality() == Locality.INTERNAL);
        if (internal) {
            return answer(
                    c,
                    State.PARTLY,
                    "{entity} is a host of your own network; what it serves there is known on it" + " only.");
        }
        boolean owned = pattern.peers().stream()
                .map(p -> pattern.addresses().get(p))
                .anyMatch(f -> f != null && f.owner() != null);
        boolean named = pattern.key().entity().kind() == Entity.Kind.NAME;
        if (named && owned) {
            return answer(
                    c,
                    State.CLOSED,
                    "The client asked for {entity}, and the addresses it went to have a listed" + " owner.");
        }
        return named || owned
                ? answer(c, State.PARTLY, "Of {entity} either a name or a listed owner of the addresses is missing.")
                : answer(c, State.OPEN, "Nobody asked for {entity} by name, and no owner is listed.");
    }

    static Answer prevalence(PatternCase c) {
        Facts facts = c.facts();
        if (c.pattern().key().isBehaviour()) {
            return answer(c, State.CLOSED, "{host} alone did this; another host would have a pattern of its own.");
        }
        if (facts.counts("siteHosts") < 2) {
            return answer(
                    c,
                    State.OPEN,
                    "The store holds flows of {siteHosts|internal host|internal hosts} of"
                            + " the site:"
                            + " nobody to compare {host} with.");
        }
        return answer(
                c,
                State.CLOSED,
                "{peerHosts} of {siteHosts|internal host|internal hosts} with stored flows"
                        + " {peerHosts?talks|talk} to {entity}.");
    }

    static Answer captureLoss(PatternCase c) {
        long half = c.measured().flows().stream().filter(TrafficGaps::oneSided).count();
        Basis basis = Basis.measured(
                "TCP flows with payload from the client and no packet of the server",
                List.of("claim:" + c.facts().get("flows").id()));
        Facts more = c.facts().more().put("half", c.facts().ledger().count(half, "", basis));
        return half > 0
                ? new Answer(
                        c.number(),
                        State.OPEN,
                        more.say("Of {flows|flow|flows} {half} {half?was|were} captured from the client's side only:"
                                + " whether and how the server answered is not known."))
                : new Answer(
                        c.number(),
                        State.PARTLY,
                        more.say("{half} of {flows|flow|flows} of pattern {number} shows the client's side only; what a"
                                + " recorder loses on both sides leaves no trace."));
    }

    /** TCP data needs an opened connection: payload from one side without a packet of the other was half captured. */
    private static boolean oneSided(Flow flow) {
        return flow.key().transport() == Transport.TCP
                && flow.traffic().originator().payloadBytes() > 0
                && flow.traffic().responder().packets() == 0;
    }

    private static Answer answer(PatternCase c, State state, String template) {
        return new Answer(c.number(), state, c.facts().say(template));
    }
}
