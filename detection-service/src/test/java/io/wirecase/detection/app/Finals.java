package io.wirecase.detection.app;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.detection.access.Exfiltration;
import io.wirecase.detection.rare.RareDestination;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last word of every alert over flows of one capture. */
final class Finals {

    private static final Set<String> JUDGED_BESIDE = Set.of(RareDestination.CODE, Exfiltration.CODE);

    private Finals() {}

    static Map<UUID, String> of(List<Flow> flows, int blockSize) {
        try (Bench bench = new Bench(1)) {
            bench.flows(flows, Math.min(blockSize, FlowBlock.MAX_FLOWS));
            bench.end(flows.getFirst(), flows.size());
            return of(bench.read().alerts());
        }
    }

    /** The last word of every alert that stands: that of the highest revision. */
    static Map<UUID, String> of(List<Alert> alerts) {
        return standing(alerts).stream().collect(Collectors.toMap(Alert::id, Finals::withoutRevision));
    }

    /** The last revision of every alert that stands: whether something was taken back again depends on the order. */
    static List<Alert> standing(List<Alert> alerts) {
        return alerts.stream()
                .collect(Collectors.toMap(Alert::id, alert -> alert, (a, b) -> a.revision() > b.revision() ? a : b))
                .values()
                .stream()
                .filter(alert -> alert.status() != Alert.Status.WITHDRAWN)
                .toList();
    }

    /**
     * How often it was revised depends on how flows were cut into blocks, and which of several captures it names last
     * on which came last; what it says must not. A rare destination and an upload there name that one even where it
     * only brought what others are judged beside.
     */
    private static String withoutRevision(Alert alert) {
        Alert first = new Alert(
                alert.id(),
                1,
                Alert.Status.OPEN,
                alert.kind(),
                alert.site(),
                captures(alert).sorted().toList(),
                alert.eventNanos(),
                alert.subject(),
                alert.findings(),
                alert.score(),
                alert.evidence(),
                alert.techniques());
        return new String(Codec.encode(first), StandardCharsets.UTF_8);
    }

    private static Stream<UUID> captures(Alert alert) {
        Behaviour behaviour = alert.evidence().behaviour();
        return behaviour == null || !JUDGED_BESIDE.contains(alert.kind())
                ? alert.captures().stream()
                : behaviour.examples().stream()
                        .map(flow -> flow.origin().captureId())
                        .distinct();
    }
}
