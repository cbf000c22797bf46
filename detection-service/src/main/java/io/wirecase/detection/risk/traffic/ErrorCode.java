package io.wirecase.detection.risk.traffic;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An error that a server gave as its answer: an HTTP status from 400 to 509, a DNS code other than 0, an SNMP error
 * status (RFC 3416 section 3).
 */
public final class ErrorCode implements FlowRiskDetector {

    private static final int FIRST_ERROR = 400;
    private static final int LAST_ERROR = 509;

    @Override
    public FlowRisk risk() {
        return FlowRisk.ERROR_CODE;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return http(flow, context).or(() -> dns(flow, context)).or(() -> service(flow));
    }

    private Optional<Finding> http(Flow flow, DetectionContext context) {
        HttpFacts http = flow.facts().http();
        if (http == null) {
            return Optional.empty();
        }
        List<HttpExchange.Response> responses = http.exchanges().stream()
                .map(HttpExchange::response)
                .filter(Objects::nonNull)
                .limit(answers(context))
                .toList();
        for (HttpExchange.Response response : responses) {
            if (response.status() >= FIRST_ERROR && response.status() <= LAST_ERROR) {
                return Optional.of(Findings.of(
                        risk(),
                        "HTTP error",
                        new UntrustedText(Integer.toString(response.status())),
                        "below " + FIRST_ERROR));
            }
        }
        return Optional.empty();
    }

    /** nDPI ends its look at a flow with the first answer. */
    private static long answers(DetectionContext context) {
        return context.ndpiCompatible() ? 1 : Long.MAX_VALUE;
    }

    private Optional<Finding> dns(Flow flow, DetectionContext context) {
        DnsFacts dns = flow.facts().dns();
        if (dns == null || Applications.multicastNames(flow)) {
            return Optional.empty();
        }
        return dns.transactions().stream()
                .map(DnsFacts.Transaction::responseCode)
                .filter(Objects::nonNull)
                .limit(answers(context))
                .filter(code -> code != 0)
                .findFirst()
                .map(code ->
                        Findings.of(risk(), "DNS error", new UntrustedText(Integer.toString(code)), "0 (no error)"));
    }

    /** What a protocol with facts of the general shape said of an error, as SNMP does. */
    private Optional<Finding> service(Flow flow) {
        ServiceFacts service = flow.facts().service();
        UntrustedText error = service == null || !service.protocol().equals("SNMP")
                ? null
                : service.details().get("error");
        return error == null ? Optional.empty() : Optional.of(Findings.of(risk(), "SNMP error", error, "0 (no error)"));
    }
}
