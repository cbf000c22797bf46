package io.wirecase.report.suppression;

import io.wirecase.core.suppression.Tripwires;
import io.wirecase.core.suppression.Usual;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tripwires set where the stored alerts are.
 *
 * @param tripwires the given ones and the learnt ones, or null without any
 * @param faults why some could not be set; empty when all could
 */
public record Learnt(@Nullable Tripwires tripwires, List<String> faults) {

    /** Room that the next exchange has beyond the times seen, as a share. */
    private static final double PERIOD_ROOM = 0.1;

    /** Keeps its own copy of the list. */
    public Learnt {
        faults = List.copyOf(faults);
    }

    /** Sets what is asked for. @param usual what the alerts that the rule covers have in common */
    public static Learnt of(Draft draft, Usual usual) {
        Draft.ToLearn asked = draft.toLearn();
        Tripwires given = draft.tripwires();
        if (!asked.any()) {
            return new Learnt(given, List.of());
        }
        List<String> faults = new ArrayList<>();
        Tripwires.Size size = given == null ? null : given.size();
        Tripwires.Status status = given == null ? null : given.status();
        Tripwires.Period period = given == null ? null : given.period();
        Tripwires.Peers peers = given == null ? null : given.peers();
        if (asked.factor() != null) {
            size = size(asked.factor(), usual, faults);
        }
        if (asked.status() && fits(usual.outcomes().size(), Tripwires.MAX_OUTCOMES, "status", faults)) {
            status = new Tripwires.Status(List.copyOf(usual.outcomes()));
        }
        if (asked.period()) {
            period = period(usual, faults);
        }
        if (asked.peers() && fits(usual.peers().size(), Tripwires.MAX_PEERS, "peers", faults)) {
            peers = new Tripwires.Peers(List.copyOf(usual.peers()));
        }
        return new Learnt(new Tripwires(size, status, period, peers), faults);
    }

    private static Tripwires.@Nullable Size size(double factor, Usual usual, List<String> faults) {
        if (usual.mostBytes().isEmpty()) {
            faults.add(nothing("size", "'maxBytes'"));
            return null;
        }
        long bytes = usual.mostBytes().getAsLong();
        return new Tripwires.Size((long) Math.ceil(bytes * factor), factor, bytes);
    }

    private static Tripwires.@Nullable Period period(Usual usual, List<String> faults) {
        if (usual.shortest().isEmpty() || usual.longest().isEmpty()) {
            faults.add(nothing("period", "'minSeconds' and 'maxSeconds'"));
            return null;
        }
        return new Tripwires.Period(
                round(usual.shortest().getAsDouble() * (1 - PERIOD_ROOM)),
                round(usual.longest().getAsDouble() * (1 + PERIOD_ROOM)));
    }

    private static boolean fits(int seen, int most, String wire, List<String> faults) {
        if (seen == 0) {
            faults.add(nothing(wire, "its list"));
        } else if (seen > most) {
            faults.add("'tripwires." + wire + "' would list more than " + most
                    + ": the alerts that the rule covers are too various. Narrow 'match'.");
        }
        return seen > 0 && seen <= most;
    }

    private static String nothing(String wire, String give) {
        return "'tripwires." + wire + "' cannot be set: no stored alert that the rule covers shows it. Give " + give
                + ".";
    }

    private static double round(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
