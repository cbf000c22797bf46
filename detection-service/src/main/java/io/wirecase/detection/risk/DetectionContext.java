package io.wirecase.detection.risk;

import io.wirecase.core.intel.Networks;

/**
 * What a detector knows besides the flow.
 *
 * @param networks the networks the operator calls internal
 */
public record DetectionContext(Networks networks) {}
