package io.wirecase.detection.risk.dns;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/**
 * A DNS message over UDP that is larger than anybody said it can take: 512 bytes (RFC 1035 section 2.3.4), or what
 * either side said with EDNS (RFC 6891 section 6.2.3). nDPI calls all beyond 512 large where the message that says
 * so is another one.
 */
public final class LargeDns implements FlowRiskDetector {

    private static final int PLAIN_LIMIT = 512;

    @Override
    public FlowRisk risk() {
        return FlowRisk.DNS_LARGE_PACKET;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        DnsFacts dns = flow.facts().dns();
        DnsFacts.Datagrams datagrams = dns == null ? null : dns.datagrams();
        if (datagrams == null || !flow.application().carrier().equals("DNS")) {
            return Optional.empty();
        }
        Integer told = datagrams.ednsBytes();
        int limit = told == null || context.ndpiCompatible() ? PLAIN_LIMIT : Math.max(PLAIN_LIMIT, told);
        return datagrams.largestBytes() <= limit
                ? Optional.empty()
                : Optional.of(Findings.of(
                        risk(),
                        "DNS message larger than agreed",
                        new UntrustedText(datagrams.largestBytes() + " bytes"),
                        "at most " + limit + " bytes"));
    }
}
