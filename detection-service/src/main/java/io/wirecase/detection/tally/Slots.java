package io.wirecase.detection.tally;

import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.Map;
import java.util.TreeMap;

/** Amounts by time, in slots of one length. What a flow carried is spread evenly over its time: a slot
 * of which it took a tenth gets a tenth of what a whole one gets. Not thread-safe. */
final class Slots {

    /** A flow that lasts longer counts as if it ended here: a bound to what one flow may fill. */
    private static final int MOST_OF_A_FLOW = 720;

    private final long slotNanos;
    private final TreeMap<Long, long[]> amounts = new TreeMap<>();

    Slots(long slotNanos) {
        this.slotNanos = slotNanos;
    }

    void add(long firstNanos, long lastNanos, long amount, long answered) {
        if (amount == 0) {
            return;
        }
        long from = Math.floorDiv(firstNanos, slotNanos);
        int slots = (int) Math.min(MOST_OF_A_FLOW, Math.floorDiv(lastNanos, slotNanos) - from + 1);
        long end = slots < MOST_OF_A_FLOW ? lastNanos : Math.min(lastNanos, (from + slots) * slotNanos - 1);
        double before = 0;
        for (int i = 0; i < slots; i++) {
            double until = i == slots - 1 ? 1 : share(firstNanos, end, (from + i + 1) * slotNanos);
            add(from + i, part(amount, before, until), part(answered, before, until));
            before = until;
        }
    }

    /** How much of a flow's time lies before a moment within it, 0 to 1. */
    private static double share(long firstNanos, long lastNanos, long nanos) {
        return (double) (nanos - firstNanos) / (lastNanos - firstNanos);
    }

    /** Whole numbers that add up to the whole. */
    private static long part(long whole, double from, double until) {
        return (long) (whole * until) - (long) (whole * from);
    }

    private void add(long slot, long amount, long answered) {
        if (amount > 0) {
            long[] both = amounts.computeIfAbsent(slot, any -> new long[2]);
            both[0] += amount;
            both[1] += answered;
        }
    }

    void join(Slots other) {
        other.amounts.forEach((slot, both) -> add(slot, both[0], both[1]));
    }

    Peak peak(int adjacent) {
        Peak best = Peak.NONE;
        for (long first : amounts.keySet()) {
            Peak one = from(first, adjacent, 0);
            best = one.unanswered() > best.unanswered() ? one : best;
        }
        return best;
    }

    Peak surge(int adjacent, long least, int times) {
        Peak best = Peak.NONE;
        Usual usual = new Usual(least / adjacent, times);
        for (Map.Entry<Long, long[]> entry : amounts.entrySet()) {
            double before = usual.before(entry.getKey());
            Peak one = from(entry.getKey(), adjacent, before * adjacent);
            if (one.amount() >= times * one.usual() && one.unanswered() > best.unanswered()) {
                best = one;
            }
            usual.learn(entry.getValue()[0]);
        }
        return best;
    }

    private Peak from(long first, int adjacent, double usual) {
        long amount = 0;
        long answered = 0;
        for (long[] both : amounts.subMap(first, first + adjacent).values()) {
            amount += both[0];
            answered += both[1];
        }
        return new Peak(first * slotNanos, amount, answered, usual);
    }

    int filled() {
        return amounts.size();
    }

    void write(StateWriter out) {
        out.counts(amounts.size());
        long before = 0;
        for (Map.Entry<Long, long[]> entry : amounts.entrySet()) {
            if (before == 0) {
                out.bits(entry.getKey());
            } else {
                out.counts(entry.getKey() - before);
            }
            before = entry.getKey();
            out.counts(entry.getValue());
        }
    }

    static Slots read(long slotNanos, StateReader in) {
        Slots slots = new Slots(slotNanos);
        long slot = 0;
        for (long left = in.count(); left > 0; left--) {
            slot = slot == 0 ? in.bits() : slot + in.count();
            slots.amounts.put(slot, new long[] {in.count(), in.count()});
        }
        return slots;
    }
}
