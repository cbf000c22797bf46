package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/** A server's certificate outside its validity (RFC 5280 section 4.1.2.5) by the capture's clock. */
public final class Expired implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_CERTIFICATE_EXPIRED;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return Leaf.ofServer(flow, context).flatMap(leaf -> judge(leaf, Leaf.began(flow)));
    }

    private Optional<Finding> judge(TlsCertificate leaf, long now) {
        if (now > leaf.notAfterSeconds()) {
            return found("Certificate no longer valid", "until ", leaf.notAfterSeconds(), now);
        }
        return now < leaf.notBeforeSeconds()
                ? found("Certificate not valid yet", "from ", leaf.notBeforeSeconds(), now)
                : Optional.empty();
    }

    private Optional<Finding> found(String description, String bound, long limit, long now) {
        return Optional.of(
                Findings.of(risk(), description, Leaf.text(bound + Leaf.day(limit)), "valid on " + Leaf.day(now)));
    }
}
