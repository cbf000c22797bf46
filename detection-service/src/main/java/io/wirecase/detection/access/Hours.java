package io.wirecase.detection.access;

import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import io.wirecase.detection.rare.Destination;
import org.jspecify.annotations.Nullable;

/**
 * What went to one entity in one hour of the clock, by its quarters: an hour in which most was sent begins when it
 * does. Not thread-safe.
 */
final class Hours {

    /** Quarters of an hour. */
    static final int QUARTERS = 4;

    private static final Destination NOBODY = new Destination("", "");
    private static final long QUARTER = 900_000_000_000L;

    private final Amounts[] quarters = new Amounts[QUARTERS];
    private Destination to = NOBODY;

    /** Sums of flows. Changed in place while it is in memory. */
    static final class Amounts {
        long sent;
        long received;
        long flows;
        long packets;

        void add(Amounts more) {
            sent += more.sent;
            received += more.received;
            flows += more.flows;
            packets += more.packets;
        }
    }

    /**
     * The sixty minutes in which most was sent.
     *
     * @param firstNanos when they begin
     * @param amounts what went
     */
    record Most(long firstNanos, Amounts amounts) {

        long lastNanos() {
            return firstNanos + QUARTERS * QUARTER - 1;
        }
    }

    void add(Sent flow) {
        int which = (int) Math.floorMod(Math.floorDiv(flow.startNanos(), QUARTER), (long) QUARTERS);
        Amounts amounts = quarter(which);
        amounts.sent += flow.sent();
        amounts.received += flow.received();
        amounts.flows++;
        amounts.packets += flow.packets();
    }

    private Amounts quarter(int which) {
        Amounts known = quarters[which];
        if (known == null) {
            known = new Amounts();
            quarters[which] = known;
        }
        return known;
    }

    /** Payload sent within the hour of the clock. */
    long sent() {
        return sum(this, 0, QUARTERS).sent;
    }

    /** Names it. */
    void named(Sent flow) {
        to = flow.to();
    }

    /** The entity in words; empty where little went. */
    Destination to() {
        return to;
    }

    /**
     * The sixty minutes that begin within it in which most was sent; the first of several.
     *
     * @param hour its number
     * @param next what went in the hour after, or null
     */
    Most most(long hour, @Nullable Hours next) {
        Most most = new Most(hour * QUARTERS * QUARTER, sum(this, 0, QUARTERS));
        for (int from = 1; from < QUARTERS && next != null; from++) {
            Amounts amounts = sum(this, from, QUARTERS);
            amounts.add(sum(next, 0, from));
            if (amounts.sent > most.amounts().sent) {
                most = new Most((hour * QUARTERS + from) * QUARTER, amounts);
            }
        }
        return most;
    }

    private static Amounts sum(Hours of, int from, int to) {
        Amounts sum = new Amounts();
        for (int i = from; i < to; i++) {
            if (of.quarters[i] != null) {
                sum.add(of.quarters[i]);
            }
        }
        return sum;
    }

    void write(StateWriter out) {
        int mask = 0;
        for (int i = 0; i < QUARTERS; i++) {
            mask |= quarters[i] == null ? 0 : 1 << i;
        }
        out.counts(mask);
        for (Amounts one : quarters) {
            if (one != null) {
                out.counts(one.sent, one.received, one.flows, one.packets);
            }
        }
        out.counts(to.equals(NOBODY) ? 0 : 1);
        if (!to.equals(NOBODY)) {
            out.text(to.entity()).text(to.place());
        }
    }

    static Hours read(StateReader in) {
        Hours hours = new Hours();
        int mask = (int) in.count();
        for (int i = 0; i < QUARTERS; i++) {
            if ((mask & 1 << i) != 0) {
                Amounts one = hours.quarter(i);
                one.sent = in.count();
                one.received = in.count();
                one.flows = in.count();
                one.packets = in.count();
            }
        }
        hours.to = in.count() == 0 ? NOBODY : new Destination(in.text(), in.text());
        return hours;
    }
}
