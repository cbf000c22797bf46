package io.wirecase.detection.risk.tcp;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.SshFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection that asks what a server is and goes no further: one side alone says anything, over SSH without the
 * server's algorithms or over TLS without a server name. Banner grabbers do that.
 */
public final class ProbingAttempt implements FlowRiskDetector {

    private static final Set<String> TLS = Set.of("TLS", "IMAPS", "POPS", "SMTPS", "FTPS");

    private static final Set<String> SSH = Set.of("SSH");

    @Override
    public FlowRisk risk() {
        return FlowRisk.PROBING_ATTEMPT;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TcpFacts tcp = flow.facts().tcp();
        if (tcp == null || !Applications.seen(flow) || !pushedByBoth(tcp) || !oneSpoke(flow)) {
            return Optional.empty();
        }
        if (Applications.any(flow.application(), SSH)
                && !algorithms(flow.facts().ssh())) {
            return found("SSH asked for its banner only");
        }
        TlsFacts tls = flow.facts().tls();
        return Applications.any(flow.application(), TLS) && (tls == null || tls.serverName() == null)
                ? found("TLS asked for nothing by name and not answered")
                : Optional.empty();
    }

    private Optional<Finding> found(String description) {
        return Optional.of(Findings.of(risk(), description, null, "payload from both sides"));
    }

    private static boolean pushedByBoth(TcpFacts tcp) {
        return (tcp.originatorFlags() & tcp.responderFlags() & TcpFacts.PSH) != 0;
    }

    private static boolean oneSpoke(Flow flow) {
        boolean client = flow.traffic().originator().payloadBytes() > 0;
        boolean server = flow.traffic().responder().payloadBytes() > 0;
        return client != server;
    }

    private static boolean algorithms(@Nullable SshFacts ssh) {
        return ssh != null && ssh.hasshServer() != null;
    }
}
