package io.wirecase.report.input;

import io.wirecase.core.net.IpAddress;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked about.
 *
 * @param sinceNanos event time from which alerts count, inclusive, or null for no limit
 * @param untilNanos event time up to which alerts count, exclusive, or null for no limit
 * @param minScore alerts below it are counted, not shown; 0 shows all
 * @param hosts only these hosts, empty for all
 * @param captures only these captures, empty for all
 */
public record ReportScope(
        @Nullable Long sinceNanos,
        @Nullable Long untilNanos,
        int minScore,
        List<IpAddress> hosts,
        List<UUID> captures) {

    /** Everything there is. */
    public static final ReportScope ALL = new ReportScope(null, null, 0, List.of(), List.of());

    /** Keeps its own copies of the lists. */
    public ReportScope {
        hosts = List.copyOf(hosts);
        captures = List.copyOf(captures);
    }
}
