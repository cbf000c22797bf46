package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.time.Duration;
import java.util.Optional;

/**
 * A server's certificate that is valid by the capture's clock but not for much longer. Certificates of few days are
 * renewed in their last third by custom, so there half of that is left before it is late.
 */
public final class AboutToExpire implements FlowRiskDetector {

    private static final long NOTICE = Duration.ofDays(30).toSeconds();
    private static final int SHARE = 6;

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_CERTIFICATE_ABOUT_TO_EXPIRE;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        long now = Leaf.began(flow);
        return Leaf.ofServer(flow, context)
                .filter(leaf -> now >= leaf.notBeforeSeconds() && now <= leaf.notAfterSeconds())
                .filter(leaf -> leaf.notAfterSeconds() - now < notice(leaf, context))
                .map(leaf -> Findings.of(
                        risk(),
                        "Certificate soon no longer valid",
                        Leaf.text("until " + Leaf.day(leaf.notAfterSeconds())),
                        "at least " + Duration.ofSeconds(notice(leaf, context)).toDays() + " days after "
                                + Leaf.day(now)));
    }

    private static long notice(TlsCertificate leaf, DetectionContext context) {
        long life = leaf.notAfterSeconds() - leaf.notBeforeSeconds();
        return context.ndpiCompatible() ? NOTICE : Math.min(NOTICE, life / SHARE);
    }
}
