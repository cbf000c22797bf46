package io.wirecase.detection.risk.name;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/** A host name that looks generated. */
public final class SuspiciousDomain implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.SUSPICIOUS_DGA_DOMAIN;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return GeneratedName.of(flow)
                .map(name -> Findings.of(
                        risk(), "Name that reads as random characters", name, "less than a thousand times likelier"));
    }
}
