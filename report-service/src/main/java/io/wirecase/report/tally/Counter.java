package io.wirecase.report.tally;

import io.wirecase.core.alert.Severity;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.intel.Locality;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.report.tally.Tally.Direction;
import io.wirecase.report.tally.Tally.EndpointCount;
import io.wirecase.report.tally.Tally.HostShare;
import io.wirecase.report.tally.Tally.Packets;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts alerts. */
public final class Counter {

    private static final Comparator<Entry> IN_TIME = Comparator.comparingLong(Entry::timeNanos)
            .thenComparing(e -> e.packet() == null ? Long.MAX_VALUE : e.packet())
            .thenComparing(e -> e.alert().alert().id().toString());

    private Counter() {}

    /**
     * Counts.
     *
     * @param total alerts in scope, those below the minimum score too
     * @param shown the alerts that reach it
     * @param behaviourFlows the stored flows of the behaviours among them
     */
    public static Tally count(long total, List<EnrichedAlert> shown, Collection<Flow> behaviourFlows) {
        List<Entry> timeline = shown.stream().map(Entry::of).sorted(IN_TIME).toList();
        Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
        SortedMap<String, Long> counts = new TreeMap<>();
        int max = 0;
        for (Entry entry : timeline) {
            int score = entry.alert().alert().score();
            max = Math.max(max, score);
            bySeverity.merge(Severity.of(score), 1L, Long::sum);
            entry.codes().forEach(code -> counts.merge(code, 1L, Long::sum));
        }
        return new Tally(
                total,
                shown.size(),
                max,
                bySeverity,
                counts,
                packets(shown, behaviourFlows),
                direction(timeline),
                concentration(shown),
                endpoints(timeline),
                timeline);
    }

    private static Packets packets(List<EnrichedAlert> shown, Collection<Flow> behaviourFlows) {
        Map<UUID, Flow> flows = new HashMap<>();
        behaviourFlows.forEach(f -> flows.put(f.id(), f));
        for (EnrichedAlert alert : shown) {
            Flow flow = alert.alert().evidence().flow();
            if (flow != null) {
                flows.put(flow.id(), flow);
            }
        }
        long[] sums = new long[4];
        for (Flow flow : flows.values()) {
            int at = switch (flow.key().transport()) {
                case TCP -> 0;
                case UDP -> 1;
                case ICMP, ICMPV6 -> 2;
                case ARP -> 3;
                default -> -1;
            };
            if (at >= 0) {
                sums[at] += flow.traffic().total().packets();
            }
        }
        return new Packets(sums[0], sums[1], sums[2], sums[3]);
    }

    private static Direction direction(List<Entry> timeline) {
        long[] sums = new long[4];
        for (Entry entry : timeline) {
            Flow flow = entry.flow();
            IpAddress from = entry.source().address();
            Endpoint to = entry.destination();
            IpAddress asked = to != null ? to.address() : flow == null ? null : flow.responder();
            int at = (internal(entry.alert(), from) ? 0 : 2) + (internal(entry.alert(), asked) ? 0 : 1);
            sums[at]++;
        }
        return new Direction(sums[0], sums[1], sums[2], sums[3]);
    }

    private static boolean internal(EnrichedAlert alert, @Nullable IpAddress address) {
        AddressFacts facts = address == null ? null : alert.facts(address).orElse(null);
        return facts != null && (facts.locality() == Locality.INTERNAL || facts.locality() == Locality.LINK_LOCAL);
    }

    private static List<HostShare> concentration(List<EnrichedAlert> shown) {
        SortedMap<IpAddress, Long> hosts = new TreeMap<>();
        shown.forEach(a -> hosts.merge(a.alert().subject().host(), 1L, Long::sum));
        return hosts.entrySet().stream()
                .map(e -> new HostShare(e.getKey(), e.getValue(), (double) e.getValue() / shown.size()))
                .sorted(Comparator.comparingLong(HostShare::alerts).reversed().thenComparing(HostShare::host))
                .toList();
    }

    private static List<EndpointCount> endpoints(List<Entry> timeline) {
        SortedMap<IpAddress, long[]> ends = new TreeMap<>();
        for (Entry entry : timeline) {
            ends.computeIfAbsent(entry.source().address(), k -> new long[2])[0]++;
            Endpoint to = entry.destination();
            if (to != null) {
                ends.computeIfAbsent(to.address(), k -> new long[2])[1]++;
            }
        }
        return ends.entrySet().stream()
                .map(e -> new EndpointCount(e.getKey(), e.getValue()[0], e.getValue()[1]))
                .sorted(Comparator.comparingLong(EndpointCount::total)
                        .reversed()
                        .thenComparing(EndpointCount::address))
                .toList();
    }
}
