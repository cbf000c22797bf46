package io.wirecase.detection.risk.dns;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/** A DNS answer that may not be kept for a second. Multicast DNS says goodbye with it (RFC 6762 10.1), so
 * only DNS itself is looked at. */
public final class MinorIssues implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.MINOR_ISSUES;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        if (!flow.application().carrier().equals("DNS")) {
            return Optional.empty();
        }
        return Transactions.of(flow, context).stream()
                .flatMap(transaction -> transaction.answers().stream())
                .filter(answer -> answer.ttlSeconds() == 0)
                .findFirst()
                .map(answer -> Findings.of(
                        risk(), "DNS answer with a time to live of 0", new UntrustedText("0"), "at least 1 s"));
    }
}
