package io.wirecase.detection.outlier;

import io.wirecase.core.measure.OutlierFence;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The flows of a host to one entity and port: how many, how much each carried, and which were large. */
final class VolumeGroup {

    private static final int VERSION = 1;
    /** The most large flows remembered. */
    private static final int MAX_LARGE = 8;

    private final VolumeLimits limits;
    private final TreeMap<Long, long[]> amounts = new TreeMap<>();
    private final TreeSet<Apart> large = new TreeSet<>(Apart.LARGEST);
    private String name = "";
    private long flows;
    private long packets;

    VolumeGroup(VolumeLimits limits) {
        this.limits = limits;
    }

    static VolumeGroup of(VolumeLimits limits, byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        VolumeGroup group = new VolumeGroup(limits);
        in.count();
        group.name = in.text();
        group.flows = in.count();
        group.packets = in.count();
        for (long left = in.count(); left > 0; left--) {
            group.large.add(Apart.read(in));
        }
        while (in.more()) {
            group.amounts.put(in.bits(), new long[] {in.count(), in.count()});
        }
        return group;
    }

    /** Whether a stored group may hold an outlier: tells without reading the whole. */
    static boolean worthALook(byte[] bytes) {
        return new StateReader(bytes, VERSION).count() == 1;
    }

    boolean worthALook() {
        return !large.isEmpty() && flows >= limits.minFlows();
    }

    void add(FlowAmount flow) {
        flows++;
        packets += flow.packets();
        amounts.put(flow.order(), new long[] {flow.sent(), flow.received()});
        if (amounts.size() > limits.maxAmounts()) {
            amounts.pollLastEntry();
        }
        large(flow, true, flow.sent());
        large(flow, false, flow.received());
    }

    private void large(FlowAmount flow, boolean ofSent, long bytes) {
        if (bytes < limits.minBytes()) {
            return;
        }
        // The name is kept for those that may be named in an alert; most groups never are.
        name = flow.group();
        large.add(new Apart(ofSent, bytes, flow.startNanos(), flow.peer()));
        if (large.size() > MAX_LARGE) {
            large.pollLast();
        }
    }

    byte[] bytes() {
        StateWriter out = new StateWriter(VERSION);
        out.counts(worthALook() ? 1 : 0).text(name).counts(flows, packets, large.size());
        large.forEach(one -> one.write(out));
        for (Map.Entry<Long, long[]> amount : amounts.entrySet()) {
            out.bits(amount.getKey()).counts(amount.getValue());
        }
        return out.bytes();
    }

    /** The fence over what the flows' originator sent, or else received. */
    OutlierFence fence(boolean ofSent) {
        return OutlierFence.of(amounts.values().stream()
                .mapToDouble(both -> both[ofSent ? 0 : 1])
                .toArray());
    }

    /** Large flows beyond the fence, the largest first. */
    List<Apart> outliers() {
        OutlierFence sent = fence(true);
        OutlierFence received = fence(false);
        return large.stream()
                .filter(one -> (one.ofSent() ? sent : received).beyond((double) one.bytes()))
                .toList();
    }

    String name() {
        return name;
    }

    long flows() {
        return flows;
    }

    long packets() {
        return packets;
    }
}
