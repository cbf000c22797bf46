package io.wirecase.detection.risk.name;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.detection.risk.HostNames;
import io.wirecase.platform.watchlist.ListKind;
import java.util.Optional;

/** A name on a list of risky domains, or one that looks generated and that DNS knows all the same. */
public final class RiskyDomain implements FlowRiskDetector {

    private static final int NO_ERROR = 0;

    @Override
    public FlowRisk risk() {
        return FlowRisk.RISKY_DOMAIN;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return HostNames.all(flow).stream()
                .flatMap(name -> listed(name, context).stream())
                .findFirst()
                .or(() -> answered(flow));
    }

    private Optional<Finding> listed(UntrustedText name, DetectionContext context) {
        return context.lists()
                .findName(ListKind.DOMAINS, HostNames.bare(name))
                .map(match -> Findings.of(risk(), "Name on a list of risky domains", name, match.toString()));
    }

    private Optional<Finding> answered(Flow flow) {
        DnsFacts dns = flow.facts().dns();
        boolean known = dns != null
                && dns.transactions().stream()
                        .anyMatch(one -> one.responseCode() != null && one.responseCode() == NO_ERROR);
        return known
                ? GeneratedName.of(flow)
                        .map(name -> Findings.of(risk(), "Name that looks generated and exists", name, "no such name"))
                : Optional.empty();
    }
}
