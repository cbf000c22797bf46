package io.wirecase.detection.risk.traffic;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.IcmpFacts;
import io.wirecase.core.flow.Transport;
import io.wirecase.core.flow.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/** An ICMP message of a type or code that nobody has assigned (IANA ICMP parameters). */
public final class MalformedPacket implements FlowRiskDetector {

    private static final int LAST_ASSIGNED = 43;
    private static final int FIRST_EXPERIMENTAL = 253;
    private static final int LAST_CODE = 15;

    @Override
    public FlowRisk risk() {
        return FlowRisk.MALFORMED_PACKET;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        IcmpFacts icmp = flow.facts().icmp();
        if (icmp == null || flow.key().transport() != Transport.ICMP) {
            return Optional.empty();
        }
        boolean type = icmp.type() > LAST_ASSIGNED && icmp.type() < FIRST_EXPERIMENTAL;
        if (!type && icmp.code() <= LAST_CODE) {
            return Optional.empty();
        }
        return Optional.of(Findings.of(
                risk(),
                "ICMP message of an unassigned kind",
                new UntrustedText("type " + icmp.type() + ", code " + icmp.code()),
                "type up to " + LAST_ASSIGNED + ", code up to " + LAST_CODE));
    }
}
