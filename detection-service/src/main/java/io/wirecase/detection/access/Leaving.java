package io.wirecase.detection.access;

import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a host sent outside, hour by hour and entity by entity. Of very many entities a fair sample is kept, the same in
 * every order (adaptive sampling, Flajolet 1990). Not thread-safe.
 */
public final class Leaving implements BehaviourState<Sent> {

    private static final int VERSION = 1;
    private static final long HOUR = 3_600_000_000_000L;

    /** The most entities and hours kept. */
    private static final int MAX_CELLS = 1_024;

    /** From here on an entity's name is kept: those below are never named. */
    private static final long NAMED = 1 << 20;

    private final TreeMap<Cell, Amounts> cells = new TreeMap<>();
    private int level;

    /** Sums of a cell. Changed in place while it is in memory. */
    static final class Amounts {
        long sent;
        long received;
        long flows;
        long packets;
        long firstNanos = Long.MAX_VALUE;
        long lastNanos = Long.MIN_VALUE;
        String entity = "";
    }

    static Leaving of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        Leaving state = new Leaving();
        state.level = (int) in.count();
        while (in.more()) {
            Cell cell = new Cell(in.bits(), in.count());
            Amounts amounts = new Amounts();
            amounts.sent = in.count();
            amounts.received = in.count();
            amounts.flows = in.count();
            amounts.packets = in.count();
            amounts.firstNanos = in.bits();
            amounts.lastNanos = in.bits();
            amounts.entity = in.text();
            state.cells.put(cell, amounts);
        }
        return state;
    }

    @Override
    public void add(Sent flow) {
        long hash = hash(flow.entity());
        if (Long.numberOfLeadingZeros(hash) < level) {
            return;
        }
        Cell cell = new Cell(hash, Math.max(0, Math.floorDiv(flow.startNanos(), HOUR)));
        Amounts amounts = cells.computeIfAbsent(cell, any -> new Amounts());
        amounts.sent += flow.sent();
        amounts.received += flow.received();
        amounts.flows++;
        amounts.packets += flow.packets();
        amounts.firstNanos = Math.min(amounts.firstNanos, flow.startNanos());
        amounts.lastNanos = Math.max(amounts.lastNanos, flow.endNanos());
        if (amounts.sent >= NAMED) {
            amounts.entity = flow.entity();
        }
        while (cells.size() > MAX_CELLS) {
            level++;
            cells.keySet().removeIf(its -> Long.numberOfLeadingZeros(its.entity()) < level);
        }
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION).counts(level);
        cells.forEach((cell, amounts) -> out.bits(cell.entity())
                .counts(cell.hour(), amounts.sent, amounts.received, amounts.flows, amounts.packets)
                .bits(amounts.firstNanos)
                .bits(amounts.lastNanos)
                .text(amounts.entity));
        return out.bytes();
    }

    /** The cell with the most sent, or null before the first. */
    Map.@org.jspecify.annotations.Nullable Entry<Cell, Amounts> most() {
        return cells.entrySet().stream()
                .max(Map.Entry.<Cell, Amounts>comparingByValue(
                                java.util.Comparator.comparingLong(amounts -> amounts.sent))
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElse(null);
    }

    /** What was sent to other entities, cell by cell, in order of size. */
    long[] others(long entity) {
        List<Long> sent = new ArrayList<>();
        cells.forEach((cell, amounts) -> {
            if (cell.entity() != entity) {
                sent.add(amounts.sent);
            }
        });
        long[] sorted = sent.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    int size() {
        return cells.size();
    }

    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 29;
    }
}
