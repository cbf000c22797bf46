package io.wirecase.report.pattern;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.flow.Flow;
import java.util.Set;

/** Which single-flow alerts a host's behaviour explains: a scan's refused and silent probes are the scan. */
final class Explains {

    private static final Set<String> PROBE_CODES = Set.of("tcp_issues", "unidirectional_traffic", "probing_attempt");

    private Explains() {}

    static boolean flow(Alert behaviour, Alert alert, Flow flow) {
        Behaviour seen = behaviour.evidence().behaviour();
        return seen != null
                && Behaviours.isScan(behaviour.kind())
                && behaviour.site().equals(alert.site())
                && behaviour.subject().host().equals(flow.originator())
                && (behaviour.subject().peer() == null
                        || behaviour.subject().peer().equals(flow.responder()))
                && flow.span().startNanos() >= seen.firstNanos()
                && flow.span().startNanos() <= seen.lastNanos()
                && flow.traffic().responder().payloadBytes() == 0
                && alert.findings().stream().map(Finding::code).allMatch(PROBE_CODES::contains);
    }
}
