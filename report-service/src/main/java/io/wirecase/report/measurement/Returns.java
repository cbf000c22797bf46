package io.wirecase.report.measurement;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Endpoint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * Targets that were tried again much later. What works through a list once is new to each target however long it
 * takes; what comes back by a plan tries the same ones again.
 *
 * @param targets distinct pairs of address and port that were tried
 * @param again those of them whose last try is {@link #DAYS} days or more after the first
 */
public record Returns(long targets, long again) {

    /** A plan's usual beat is a week at most. */
    public static final int DAYS = 7;

    private static final long NANOS = DAYS * 86_400L * 1_000_000_000L;

    /** Of a pattern's flows, in any order. */
    public static Returns of(List<Flow> attempts) {
        Map<Endpoint, LongSummaryStatistics> tries = new LinkedHashMap<>();
        attempts.forEach(f -> tries.computeIfAbsent(f.key().responder(), e -> new LongSummaryStatistics())
                .accept(f.span().startNanos()));
        Collection<LongSummaryStatistics> spans = tries.values();
        return new Returns(
                spans.size(),
                spans.stream().filter(s -> s.getMax() - s.getMin() >= NANOS).count());
    }

    /** Whether most targets were. */
    public boolean most() {
        return again * 2 > targets;
    }
}
