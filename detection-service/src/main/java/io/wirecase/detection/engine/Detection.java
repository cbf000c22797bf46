package io.wirecase.detection.engine;

import io.wirecase.core.intel.Networks;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.SubjectDetector;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.scan.ScanAlerts;
import io.wirecase.detection.scan.ScanJudge;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.sighting.FactReader;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that judges: pure parts, made once.
 *
 * @param flows looks at single flows
 * @param scans decides what contacts amount to
 * @param wording words scans as alerts
 * @param settings the limits of scans
 * @param behaviours finds behaviours of originators other than scans
 * @param subjects finds behaviours of those whom flows of many originators concern
 * @param facts reads what flows tell of hosts
 */
public record Detection(
        FlowEngine flows,
        ScanJudge scans,
        ScanAlerts wording,
        ScanSettings settings,
        List<BehaviourDetector<?, ?>> behaviours,
        List<SubjectDetector<?, ?>> subjects,
        FactReader facts) {

    /** Keeps its own copies of the lists. */
    public Detection {
        behaviours = List.copyOf(behaviours);
        subjects = List.copyOf(subjects);
    }

    /** Everything in the catalog, with limits and the operator's networks. */
    public static Detection of(ScanSettings settings, Networks networks) {
        return of(settings, new DetectionContext(networks));
    }

    /** Everything in the catalog, with limits and what detectors of single flows know besides the flow. */
    public static Detection of(ScanSettings settings, DetectionContext context) {
        return of(settings, context, BehaviourLimits.DEFAULT);
    }

    /** The same with limits of behaviours. */
    public static Detection of(ScanSettings settings, DetectionContext context, BehaviourLimits limits) {
        return of(settings, () -> context, limits);
    }

    /** The same where the lists that are known besides the flow change as time goes on. */
    public static Detection of(ScanSettings settings, Supplier<DetectionContext> context, BehaviourLimits limits) {
        Networks networks = context.get().networks();
        return new Detection(
                new FlowEngine(DetectorCatalog.detectors(), context),
                new ScanJudge(settings),
                new ScanAlerts(settings, networks),
                settings,
                BehaviourCatalog.detectors(networks, limits, settings.bucket()),
                BehaviourCatalog.subjects(networks, limits),
                new FactReader(networks));
    }
}
