package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;
import java.util.Set;

/** A server's certificate that nobody else vouches for: its subject is its issuer (RFC 5280 section 3.2). */
public final class SelfSigned implements FlowRiskDetector {

    /** Programs whose ends know each other's certificates beforehand. */
    private static final Set<String> OWN = Set.of("AnyDesk");

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_SELFSIGNED_CERTIFICATE;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return Leaf.ofServer(flow, context)
                .filter(TlsCertificate::selfIssued)
                .filter(leaf -> !Applications.any(flow.application(), OWN))
                .map(leaf -> Findings.of(
                        risk(), "Certificate signed by its own subject", leaf.subject(), "an issuer of its own"));
    }
}
