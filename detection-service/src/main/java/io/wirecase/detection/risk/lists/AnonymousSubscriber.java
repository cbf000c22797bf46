package io.wirecase.detection.risk.lists;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Locality;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.platform.watchlist.ListKind;
import java.util.Optional;

/** A client that comes out of an anonymising service, so that its address says nothing about who it is. */
public final class AnonymousSubscriber implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.ANONYMOUS_SUBSCRIBER;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        boolean outside = Networks.PRIVATE.locality(flow.originator()) == Locality.EXTERNAL
                && Networks.PRIVATE.locality(flow.responder()) == Locality.EXTERNAL;
        return outside
                ? context.lists()
                        .find(ListKind.EXITS, flow.originator())
                        .map(match -> Findings.of(
                                risk(),
                                "Client behind an anonymising service",
                                new UntrustedText(flow.originator().toString()),
                                match.toString()))
                : Optional.empty();
    }
}
