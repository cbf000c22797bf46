package io.wirecase.detection.outlier;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.alert.Side;
import io.wirecase.core.flow.Activity.Minute;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.OutlierFence;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A minute in which the flows a host began carried far more than in its other minutes, of those with any packets. Like
 * {@link VolumeOutlier} it says that something differs and names no technique.
 */
public final class MinuteOutlier implements BehaviourDetector<FlowMinutes, MinuteState> {

    /** The code it raises. */
    public static final String CODE = "minute_outlier";

    private static final int POINTS = 10;
    private static final int BOTH_SHARE = 50;
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;

    private final MinuteLimits limits = MinuteLimits.DEFAULT;

    /** A detector with the usual limits. */
    public MinuteOutlier() {}

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public Duration bucket() {
        return limits.bucket();
    }

    @Override
    public List<Digest<FlowMinutes>> read(Flow flow) {
        // ARP flows lie in partitions by site: here a host would be counted in two places.
        if (!flow.ending().last() || flow.key().transport() == Transport.ARP) {
            return List.of();
        }
        boolean large = large(flow.traffic().total());
        List<Minute> minutes = flow.activity().minutes();
        if (minutes == null) {
            Counts total = flow.traffic().total();
            long start = flow.span().startNanos();
            Minute only = new Minute(Math.floorDiv(start, NANOS_PER_MINUTE), total.packets(), total.frameBytes());
            return List.of(new Digest<>(flow.originator(), "", start, new FlowMinutes(List.of(only)), large));
        }
        Map<Long, List<Minute>> byBucket = new TreeMap<>();
        for (Minute one : minutes) {
            byBucket.computeIfAbsent(Math.floorDiv(one.minute(), (long) limits.minutes()), any -> new ArrayList<>())
                    .add(one);
        }
        List<Digest<FlowMinutes>> digests = new ArrayList<>(byBucket.size());
        byBucket.values().forEach(some -> {
            long nanos = some.getFirst().minute() * NANOS_PER_MINUTE;
            digests.add(new Digest<>(flow.originator(), "", nanos, new FlowMinutes(some), large));
        });
        return digests;
    }

    private boolean large(Counts total) {
        return total.packets() >= limits.minPackets() || total.frameBytes() >= limits.minBytes();
    }

    @Override
    public MinuteState fresh() {
        return new MinuteState(limits.minutes());
    }

    @Override
    public MinuteState stored(byte[] bytes) {
        return MinuteState.of(limits.minutes(), bytes);
    }

    @Override
    public boolean plausible(MinuteState state) {
        return state.count() >= limits.minMinutes() && state.reaches(limits.minPackets(), limits.minBytes());
    }

    /** The fences of a state, and whether a minute lies beyond one. */
    private record Fences(OutlierFence packets, OutlierFence bytes, MinuteLimits limits) {

        boolean byPackets(Minute minute) {
            return minute.packets() >= limits.minPackets() && packets.beyond((double) minute.packets());
        }

        boolean byBytes(Minute minute) {
            return minute.bytes() >= limits.minBytes() && bytes.beyond((double) minute.bytes());
        }
    }

    private static final Comparator<Minute> LARGEST = Comparator.comparingLong(Minute::bytes)
            .thenComparingLong(Minute::packets)
            .reversed()
            .thenComparingLong(Minute::minute);

    @Override
    public BehaviourReading read(BehaviourKey key, MinuteState state) {
        Fences fences = new Fences(state.fence(false), state.fence(true), limits);
        List<Minute> apart = state.all().stream()
                .filter(one -> fences.byPackets(one) || fences.byBytes(one))
                .toList();
        long bucket = key.bucket() * limits.bucket().toNanos();
        Minute worst = apart.stream().min(LARGEST).orElse(new Minute(bucket / NANOS_PER_MINUTE, 0, 0));
        boolean bytes = fences.byBytes(worst);
        Behaviour behaviour = new Behaviour(
                apart.isEmpty() ? null : bytes ? "bytes" : "packets",
                apart.isEmpty() ? bucket : apart.getFirst().minute() * NANOS_PER_MINUTE,
                apart.isEmpty() ? bucket : (apart.getLast().minute() + 1) * NANOS_PER_MINUTE - 1,
                state.flows(),
                state.all().stream().mapToLong(Minute::packets).sum(),
                measures(fences, worst, apart.size()),
                List.of());
        return new BehaviourReading(
                !apart.isEmpty(),
                apart.size(),
                CODE,
                Outliers.host(key),
                behaviour,
                List.of(finding(fences, worst, bytes)),
                List.of());
    }

    private static Finding finding(Fences fences, Minute worst, boolean bytes) {
        return new Finding(
                CODE,
                POINTS,
                Side.NETWORK,
                BOTH_SHARE,
                "A minute carried far more than the host's other minutes",
                new UntrustedText(bytes ? worst.bytes() + " bytes" : worst.packets() + " packets"),
                bytes ? Outliers.limit(fences.bytes(), "bytes") : Outliers.limit(fences.packets(), "packets"),
                Outliers.RAISED_BY);
    }

    private List<Measure> measures(Fences fences, Minute worst, int apart) {
        return List.of(
                new Measure("outlierMinutes", apart, "minutes", null),
                new Measure(
                        "minuteBytes", worst.bytes(), "bytes", fences.bytes().limit()),
                new Measure(
                        "minutePackets",
                        worst.packets(),
                        "packets",
                        fences.packets().limit()),
                new Measure("medianMinuteBytes", fences.bytes().median(), "bytes", null),
                new Measure("medianMinutePackets", fences.packets().median(), "packets", null),
                new Measure("comparedMinutes", fences.bytes().n(), "minutes", (double) limits.minMinutes()),
                new Measure("leastMinuteBytes", limits.minBytes(), "bytes", null),
                new Measure("leastMinutePackets", limits.minPackets(), "packets", null));
    }
}
