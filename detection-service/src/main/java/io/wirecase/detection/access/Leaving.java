package io.wirecase.detection.access;

import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a host sent outside, hour by hour and entity by entity. Of very many entities a fair sample is kept, the same in
 * every order (adaptive sampling, Flajolet 1990); flows that carry much are added up apart, whoever they go to, so that
 * a sample loses none of them. Not thread-safe.
 */
public final class Leaving implements BehaviourState<Sent> {

    private static final int VERSION = 1;
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

    /** Sums of a cell. Changed in place while it is in memory. */
    static final class Amounts {
        long sent;
        long received;
        long flows;
        long packets;
        String entity = "";
    }

    /** Cells up to a limit, beyond it a sample. */
    private static final class Cells {
        private final TreeMap<Cell, Amounts> kept = new TreeMap<>();
        private final int most;
        private int level;

        Cells(int most) {
            this.most = most;
        }

        void add(Cell cell, Sent flow) {
            if (Long.numberOfLeadingZeros(cell.entity()) < level) {
                return;
            }
            Amounts amounts = kept.computeIfAbsent(cell, any -> new Amounts());
            amounts.sent += flow.sent();
            amounts.received += flow.received();
            amounts.flows++;
            amounts.packets += flow.packets();
            if (amounts.sent >= MUCH) {
                amounts.entity = flow.entity();
            }
            while (kept.size() > most) {
                level++;
                kept.keySet().removeIf(its -> Long.numberOfLeadingZeros(its.entity()) < level);
            }
        }

        void write(StateWriter out) {
            out.counts(level, kept.size());
            kept.forEach((cell, amounts) -> out.bits(cell.entity())
                    .counts(cell.hour(), amounts.sent, amounts.received, amounts.flows, amounts.packets)
                    .text(amounts.entity));
        }

        void read(StateReader in) {
            level = (int) in.count();
            for (long left = in.count(); left > 0; left--) {
                Cell cell = new Cell(in.bits(), in.count());
                Amounts amounts = new Amounts();
                amounts.sent = in.count();
                amounts.received = in.count();
                amounts.flows = in.count();
                amounts.packets = in.count();
                amounts.entity = in.text();
                kept.put(cell, amounts);
            }
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
        Cell cell = new Cell(hash(flow.entity()), Math.max(0, Math.floorDiv(flow.startNanos(), HOUR)));
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

    private TreeMap<Cell, Amounts> both() {
        TreeMap<Cell, Amounts> both = new TreeMap<>(large.kept);
        both.putAll(all.kept);
        return both;
    }

    /** Whether more than so much was sent in any cell. */
    boolean above(long least) {
        return both().values().stream().anyMatch(amounts -> amounts.sent > least);
    }

    /** The cells with more sent than so much, the one with most first; one alone, that with most, where none has. */
    List<Map.Entry<Cell, Amounts>> largest(long least) {
        List<Map.Entry<Cell, Amounts>> sorted = both().entrySet().stream()
                .sorted(Map.Entry.<Cell, Amounts>comparingByValue(Comparator.comparingLong(amounts -> -amounts.sent))
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<Map.Entry<Cell, Amounts>> above =
                sorted.stream().takeWhile(cell -> cell.getValue().sent > least).toList();
        return above.isEmpty() ? sorted.subList(0, Math.min(1, sorted.size())) : above;
    }

    /**
     * Whether a cell is one of a job's that runs day by day: on another day at the same time, to within an hour, at
     * least half as much went to the same entity, and not for most of the day. What trickles away all day long is none.
     */
    boolean habit(Map.Entry<Cell, Amounts> one) {
        long half = one.getValue().sent / 2;
        List<Long> hours = both().entrySet().stream()
                .filter(other -> other.getKey().entity() == one.getKey().entity() && other.getValue().sent >= half)
                .map(other -> other.getKey().hour() - one.getKey().hour())
                .toList();
        long sameDay = hours.stream().filter(hour -> Math.abs(hour) < DAY / 2).count();
        boolean again = hours.stream().anyMatch(hour -> Math.abs(hour) > DAY / 2 && Math.floorMod(hour + 1, DAY) <= 2);
        return again && sameDay <= JOB_HOURS;
    }

    /** What was sent to other entities, cell by cell, in order of size; cells that are a habit left out. */
    long[] others(long entity, Set<Cell> habits) {
        return all.kept.entrySet().stream()
                .filter(entry -> entry.getKey().entity() != entity && !habits.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().sent)
                .sorted()
                .toArray();
    }

    /** When an hour began. */
    static long begins(Cell cell) {
        return cell.hour() * HOUR;
    }

    /** When an hour ended. */
    static long ends(Cell cell) {
        return begins(cell) + HOUR - 1;
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
