package io.wirecase.report.assessment;

import io.wirecase.core.net.IpAddress;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.measurement.Exchanges;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The addresses of patterns that are not taken for benign: the host, and the other ends that are odd. */
public final class Suspects {

    private Suspects() {}

    /**
     * Each address with the gravest pattern it is in, in address order.
     *
     * @param cases patterns, gravest first
     */
    public static SortedMap<IpAddress, PatternCase> of(List<PatternCase> cases) {
        SortedMap<IpAddress, PatternCase> worst = new TreeMap<>();
        for (PatternCase c : cases) {
            if (c.disposition() != Disposition.BENIGN) {
                worst.putIfAbsent(c.pattern().key().host(), c);
                others(c).forEach(peer -> worst.putIfAbsent(peer, c));
            }
        }
        return worst;
    }

    /** The other ends of exchanges that break a model if any do, and none of a scan's targets. */
    private static Collection<IpAddress> others(PatternCase c) {
        Exchanges exchanges = c.measured().exchanges();
        if (c.pattern().key().isBehaviour()) {
            return List.of();
        }
        return exchanges == null || exchanges.breaks().isEmpty()
                ? c.pattern().peers()
                : exchanges.breaks().stream()
                        .map(b -> b.flow().responder())
                        .distinct()
                        .toList();
    }
}
