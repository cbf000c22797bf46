package io.wirecase.detection.app;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;
import java.util.UUID;

/** Finds something in every flow and breaks on one. */
final class FailingDetector implements FlowRiskDetector {

    private final UUID victim;

    FailingDetector(UUID victim) {
        this.victim = victim;
    }

    @Override
    public FlowRisk risk() {
        return FlowRisk.MINOR_ISSUES;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        if (flow.id().equals(victim)) {
            throw new IllegalStateException("a bug");
        }
        return Optional.of(Findings.of(risk(), "anything", null, null));
    }
}
