package io.wirecase.detection.outlier;

import io.wirecase.core.flow.Activity.Minute;
import io.wirecase.core.measure.OutlierFence;
import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packets and bytes of the flows a host began, by minutes of one bucket; minutes without packets are not among them.
 */
final class MinuteState implements BehaviourState<FlowMinutes> {

    private static final int VERSION = 1;

    private final int inBucket;
    private final TreeMap<Long, long[]> minutes = new TreeMap<>();
    private long flows;

    MinuteState(int inBucket) {
        this.inBucket = inBucket;
    }

    static MinuteState of(int inBucket, byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        MinuteState state = new MinuteState(inBucket);
        state.flows = in.count();
        if (in.more()) {
            long first = in.bits();
            while (in.more()) {
                state.minutes.put(first + in.count(), new long[] {in.count(), in.count()});
            }
        }
        return state;
    }

    @Override
    public void add(FlowMinutes flow) {
        flows++;
        for (Minute one : flow.minutes()) {
            long[] sums = minutes.computeIfAbsent(one.minute(), any -> new long[2]);
            sums[0] += one.packets();
            sums[1] += one.bytes();
        }
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION).counts(flows);
        if (!minutes.isEmpty()) {
            long first = minutes.firstKey();
            out.bits(first);
            minutes.forEach((minute, sums) -> out.counts(minute - first, sums[0], sums[1]));
        }
        return out.bytes();
    }

    /** Minutes with packets, at most as many as a bucket has. */
    int count() {
        return Math.min(inBucket, minutes.size());
    }

    long flows() {
        return flows;
    }

    /** Whether some minute has so many packets or bytes. */
    boolean reaches(long packets, long bytes) {
        return minutes.values().stream().anyMatch(sums -> sums[0] >= packets || sums[1] >= bytes);
    }

    OutlierFence fence(boolean ofBytes) {
        return OutlierFence.of(minutes.values().stream()
                .mapToDouble(sums -> sums[ofBytes ? 1 : 0])
                .toArray());
    }

    /** The minutes in order. */
    List<Minute> all() {
        List<Minute> all = new ArrayList<>(minutes.size());
        for (Map.Entry<Long, long[]> one : minutes.entrySet()) {
            all.add(new Minute(one.getKey(), one.getValue()[0], one.getValue()[1]));
        }
        return all;
    }
}
