package io.wirecase.report.measurement;

import io.wirecase.core.flow.Flow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ports of flows; flows without ports do not count.
 *
 * @param n flows with ports
 * @param type how the originator chose its ports
 * @param originatorDistinct distinct originator ports
 * @param responder flows by responder port
 */
public record Ports(int n, Type type, int originatorDistinct, SortedMap<Integer, Integer> responder) {

    private static final int HIGH = 1024;

    static Ports of(List<Flow> flows) {
        Map<Integer, Integer> from = new HashMap<>();
        SortedMap<Integer, Integer> to = new TreeMap<>();
        int n = 0;
        for (Flow flow : flows) {
            Integer originator = flow.key().originator().port();
            Integer responder = flow.key().responder().port();
            if (originator != null && responder != null) {
                n++;
                from.merge(originator, 1, Integer::sum);
                to.merge(responder, 1, Integer::sum);
            }
        }
        return new Ports(n, type(from, n), from.size(), to);
    }

    private static Type type(Map<Integer, Integer> from, int n) {
        if (n < 2) {
            return Type.NOT_MEASURABLE;
        }
        if (from.size() == 1) {
            return Type.FIXED;
        }
        boolean high = from.keySet().stream().filter(Objects::nonNull).allMatch(p -> p >= HIGH);
        return high && from.size() * 2 > n ? Type.EPHEMERAL : Type.MIXED;
    }

    /** Whether at least half of the flows went to one port, or none has ports: they tried the same service. */
    public boolean oneService() {
        return n == 0 || 2 * responder.values().stream().mapToInt(f -> f).max().orElse(0) >= n;
    }

    /** How originator ports were chosen. */
    public enum Type {
        /** Fewer than two flows with ports. */
        NOT_MEASURABLE,
        /** The same for all. */
        FIXED,
        /** From 1024 up, and different for more than half of the flows. */
        EPHEMERAL,
        MIXED;

        /** The word in reports. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }
}
