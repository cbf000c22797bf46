package io.wirecase.detection.risk.name;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.detection.risk.HostNames;
import java.util.Optional;

/** A host name in HTTP, TLS or DNS with characters that no host name has. */
public final class InvalidCharacters implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.INVALID_CHARACTERS;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return HostNames.all(flow).stream()
                .filter(HostNames::invalid)
                .findFirst()
                .map(name -> Findings.of(
                        risk(),
                        "Host name with invalid characters",
                        name,
                        "letters, digits, dots, hyphens, underscores"));
    }
}
