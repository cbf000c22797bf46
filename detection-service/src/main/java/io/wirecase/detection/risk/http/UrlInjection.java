package io.wirecase.detection.risk.http;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.HttpExchange.Request;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/** Code in the query of a URL. A request has one kind at most: scripts are looked for before SQL before commands. */
public final class UrlInjection implements FlowRiskDetector {

    private final FlowRisk risk;
    private final Injection kind;
    private final String description;

    private UrlInjection(FlowRisk risk, Injection kind, String description) {
        this.risk = risk;
        this.kind = kind;
        this.description = description;
    }

    /** Looks for scripts. */
    public static UrlInjection script() {
        return new UrlInjection(FlowRisk.URL_POSSIBLE_XSS, Injection.SCRIPT, "URL query with a script in it");
    }

    /** Looks for SQL. */
    public static UrlInjection sql() {
        return new UrlInjection(FlowRisk.URL_POSSIBLE_SQL_INJECTION, Injection.SQL, "URL query with SQL in it");
    }

    /** Looks for commands and program text. */
    public static UrlInjection command() {
        return new UrlInjection(
                FlowRisk.URL_POSSIBLE_RCE_INJECTION,
                Injection.COMMAND,
                "URL query with commands or program text in it");
    }

    @Override
    public FlowRisk risk() {
        return risk;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        for (Request request : Messages.requests(flow, context)) {
            if (Injection.in(request, context).filter(found -> found == kind).isPresent()) {
                return Optional.of(Findings.of(risk, description, request.target(), "plain values"));
            }
        }
        return Optional.empty();
    }
}
