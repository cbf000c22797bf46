package io.wirecase.report.input;

import io.wirecase.core.net.IpAddress;
import java.util.Set;

/**
 * A bounded view on the stored flows in the report's scope: last parts only, superseded captures left out. The same
 * store answers the same question with the same answer.
 */
public interface FlowSource {

    /**
     * Flows between a host and any of its peers, whoever began, by start time, then first packet, then id.
     *
     * @param limit the most flows handed back; the page says how many there are
     */
    FlowPage between(String site, IpAddress host, Set<IpAddress> peers, int limit);

    /**
     * Flows a host originated that started within a span, in the same order.
     *
     * @param fromNanos inclusive
     * @param toNanos inclusive
     */
    FlowPage startedBy(String site, IpAddress host, long fromNanos, long toNanos, int limit);

    /** What is known of a host from all its stored flows. */
    HostFacts host(String site, IpAddress host);

    /** How a site's hosts use these peers, over everything stored of the site, in or out of the report's time span. */
    History history(String site, IpAddress host, Set<IpAddress> peers);

    /**
     * Totals over all flows in scope.
     *
     * @param most the most entries in each list
     */
    FlowTotals totals(int most);

    /**
     * How many series of flows there are in scope: of one host to one destination (the name asked for, else the
     * address) and port. That many were looked at for a period.
     *
     * @param least flows of a series below which it is not counted
     */
    default long series(int least) {
        return 0;
    }

    /** Whether an answer so far left out flows that are stored in a form this version cannot read. */
    default boolean leftOut() {
        return false;
    }
}
