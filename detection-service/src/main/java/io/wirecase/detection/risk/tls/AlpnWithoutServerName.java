package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/** A ClientHello that offers HTTP but names no server, which every browser does. */
public final class AlpnWithoutServerName implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_ALPN_SNI_MISMATCH;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return Hello.of(flow, context)
                .filter(Hello::nameless)
                .flatMap(tls -> tls.alpn().stream()
                        .filter(protocol -> protocol.raw().startsWith("h"))
                        .findFirst()
                        .map(protocol ->
                                Findings.of(risk(), "HTTP offered without a server name", protocol, "a server name")));
    }
}
