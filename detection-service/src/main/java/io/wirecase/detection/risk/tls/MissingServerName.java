package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/** A ClientHello of TLS 1.1 or later that names no server, neither in clear nor encrypted (RFC 6066 section 3). */
public final class MissingServerName implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_MISSING_SNI;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return Hello.of(flow, context)
                .filter(Hello::nameless)
                .map(tls -> Findings.of(risk(), "TLS hello without a server name", null, "a server name"));
    }
}
