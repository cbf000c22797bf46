package io.wirecase.detection.timing;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.alert.Side;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Draw;
import io.wirecase.detection.behaviour.Subjects;
import java.time.Duration;
import java.util.List;

/**
 * A flow to the outside that lasts for hours: push channels and tunnels do. Parts of a flow that goes on count, so that
 * it is seen while it lasts.
 */
public final class LongConnection implements BehaviourDetector<LongFlow, LongFlows> {

    /** The code it raises. */
    public static final String CODE = "long_connection";

    private static final Duration LONG = Duration.ofHours(4);
    private static final Duration BUCKET = Duration.ofDays(1);
    private static final int POINTS = 10;
    private static final int BOTH_SHARE = 50;
    private static final double NANOS_AN_HOUR = 3.6e12;

    private final Networks networks;

    /** A detector that tells inside from outside by these networks. */
    public LongConnection(Networks networks) {
        this.networks = networks;
    }

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public Duration bucket() {
        return BUCKET;
    }

    @Override
    public List<Digest<LongFlow>> read(Flow flow) {
        long nanos = flow.span().durationNanos();
        Integer port = flow.key().responder().port();
        IpAddress peer = flow.responder();
        if (nanos < LONG.toNanos()
                || port == null
                || peer.multicast()
                || networks.internal(peer)
                || !Destination.answered(flow)) {
            return List.of();
        }
        LongFlow lasting = new LongFlow(
                Draw.of(flow),
                flow.span().startNanos(),
                nanos,
                flow.traffic().total().packets(),
                peer,
                port);
        return List.of(new Digest<>(flow.originator(), "", flow.span().startNanos(), lasting, true));
    }

    @Override
    public LongFlows fresh() {
        return new LongFlows();
    }

    @Override
    public LongFlows stored(byte[] bytes) {
        return LongFlows.of(bytes);
    }

    @Override
    public boolean plausible(LongFlows state) {
        return !state.longest().isEmpty();
    }

    @Override
    public BehaviourReading read(BehaviourKey key, LongFlows state) {
        List<LongFlow> all = state.longest();
        LongFlow longest = all.getFirst();
        double hours = longest.nanos() / NANOS_AN_HOUR;
        Behaviour behaviour = new Behaviour(
                null,
                all.stream().mapToLong(LongFlow::startNanos).min().orElseThrow(),
                all.stream()
                        .mapToLong(flow -> flow.startNanos() + flow.nanos())
                        .max()
                        .orElseThrow(),
                all.size(),
                all.stream().mapToLong(LongFlow::packets).sum(),
                List.of(
                        new Measure("duration", hours * 3_600, "s", (double) LONG.toSeconds()),
                        new Measure("longFlows", all.size(), "flows", null)),
                List.of());
        Finding finding = new Finding(
                CODE,
                POINTS,
                Side.NETWORK,
                BOTH_SHARE,
                "A flow to the outside lasts for hours",
                new UntrustedText(Math.round(hours * 10) / 10.0 + " h to port " + longest.port()),
                LONG.toHours() + " h",
                "detection");
        return new BehaviourReading(
                true,
                Math.round(hours),
                CODE,
                Subjects.conversation(networks, key.subject(), longest.peer()),
                behaviour,
                List.of(finding),
                List.of());
    }
}
