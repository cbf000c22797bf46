package io.wirecase.detection.risk;

import io.wirecase.core.intel.Networks;

/**
 * What a detector knows besides the flow.
 *
 * @param networks the networks the operator calls internal
 * @param ndpiCompatible whether risks are judged as nDPI 4.11 does even where that is plainly wrong, so that scores can
 *     be compared; docs/risks.md names each difference
 */
public record DetectionContext(Networks networks, boolean ndpiCompatible) {

    /** Our own judgement. */
    public DetectionContext(Networks networks) {
        this(networks, false);
    }
}
