package io.wirecase.report.measurement;

import io.wirecase.core.flow.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of a pattern's flows began while the host did nothing else that a person or program asks for. Name service,
 * time and discovery do not count as doing something. A capture that holds little else of the host cannot show it.
 *
 * @param starts flows of the pattern
 * @param idle those that began while the host was idle
 * @param uses separate times in which the host did something else
 */
public record Idle(int starts, int idle, int uses) {

    /** Something else this near makes the host busy: about what a reader of pages pauses. */
    public static final int QUIET_SECONDS = 60;

    /** Fewer flows, or fewer other uses, show nothing. */
    static final int MIN_STARTS = 6;

    static final int MIN_USES = 3;

    private static final long QUIET = QUIET_SECONDS * 1_000_000_000L;

    /** When a host did something that is no network service. */
    record Use(UUID flow, long startNanos, long endNanos) {

        /** The uses among flows, in their order. */
        static List<Use> of(List<Flow> flows) {
            return flows.stream()
                    .filter(f -> !NetworkServices.is(f))
                    .map(f -> new Use(f.id(), f.span().startNanos(), f.span().endNanos()))
                    .toList();
        }
    }

    /** The share of the pattern's flows that began while the host was idle, 0 to 1. */
    public double share() {
        return (double) idle / starts;
    }

    /**
     * Measures it.
     *
     * @param own the pattern's flows
     * @param all what the host did, the pattern's flows among it, by start time
     * @return null when the capture cannot show it
     */
    static @Nullable Idle of(List<Flow> own, List<Use> all) {
        Set<UUID> ids = own.stream().map(Flow::id).collect(Collectors.toSet());
        List<long[]> uses = new ArrayList<>();
        for (Use use : all) {
            if (ids.contains(use.flow)) {
                continue;
            }
            long from = use.startNanos - QUIET;
            long to = use.endNanos + QUIET;
            if (!uses.isEmpty() && from <= uses.getLast()[1]) {
                uses.getLast()[1] = Math.max(uses.getLast()[1], to);
            } else {
                uses.add(new long[] {from, to});
            }
        }
        if (own.size() < MIN_STARTS || uses.size() < MIN_USES) {
            return null;
        }
        long idle = own.stream()
                .filter(f -> uses.stream()
                        .noneMatch(
                                u -> u[0] <= f.span().startNanos() && f.span().startNanos() <= u[1]))
                .count();
        return new Idle(own.size(), (int) idle, uses.size());
    }
}
