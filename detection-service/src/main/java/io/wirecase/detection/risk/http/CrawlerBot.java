package io.wirecase.detection.risk.http;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.HttpExchange.Request;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A User-Agent that says it is a crawler or bot, or gives its operator's address as those do. */
public final class CrawlerBot implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.HTTP_CRAWLER_BOT;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return Messages.requests(flow, context).stream()
                .map(Request::userAgent)
                .filter(Objects::nonNull)
                .filter(CrawlerBot::crawls)
                .findFirst()
                .map(agent -> Findings.of(risk(), "User-Agent of a crawler or bot", agent, null));
    }

    private static boolean crawls(UntrustedText agent) {
        String lower = agent.raw().toLowerCase(Locale.ROOT);
        return lower.contains("crawler")
                || lower.contains("bot")
                || lower.contains("+http:")
                || lower.contains(" http:");
    }
}
