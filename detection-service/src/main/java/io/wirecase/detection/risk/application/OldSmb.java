package io.wirecase.detection.risk.application;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/**
 * A session of SMB version 1 ([MS-CIFS]), which its maker withdrew in 2013. To ask for it is not enough: clients that
 * speak later versions begin with its NEGOTIATE request so that old servers understand them.
 */
public final class OldSmb implements FlowRiskDetector {

    private static final String PROTOCOL = "SMBv1";
    private static final String ASKS = "NEGOTIATE";

    @Override
    public FlowRisk risk() {
        return FlowRisk.SMB_INSECURE_VERSION;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        ServiceFacts service = flow.facts().service();
        return service == null
                        || !service.protocol().equals(PROTOCOL)
                        || flow.key().transport() != Transport.TCP
                ? Optional.empty()
                : service.requests().stream()
                        .filter(request -> !request.equals(ASKS))
                        .findFirst()
                        .map(request -> Findings.of(
                                risk(), "Session of SMB version 1", new UntrustedText(request), "SMB 2 or later"));
    }
}
