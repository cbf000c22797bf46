package io.wirecase.detection.risk.name;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.detection.risk.HostNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A host name in HTTP, TLS or DNS with characters that no host name has. Names of LLMNR may be of any script (RFC 4795
 * section 2), nDPI judges them all the same.
 */
public final class InvalidCharacters implements FlowRiskDetector {

    private static final Set<String> LLMNR = Set.of("LLMNR");

    @Override
    public FlowRisk risk() {
        return FlowRisk.INVALID_CHARACTERS;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        List<UntrustedText> names = context.ndpiCompatible() && Applications.any(flow.application(), LLMNR)
                ? HostNames.asked(flow)
                : HostNames.all(flow);
        return names.stream()
                .filter(HostNames::invalid)
                .findFirst()
                .map(name -> Findings.of(
                        risk(),
                        "Host name with invalid characters",
                        name,
                        "letters, digits, dots, hyphens, underscores"));
    }
}
