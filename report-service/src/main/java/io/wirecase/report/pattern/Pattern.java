package io.wirecase.report.pattern;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.wire.Ids;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Alerts that belong together.
 *
 * @param key what makes them one
 * @param alerts all of them in time order, those below the minimum score too
 * @param shown those that reach the minimum score, at least one
 * @param peers the other ends seen in them, in address order
 * @param addresses facts on the host and its peers, by address
 */
public record Pattern(
        PatternKey key,
        List<EnrichedAlert> alerts,
        List<EnrichedAlert> shown,
        SortedSet<IpAddress> peers,
        Map<IpAddress, AddressFacts> addresses) {

    /** Keeps its own copies of the lists. */
    public Pattern {
        alerts = List.copyOf(alerts);
        shown = List.copyOf(shown);
    }

    /** A stable id: the same pattern has it in every report on the site. */
    public UUID id() {
        return Ids.named(
                "pattern",
                key.site(),
                key.host().toString(),
                key.role().name(),
                key.entity().kind().name(),
                key.entity().text().raw(),
                key.behaviour());
    }

    /**
     * Whom the host talks to, for readers: the key's entity, but where a behaviour that is no scan has a single other
     * end, that one.
     */
    public Entity otherEnd() {
        boolean single = key.entity().kind() == Entity.Kind.MANY && peers.size() == 1;
        return single && !Behaviours.isScan(key.behaviour()) ? Entity.ofAddress(peers.first(), null) : key.entity();
    }

    /** The highest score of its alerts. */
    public int score() {
        return shown.stream().mapToInt(a -> a.alert().score()).max().orElse(0);
    }

    /** How many of the shown alerts have each finding, by code. */
    public SortedMap<String, Long> codes() {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (EnrichedAlert alert : shown) {
            alert.alert().findings().stream()
                    .map(Finding::code)
                    .distinct()
                    .forEach(code -> counts.merge(code, 1L, Long::sum));
        }
        return counts;
    }

    /** The flows that the alerts embed, without the examples of behaviours, in time order. */
    public List<Flow> alertedFlows() {
        return alerts.stream()
                .map(a -> a.alert().evidence().flow())
                .filter(f -> f != null)
                .toList();
    }

    /** The alerts of its behaviour, empty for patterns of single flows. */
    public List<Alert> behaviours() {
        return alerts.stream()
                .map(EnrichedAlert::alert)
                .filter(a -> a.evidence().behaviour() != null)
                .toList();
    }
}
