package io.wirecase.detection.risk.http;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.HttpExchange.Request;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/** Two dots in a row in a URL: a step out of the folder it names, unless an injection says more. */
public final class SuspiciousUrl implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.HTTP_SUSPICIOUS_URL;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        for (Request request : Messages.requests(flow, context)) {
            if (request.target().raw().contains("..")
                    && Injection.in(request, context).isEmpty()) {
                return Optional.of(Findings.of(
                        risk(), "URL with two dots in a row", request.target(), "a path without steps upwards"));
            }
        }
        return Optional.empty();
    }
}
