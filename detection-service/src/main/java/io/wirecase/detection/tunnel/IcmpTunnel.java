package io.wirecase.detection.tunnel;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.alert.Side;
import io.wirecase.core.alert.Technique;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.fact.IcmpPayloads;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Subjects;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Data carried in echo messages. A host answers a request with the request's own data (RFC 792, RFC 4443), so replies
 * with other data are made by a program that talks through them. Where replies are true copies, requests with data that
 * are new throughout, message by message, may still carry a file one way.
 */
public final class IcmpTunnel implements BehaviourDetector<EchoTalk, EchoState> {

    /** The code it raises. */
    public static final String CODE = "icmp_tunnel";

    /** Breaking the protocol both ways has no everyday reason; sending what is echoed back has a few. */
    private static final int POINTS_TWO_WAY = 100;

    private static final int POINTS_ONE_WAY = 50;
    private static final int CLIENT_SHARE = 90;
    private static final Set<Integer> ECHO = Set.of(0, 8, 128, 129);
    private static final List<Technique> TECHNIQUES = List.of(
            new Technique("T1095", "Non-Application Layer Protocol", Tunnels.ATTACK_VERSION),
            new Technique("T1572", "Protocol Tunneling", Tunnels.ATTACK_VERSION));

    private final IcmpLimits limits = IcmpLimits.DEFAULT;
    private final Networks networks;

    /** A detector that tells inside from outside by these networks. */
    public IcmpTunnel(Networks networks) {
        this.networks = networks;
    }

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public Duration bucket() {
        return Tunnels.BUCKET;
    }

    /** Ordinary pings tell nothing and leave no state: their replies are equal and their data repeat. */
    @Override
    public List<Digest<EchoTalk>> read(Flow flow) {
        IcmpFacts icmp = flow.facts().icmp();
        if (icmp == null || !flow.ending().last() || !ECHO.contains(icmp.type())) {
            return List.of();
        }
        IcmpPayloads payloads = icmp.payloads();
        if (payloads == null) {
            return List.of();
        }
        EchoTalk talk = new EchoTalk(
                Seen.of(flow),
                payloads.replies(),
                payloads.unequal(),
                EchoSums.of(payloads.originator()),
                EchoSums.of(payloads.responder()));
        if (talk.unequal() == 0 && talk.asked().renewed() == 0) {
            return List.of();
        }
        String peer = flow.responder().toString();
        return List.of(new Digest<>(flow.originator(), peer, flow.span().startNanos(), talk, true));
    }

    @Override
    public EchoState fresh() {
        return new EchoState();
    }

    @Override
    public EchoState stored(byte[] bytes) {
        return EchoState.of(bytes);
    }

    @Override
    public boolean plausible(EchoState state) {
        return twoWay(state) || oneWay(state);
    }

    private boolean twoWay(EchoState state) {
        return state.unequal() >= limits.minUnequal()
                && state.unequal() >= limits.minUnequalShare() * state.replies()
                && Math.max(state.asked().largest(), state.answered().largest()) > limits.usualBytes()
                && state.answered().entropy() >= limits.minEntropy();
    }

    private boolean oneWay(EchoState state) {
        EchoSums asked = state.asked();
        return asked.renewed() >= limits.minRenewed()
                && asked.renewed() >= limits.minRenewedShare() * asked.compared()
                && asked.mean() > limits.usualBytes()
                && asked.bytes() >= limits.minBytes()
                && asked.entropy() >= limits.minEntropy();
    }

    @Override
    public BehaviourReading read(BehaviourKey key, EchoState state) {
        boolean twoWay = twoWay(state);
        boolean holds = twoWay || oneWay(state);
        boolean copies = !twoWay && holds;
        Seen seen = state.seen();
        Behaviour behaviour = new Behaviour(
                copies ? "one-way" : "two-way",
                seen.firstNanos(),
                seen.lastNanos(),
                seen.flows(),
                seen.packets(),
                measures(state, copies),
                List.of());
        return new BehaviourReading(
                holds,
                copies ? state.asked().renewed() : state.unequal(),
                CODE,
                Subjects.conversation(networks, key.subject(), IpAddress.of(key.detail())),
                behaviour,
                List.of(copies ? copied(state) : exchanged(state)),
                TECHNIQUES);
    }

    private Finding exchanged(EchoState state) {
        return new Finding(
                CODE,
                POINTS_TWO_WAY,
                Side.CLIENT,
                CLIENT_SHARE,
                "Echo replies hold other data than their requests",
                new UntrustedText(state.unequal() + " of " + state.replies() + " replies"),
                limits.minUnequal() + " replies and a share of " + limits.minUnequalShare(),
                Tunnels.RAISED_BY);
    }

    private Finding copied(EchoState state) {
        return new Finding(
                CODE,
                POINTS_ONE_WAY,
                Side.CLIENT,
                CLIENT_SHARE,
                "Echo requests carry new data in every message",
                new UntrustedText(
                        state.asked().renewed() + " of " + state.asked().compared() + " requests"),
                limits.minRenewed() + " requests and a share of " + limits.minRenewedShare(),
                Tunnels.RAISED_BY);
    }

    /** A limit stands beside a measure where it decided. */
    private List<Measure> measures(EchoState state, boolean copies) {
        EchoSums asked = state.asked();
        EchoSums answered = state.answered();
        double unequalShare = Tunnels.share(state.unequal(), state.replies());
        double renewedShare = Tunnels.share(asked.renewed(), asked.compared());
        return List.of(
                new Measure("unequalReplies", state.unequal(), "messages", Tunnels.where(!copies, limits.minUnequal())),
                new Measure("comparedReplies", state.replies(), "messages", null),
                new Measure("unequalShare", unequalShare, "share", Tunnels.where(!copies, limits.minUnequalShare())),
                new Measure("renewedRequests", asked.renewed(), "messages", Tunnels.where(copies, limits.minRenewed())),
                new Measure("renewedShare", renewedShare, "share", Tunnels.where(copies, limits.minRenewedShare())),
                new Measure(
                        "requestEntropy", asked.entropy(), "bits a byte", Tunnels.where(copies, limits.minEntropy())),
                new Measure(
                        "replyEntropy", answered.entropy(), "bits a byte", Tunnels.where(!copies, limits.minEntropy())),
                new Measure(
                        "largestRequestData", asked.largest(), "bytes", Tunnels.where(!copies, limits.usualBytes())),
                new Measure(
                        "largestReplyData", answered.largest(), "bytes", Tunnels.where(!copies, limits.usualBytes())),
                new Measure("meanRequestData", asked.mean(), "bytes", Tunnels.where(copies, limits.usualBytes())),
                new Measure("requestData", asked.bytes(), "bytes", Tunnels.where(copies, limits.minBytes())),
                new Measure("replyData", answered.bytes(), "bytes", null));
    }
}
