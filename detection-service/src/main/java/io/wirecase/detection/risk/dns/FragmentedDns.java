package io.wirecase.detection.risk.dns;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.LaterFragments;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/**
 * DNS over UDP in IP fragments: all but the first have no port and no message id, so that forged ones slip into caches
 * (RFC 9715). Answers with keys and signatures are often that large.
 */
public final class FragmentedDns implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.DNS_FRAGMENTED;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        LaterFragments fragments = flow.traffic().fragments();
        boolean dns = flow.key().transport() == Transport.UDP
                && flow.application().carrier().equals("DNS");
        if (!dns || fragments == null) {
            return Optional.empty();
        }
        long packets = fragments.originator().plus(fragments.responder()).packets();
        return Optional.of(Findings.of(
                risk(),
                "DNS message in IP fragments",
                new UntrustedText(packets + (packets == 1 ? " later fragment" : " later fragments")),
                "whole datagrams"));
    }
}
