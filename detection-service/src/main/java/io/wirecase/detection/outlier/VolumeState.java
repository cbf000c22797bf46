package io.wirecase.detection.outlier;

import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The flows of one host by entity and port. Groups stay bytes until one of their flows comes. Where there are too many,
 * those are kept whose hashes begin with so many zero bits (adaptive sampling, Flajolet 1990): the same in every order.
 */
final class VolumeState implements BehaviourState<FlowAmount> {

    private static final int VERSION = 1;

    private final VolumeLimits limits;
    private final TreeMap<Long, byte[]> stored = new TreeMap<>();
    private final Map<Long, VolumeGroup> open = new HashMap<>();
    private int level;

    VolumeState(VolumeLimits limits) {
        this.limits = limits;
    }

    static VolumeState of(VolumeLimits limits, byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        VolumeState state = new VolumeState(limits);
        state.level = (int) in.count();
        while (in.more()) {
            state.stored.put(in.bits(), in.block());
        }
        return state;
    }

    @Override
    public void add(FlowAmount flow) {
        long hash = hash(flow.group());
        if (Long.numberOfLeadingZeros(hash) < level) {
            return;
        }
        group(hash).add(flow);
        while (open.size() + stored.size() > limits.maxGroups()) {
            level++;
            stored.keySet().removeIf(its -> Long.numberOfLeadingZeros(its) < level);
            open.keySet().removeIf(its -> Long.numberOfLeadingZeros(its) < level);
        }
    }

    private VolumeGroup group(long hash) {
        return open.computeIfAbsent(hash, its -> {
            byte[] before = stored.remove(its);
            return before == null ? new VolumeGroup(limits) : VolumeGroup.of(limits, before);
        });
    }

    @Override
    public byte[] bytes() {
        TreeMap<Long, byte[]> all = new TreeMap<>(stored);
        open.forEach((hash, group) -> all.put(hash, group.bytes()));
        StateWriter out = new StateWriter(VERSION).counts(level);
        all.forEach((hash, group) -> out.bits(hash).block(group));
        return out.bytes();
    }

    /** Whether any group may hold an outlier. */
    boolean worthALook() {
        return open.values().stream().anyMatch(VolumeGroup::worthALook)
                || stored.values().stream().anyMatch(VolumeGroup::worthALook);
    }

    /** The groups that may hold an outlier, by their hashes. */
    List<VolumeGroup> candidates() {
        TreeMap<Long, VolumeGroup> all = new TreeMap<>(open);
        stored.forEach((hash, bytes) -> {
            if (VolumeGroup.worthALook(bytes)) {
                all.put(hash, VolumeGroup.of(limits, bytes));
            }
        });
        List<VolumeGroup> found = new ArrayList<>(all.values());
        found.removeIf(group -> !group.worthALook());
        return found;
    }

    /** Groups kept. */
    int kept() {
        return open.size() + stored.size();
    }

    /** Groups there were; an estimate where not all are kept. */
    long groups() {
        return (long) kept() << level;
    }

    /** FNV-1a, mixed. */
    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 29;
    }
}
