package io.wirecase.report.tally;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.net.Endpoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert on the timeline.
 *
 * @param alert the alert
 * @param flow its flow, or a behaviour's first example, or null when there is none
 */
public record Entry(EnrichedAlert alert, @Nullable Flow flow) {

    private static final long MINUTE = 60_000_000_000L;

    static Entry of(EnrichedAlert alert) {
        Flow flow = alert.alert().evidence().flow();
        Behaviour behaviour = alert.alert().evidence().behaviour();
        if (flow == null && behaviour != null && !behaviour.examples().isEmpty()) {
            flow = behaviour.examples().getFirst();
        }
        return new Entry(alert, flow);
    }

    /** Capture time of what it is about. */
    public long timeNanos() {
        return alert.alert().eventNanos();
    }

    /** The first nanosecond of its minute. */
    public long minuteNanos() {
        return Math.floorDiv(timeNanos(), MINUTE) * MINUTE;
    }

    /** Number of the first packet, or null when no flow is known. */
    public @Nullable Long packet() {
        return flow == null ? null : (Long) flow.span().firstPacket();
    }

    /** The transport and what it carries, outermost first. */
    public List<String> protocols() {
        if (flow == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>(List.of(flow.key().transport().name()));
        names.addAll(flow.application().protocols());
        return names;
    }

    /** Who began. */
    public Endpoint source() {
        Alert a = alert.alert();
        return flow == null || a.evidence().flow() == null
                ? new Endpoint(a.subject().host(), null)
                : flow.key().originator();
    }

    /** Who was asked, or null for a behaviour towards many. */
    public @Nullable Endpoint destination() {
        Alert a = alert.alert();
        if (a.evidence().flow() != null) {
            return a.evidence().flow().key().responder();
        }
        return a.subject().peer() == null ? null : new Endpoint(a.subject().peer(), null);
    }

    /** The codes of its findings, as listed. */
    public List<String> codes() {
        return alert.alert().findings().stream().map(Finding::code).distinct().toList();
    }
}
