package io.wirecase.detection.engine;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.wire.Ids;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs every detector over a flow and makes one alert of what they find. Pure and thread-safe. */
public final class FlowEngine {

    private final List<FlowRiskDetector> detectors;
    private final DetectionContext context;

    /**
     * An engine.
     *
     * @param detectors the detectors in the order of their findings
     */
    public FlowEngine(List<FlowRiskDetector> detectors, DetectionContext context) {
        this.detectors = List.copyOf(detectors);
        this.context = context;
    }

    /**
     * The alert of a flow.
     *
     * @return empty without findings, and for a flow of which more parts follow: its last part has all there is
     */
    public Optional<Alert> inspect(Flow flow) {
        if (!flow.ending().last()) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        for (FlowRiskDetector detector : detectors) {
            detector.inspect(flow, context).ifPresent(findings::add);
        }
        return findings.isEmpty() ? Optional.empty() : Optional.of(alert(flow, findings));
    }

    private Alert alert(Flow flow, List<Finding> findings) {
        boolean responderIsOurs = context.networks().internal(flow.responder())
                && !context.networks().internal(flow.originator());
        IpAddress host = responderIsOurs ? flow.responder() : flow.originator();
        IpAddress peer = responderIsOurs ? flow.originator() : flow.responder();
        Subject subject = new Subject(Subject.Type.FLOW, host, peer, flow.id());
        String site = flow.origin().site();
        return new Alert(
                Ids.alert(site, Alert.FLOW, subject, 0),
                1,
                Alert.Status.OPEN,
                Alert.FLOW,
                site,
                List.of(flow.origin().captureId()),
                flow.span().startNanos(),
                subject,
                findings,
                Scores.total(findings),
                new Alert.Evidence(flow, null),
                List.of());
    }
}
