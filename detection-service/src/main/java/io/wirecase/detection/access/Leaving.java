package io.wirecase.detection.access;

import io.wirecase.detection.access.Hours.Most;
import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import io.wirecase.detection.rare.Destination;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a host sent outside, hour by hour and entity by entity. Of very many entities a fair sample is kept, the same in
 * every order (adaptive sampling, Flajolet 1990); flows that carry much are added up apart, whoever they go to, so that
 * a sample loses none of them. Not thread-safe.
 */
public final class Leaving implements BehaviourState<Sent> {

    private static final int VERSION = 2;
    private static final long HOUR = 3_600_000_000_000L;

    /** Hours of a day. */
    private static final int DAY = 24;

    /** Hours of a day that a job runs at most. */
    private static final int JOB_HOURS = 6;

    /** The most entities and hours kept of all flows. */
    private static final int MAX_CELLS = 1_024;

    /** The most entities and hours kept of flows that carry much. */
    private static final int MAX_LARGE = 128;

    /** From here on a flow carries much, and an entity's name is kept. */
    private static final long MUCH = 256 << 10;

    private final Cells all = new Cells(MAX_CELLS);
    private final Cells large = new Cells(MAX_LARGE);

    /** Cells up to a limit, beyond it a sample. */
    private static final class Cells {
        private final TreeMap<Cell, Hours> kept = new TreeMap<>();
        private final int most;
        private int level;

        Cells(int most) {
            this.most = most;
        }

        void add(Cell cell, Sent flow) {
            if (Long.numberOfLeadingZeros(cell.entity()) < level) {
                return;
            }
            Hours hours = kept.computeIfAbsent(cell, any -> new Hours());
            hours.add(flow);
            if (hours.sent() >= MUCH) {
                hours.named(flow);
            }
            while (kept.size() > most) {
                level++;
                kept.keySet().removeIf(its -> Long.numberOfLeadingZeros(its.entity()) < level);
            }
        }

        void write(StateWriter out) {
            out.counts(level, kept.size());
            kept.forEach((cell, hours) -> {
                out.bits(cell.entity()).counts(cell.hour());
                hours.write(out);
            });
        }

        void read(StateReader in) {
            level = (int) in.count();
            for (long left = in.count(); left > 0; left--) {
                kept.put(new Cell(in.bits(), in.count()), Hours.read(in));
            }
        }

        boolean above(long least) {
            return kept.values().stream().anyMatch(hours -> hours.sent() > least);
        }
    }

    static Leaving of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        Leaving state = new Leaving();
        state.all.read(in);
        state.large.read(in);
        return state;
    }

    @Override
    public void add(Sent flow) {
        Cell cell = new Cell(hash(flow.to().entity()), Math.max(0, Math.floorDiv(flow.startNanos(), HOUR)));
        all.add(cell, flow);
        if (flow.sent() >= MUCH) {
            large.add(cell, flow);
        }
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION);
        all.write(out);
        large.write(out);
        return out.bytes();
    }

    /** Whether more than so much may have been sent within any sixty minutes: they lie in two hours of the clock. */
    boolean above(long least) {
        return all.above(least / 2) || large.above(least / 2);
    }

    /**
     * What went to an entity.
     *
     * @param cell to whom, and within which hour of the clock it began
     * @param hours what went in that hour
     * @param entity whom, in words; empty where little went
     * @param most the sixty minutes in which most went
     */
    record Outflow(Cell cell, Hours hours, Destination entity, Most most) {

        long sent() {
            return most.amounts().sent;
        }
    }

    /** All that is known, that with most first. */
    List<Outflow> outflows() {
        TreeMap<Cell, Hours> both = new TreeMap<>(large.kept);
        both.putAll(all.kept);
        return outflows(both)
                .sorted(Comparator.comparingLong((Outflow flow) -> -flow.sent()).thenComparing(Outflow::cell))
                .toList();
    }

    private static Stream<Outflow> outflows(TreeMap<Cell, Hours> cells) {
        return cells.entrySet().stream().map(entry -> {
            Cell cell = entry.getKey();
            Hours hours = entry.getValue();
            Hours next = cells.get(new Cell(cell.entity(), cell.hour() + 1));
            Hours named = next == null || next.sent() < hours.sent() ? hours : next;
            return new Outflow(cell, hours, named.to(), hours.most(cell.hour(), next));
        });
    }

    /**
     * Whether an outflow is one of a job's that runs day by day: on another day at the same time, to within an hour, at
     * least half as much went to the same entity, and not for most of the day. What trickles away all day long is none.
     */
    static boolean habit(Outflow one, List<Outflow> all) {
        long half = one.sent() / 2;
        List<Outflow> same = all.stream()
                .filter(other -> other.cell().entity() == one.cell().entity() && other.sent() >= half)
                .toList();
        long sameDay = same.stream()
                .filter(other -> other.hours().sent() >= half && Math.abs(later(other, one)) < DAY / 2)
                .count();
        boolean again = same.stream()
                .mapToLong(other -> later(other, one))
                .anyMatch(hours -> Math.abs(hours) > DAY / 2 && Math.floorMod(hours + 1, DAY) <= 2);
        return again && sameDay <= JOB_HOURS;
    }

    private static long later(Outflow other, Outflow one) {
        return other.cell().hour() - one.cell().hour();
    }

    /**
     * What was sent to other entities in hours of the clock, in order of size; cells that are a habit left out. By the
     * clock, since sixty minutes from any quarter on would count a large upload in two hours.
     */
    long[] others(long entity, Set<Cell> habits) {
        return all.kept.entrySet().stream()
                .filter(entry -> entry.getKey().entity() != entity && !habits.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().sent())
                .sorted()
                .toArray();
    }

    int size() {
        return all.kept.size();
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
