package io.wirecase.detection.risk.traffic;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.DnsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.HttpExchange;
import io.wirecase.core.flow.HttpFacts;
import io.wirecase.core.flow.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An error that a server gave as its answer: an HTTP status from 400 to 509, a DNS code other than 0. */
public final class ErrorCode implements FlowRiskDetector {

    private static final int FIRST_ERROR = 400;
    private static final int LAST_ERROR = 509;

    @Override
    public FlowRisk risk() {
        return FlowRisk.ERROR_CODE;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return http(flow.facts().http()).or(() -> dns(flow));
    }

    private Optional<Finding> http(@Nullable HttpFacts http) {
        if (http == null) {
            return Optional.empty();
        }
        for (HttpExchange exchange : http.exchanges()) {
            HttpExchange.Response response = exchange.response();
            if (response != null && response.status() >= FIRST_ERROR && response.status() <= LAST_ERROR) {
                return Optional.of(Findings.of(
                        risk(),
                        "HTTP error",
                        new UntrustedText(Integer.toString(response.status())),
                        "below " + FIRST_ERROR));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> dns(Flow flow) {
        DnsFacts dns = flow.facts().dns();
        if (dns == null || Applications.multicastNames(flow)) {
            return Optional.empty();
        }
        for (DnsFacts.Transaction transaction : dns.transactions()) {
            Integer code = transaction.responseCode();
            if (code != null && code != 0) {
                return Optional.of(
                        Findings.of(risk(), "DNS error", new UntrustedText(Integer.toString(code)), "0 (no error)"));
            }
        }
        return Optional.empty();
    }
}
