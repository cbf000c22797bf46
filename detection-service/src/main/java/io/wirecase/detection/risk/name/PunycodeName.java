package io.wirecase.detection.risk.name;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.detection.risk.HostNames;
import java.util.Locale;
import java.util.Optional;

/** A host name with an internationalised label (RFC 5890), which can look like another name. */
public final class PunycodeName implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.PUNYCODE_IDN;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return HostNames.all(flow).stream()
                .filter(name -> name.raw().toLowerCase(Locale.ROOT).contains("xn--"))
                .findFirst()
                .map(name -> Findings.of(risk(), "Internationalised host name", name, null));
    }
}
