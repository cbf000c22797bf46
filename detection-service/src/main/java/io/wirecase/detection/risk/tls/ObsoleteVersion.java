package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/** A ClientHello whose version field is below TLS 1.2 (RFC 8996 retires what is older). */
public final class ObsoleteVersion implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_OBSOLETE_VERSION;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return Hello.overTcp(flow)
                .filter(tls -> Hello.version(tls) < Hello.TLS_1_2)
                .map(tls -> Findings.of(
                        risk(), "TLS 1.1 or older offered", Hello.hex(Hello.version(tls)), "0x0303 (TLS 1.2)"));
    }
}
