package io.wirecase.report.engine;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.net.Transport;
import io.wirecase.report.claim.ConsistencyGate;
import io.wirecase.report.pattern.Patterns;
import io.wirecase.report.tally.Tally;
import io.wirecase.report.wording.CaseFile;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a report counts in parts, against its total: a counter that forgot some, or counts what is not there, shows here
 * and not in a conclusion drawn from it.
 */
final class Sums {

    /** The transports whose packets are counted apart. */
    private static final Set<Transport> COUNTED =
            EnumSet.of(Transport.TCP, Transport.UDP, Transport.ICMP, Transport.ICMPV6, Transport.ARP);

    private Sums() {}

    static void check(ConsistencyGate gate, CaseFile file) {
        Tally tally = file.tally();
        Patterns patterns = file.patterns();
        double shown = tally.shown();
        gate.sum("alerts by severity", shown, parts(tally.bySeverity().values()))
                .sum("alerts by host", shown, parts(map(tally.concentration(), Tally.HostShare::alerts)))
                .sum("alerts by source address", shown, parts(map(tally.endpoints(), Tally.EndpointCount::asSource)))
                .sum("alerts on the timeline", shown, List.of((double)
                        tally.timeline().size()))
                .sum("packets of flows with findings", packets(file), packets(tally.packets()))
                .sum("alerts by direction", shown, directions(tally.direction()))
                .sum("shown and not shown", patterns.total(), List.of((double) patterns.shown(), (double)
                        patterns.notShown()));
        file.cases()
                .forEach(c -> gate.sum(
                        "outcomes of pattern " + c.number(),
                        c.measured().flows().size(),
                        parts(c.measured().outcomes().values())));
    }

    /** Packets of all flows that alerts embed or behaviours are made of, each flow once. */
    private static double packets(CaseFile file) {
        Map<UUID, Flow> flows = new HashMap<>();
        Stream<Flow> embedded = file.input().alerts().stream()
                .map(EnrichedAlert::alert)
                .filter(a -> a.score() >= file.input().scope().minScore())
                .map(a -> a.evidence().flow())
                .filter(Objects::nonNull);
        Stream<Flow> behaviours = file.cases().stream()
                .filter(c -> c.pattern().key().isBehaviour())
                .flatMap(c -> c.measured().flows().stream());
        Stream.concat(behaviours, embedded)
                .filter(f -> COUNTED.contains(f.key().transport()))
                .forEach(f -> flows.put(f.id(), f));
        return flows.values().stream()
                .mapToLong(f -> f.traffic().total().packets())
                .sum();
    }

    private static List<Double> packets(Tally.Packets p) {
        return parts(List.of(p.tcp(), p.udp(), p.icmp(), p.arp()));
    }

    private static List<Double> directions(Tally.Direction d) {
        return parts(List.of(
                d.internalToInternal(), d.internalToExternal(), d.externalToInternal(), d.externalToExternal()));
    }

    private static <T> List<Long> map(List<T> all, java.util.function.Function<T, Long> count) {
        return all.stream().map(count).toList();
    }

    private static List<Double> parts(Collection<? extends Number> values) {
        return values.stream().map(Number::doubleValue).toList();
    }
}
