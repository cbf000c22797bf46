package io.wirecase.detection.engine;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.alert.Technique;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.wire.Ids;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs every detector over a flow and makes one alert of what they find. Thread-safe. */
public final class FlowEngine {

    private final List<FlowRiskDetector> detectors;
    private final Supplier<DetectionContext> context;

    /**
     * An engine.
     *
     * @param detectors the detectors in the order of their findings
     */
    public FlowEngine(List<FlowRiskDetector> detectors, DetectionContext context) {
        this(detectors, () -> context);
    }

    /**
     * An engine that knows other things as time goes on; each flow is judged by what is known when it comes.
     *
     * @param detectors the detectors in the order of their findings
     * @param context what they know besides the flow
     */
    public FlowEngine(List<FlowRiskDetector> detectors, Supplier<DetectionContext> context) {
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
        DetectionContext now = context.get();
        List<Finding> findings = new ArrayList<>();
        for (FlowRiskDetector detector : detectors) {
            detector.inspect(flow, now).ifPresent(findings::add);
        }
        return findings.isEmpty() ? Optional.empty() : Optional.of(alert(flow, findings, now));
    }

    private static Alert alert(Flow flow, List<Finding> findings, DetectionContext context) {
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
                techniques(findings));
    }

    /** Each once, in the order of the findings they fit. */
    private static List<Technique> techniques(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> FlowRisk.ofCode(finding.code()).stream())
                .flatMap(risk -> risk.technique().stream())
                .distinct()
                .toList();
    }
}
