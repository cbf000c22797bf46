package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/**
 * A ClientHello whose version field is below TLS 1.2, or a server that chose less (RFC 8996 retires what is older).
 * nDPI looks at the client alone.
 */
public final class ObsoleteVersion implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_OBSOLETE_VERSION;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return Hello.overTcp(flow, context).flatMap(tls -> judge(tls, context));
    }

    private Optional<Finding> judge(TlsFacts tls, DetectionContext context) {
        Integer chosen = tls.version();
        if (Hello.version(tls) < Hello.TLS_1_2) {
            return found("TLS 1.1 or older offered", Hello.version(tls));
        }
        return chosen == null || chosen >= Hello.TLS_1_2 || context.ndpiCompatible()
                ? Optional.empty()
                : found("TLS 1.1 or older chosen", chosen);
    }

    private Optional<Finding> found(String description, int version) {
        return Optional.of(Findings.of(risk(), description, Hello.hex(version), "0x0303 (TLS 1.2)"));
    }
}
