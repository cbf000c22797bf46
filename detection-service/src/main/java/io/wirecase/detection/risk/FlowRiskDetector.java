package io.wirecase.detection.risk;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import java.util.Optional;

/** Looks for one risk in one flow. A pure function: the same flow and context give the same finding. */
public interface FlowRiskDetector {

    /** The risk it looks for. */
    FlowRisk risk();

    /**
     * Looks at the last part of a flow.
     *
     * @return the finding, or empty when the flow does not have the risk or does not show it
     */
    Optional<Finding> inspect(Flow flow, DetectionContext context);
}
