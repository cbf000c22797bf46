package io.wirecase.detection.outlier;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.alert.Side;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.measure.OutlierFence;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Draw;
import io.wirecase.detection.behaviour.Subjects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A flow that carried far more than the host's other flows to the same entity and port. It says that something differs,
 * not that it is bad: no technique is named, and the points are few.
 */
public final class VolumeOutlier implements BehaviourDetector<FlowAmount, VolumeState> {

    /** The code it raises. */
    public static final String CODE = "volume_outlier";

    private static final int POINTS_SENT = 50;

    /** What was received is usually a larger page or an update. */
    private static final int POINTS_RECEIVED = 10;

    private static final int CLIENT_SHARE = 90;
    private static final int BOTH_SHARE = 50;

    private final VolumeLimits limits = VolumeLimits.DEFAULT;
    private final Networks networks;

    /** A detector that tells inside from outside by these networks. */
    public VolumeOutlier(Networks networks) {
        this.networks = networks;
    }

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public Duration bucket() {
        return limits.bucket();
    }

    @Override
    public List<Digest<FlowAmount>> read(Flow flow) {
        long sent = flow.traffic().originator().payloadBytes();
        long received = flow.traffic().responder().payloadBytes();
        Integer port = flow.key().responder().port();
        if (port == null
                || sent + received == 0
                || !flow.ending().last()
                || flow.responder().multicast()) {
            return List.of();
        }
        long start = flow.span().startNanos();
        FlowAmount amount = new FlowAmount(
                Entities.of(flow, port),
                Draw.of(flow),
                flow.responder(),
                start,
                flow.traffic().total().packets(),
                sent,
                received);
        boolean large = Math.max(sent, received) >= limits.minBytes();
        return List.of(new Digest<>(flow.originator(), "", start, amount, large));
    }

    @Override
    public VolumeState fresh() {
        return new VolumeState(limits);
    }

    @Override
    public VolumeState stored(byte[] bytes) {
        return VolumeState.of(limits, bytes);
    }

    @Override
    public boolean plausible(VolumeState state) {
        return state.worthALook();
    }

    /** An outlier with the group and the fence it lies beyond. */
    private record Found(VolumeGroup group, Apart flow, OutlierFence fence) {

        double times() {
            Double limit = fence.limit();
            return limit == null ? 0 : flow.bytes() / Math.max(1, limit);
        }
    }

    /** The farthest beyond its fence first; equal ones by what tells them apart. */
    private static final Comparator<Found> FARTHEST = Comparator.comparingDouble(Found::times)
            .reversed()
            .thenComparing(Found::flow, Apart.LARGEST)
            .thenComparing(found -> found.group().name());

    @Override
    public BehaviourReading read(BehaviourKey key, VolumeState state) {
        List<Found> found = new ArrayList<>();
        for (VolumeGroup group : state.candidates()) {
            for (Apart one : group.outliers()) {
                found.add(new Found(group, one, group.fence(one.ofSent())));
            }
        }
        if (found.isEmpty()) {
            return nothing(key);
        }
        found.sort(FARTHEST);
        Found worst = found.getFirst();
        Behaviour behaviour = new Behaviour(
                worst.flow().ofSent() ? "sent" : "received",
                found.stream().mapToLong(one -> one.flow().startNanos()).min().orElseThrow(),
                found.stream().mapToLong(one -> one.flow().startNanos()).max().orElseThrow(),
                worst.group().flows(),
                worst.group().packets(),
                measures(state, worst, found.size()),
                List.of());
        return new BehaviourReading(
                true,
                found.size(),
                CODE,
                Subjects.conversation(networks, key.subject(), worst.flow().peer()),
                behaviour,
                List.of(finding(worst)),
                List.of());
    }

    /** Of a state whose outliers became ordinary as more flows came. */
    private BehaviourReading nothing(BehaviourKey key) {
        long start = key.bucket() * limits.bucket().toNanos();
        Finding gone = new Finding(
                CODE,
                POINTS_RECEIVED,
                Side.NETWORK,
                BOTH_SHARE,
                "No flow stands apart from the others any more",
                null,
                null,
                Outliers.RAISED_BY);
        return new BehaviourReading(
                false,
                0,
                CODE,
                Outliers.host(key),
                new Behaviour(null, start, start, 0, 0, List.of(), List.of()),
                List.of(gone),
                List.of());
    }

    private static Finding finding(Found worst) {
        boolean sent = worst.flow().ofSent();
        return new Finding(
                CODE,
                sent ? POINTS_SENT : POINTS_RECEIVED,
                sent ? Side.CLIENT : Side.NETWORK,
                sent ? CLIENT_SHARE : BOTH_SHARE,
                sent
                        ? "A flow sent far more than the host's other flows to the same place"
                        : "A flow received far more than the host's other flows from the same place",
                new UntrustedText(
                        worst.flow().bytes() + " bytes, " + worst.group().name()),
                Outliers.limit(worst.fence(), "bytes"),
                Outliers.RAISED_BY);
    }

    private List<Measure> measures(VolumeState state, Found worst, int found) {
        OutlierFence fence = worst.fence();
        Double spread = fence.spread();
        return List.of(
                new Measure("outlierFlows", found, "flows", null),
                new Measure("flowPayload", worst.flow().bytes(), "bytes", fence.limit()),
                new Measure("medianPayload", fence.median(), "bytes", null),
                new Measure("spreadOfLogarithms", spread == null ? 0 : spread, "nats", null),
                new Measure("comparedFlows", fence.n(), "flows", (double) limits.minFlows()),
                new Measure("leastPayload", limits.minBytes(), "bytes", null),
                new Measure("placesCompared", state.kept(), "places", null),
                new Measure("places", state.groups(), "places", null));
    }
}
