package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/** A ClientHello of TLS 1.2 or later that offers no application protocol (RFC 7301): browsers always do. */
public final class NotCarryingHttps implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_NOT_CARRYING_HTTPS;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return Hello.of(flow, context)
                .filter(tls -> Hello.version(tls) >= Hello.TLS_1_2 && tls.alpn().isEmpty())
                .map(tls -> Findings.of(
                        risk(), "TLS hello without an application protocol", null, "an application protocol"));
    }
}
