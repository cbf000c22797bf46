package io.wirecase.report.measurement;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.Timing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flows of a pattern with one outcome, measured by themselves: what succeeds and what fails are often two habits.
 *
 * @param outcome what became of them
 * @param flows how many there are
 * @param share of the pattern's flows, 0 to 1
 * @param firstNanos start of the first
 * @param lastNanos start of the last
 * @param own what needs at least {@link #MIN_FLOWS} of them, or null below
 */
public record SubPattern(
        Outcome outcome,
        int flows,
        double share,
        long firstNanos,
        long lastNanos,
        @Nullable Own own) {

    /** The least number of flows for anything but their count. */
    public static final int MIN_FLOWS = Timing.MIN_EPISODES;

    /**
     * What was measured of its flows alone.
     *
     * @param timing what their start times say
     * @param volumes how much they carried
     * @param durations how long they took
     */
    public record Own(Timing timing, Volumes volumes, Durations durations) {}

    /** The sub-patterns of flows in start order, in the order of {@link Outcome}. */
    static List<SubPattern> of(List<Flow> flows, Timing whole, long seed) {
        List<SubPattern> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            List<Flow> own =
                    flows.stream().filter(f -> Outcome.of(f) == outcome).toList();
            if (!own.isEmpty()) {
                parts.add(new SubPattern(
                        outcome,
                        own.size(),
                        (double) own.size() / flows.size(),
                        own.getFirst().span().startNanos(),
                        own.getLast().span().startNanos(),
                        own.size() < MIN_FLOWS ? null : measure(own, own.size() == flows.size() ? whole : null, seed)));
            }
        }
        return parts;
    }

    private static Own measure(List<Flow> flows, @Nullable Timing known, long seed) {
        Timing timing = known != null
                ? known
                : Timing.of(flows.stream().mapToLong(f -> f.span().startNanos()).toArray(), seed);
        return new Own(timing, Volumes.of(flows), Durations.of(flows));
    }
}
