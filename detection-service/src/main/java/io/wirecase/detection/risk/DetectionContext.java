package io.wirecase.detection.risk;

import io.wirecase.core.intel.Networks;
import io.wirecase.platform.watchlist.Watchlists;

/**
 * What a detector knows besides the flow.
 *
 * @param networks the networks the operator calls internal
 * @param ndpiCompatible whether risks are judged as nDPI 4.11 does even where that is plainly wrong, so that scores can
 *     be compared; docs/risks.md names each difference
 * @param lists what the operator's lists say is bad
 */
public record DetectionContext(Networks networks, boolean ndpiCompatible, Watchlists lists) {

    /** Without lists. */
    public DetectionContext(Networks networks, boolean ndpiCompatible) {
        this(networks, ndpiCompatible, Watchlists.NONE);
    }

    /** Our own judgement. */
    public DetectionContext(Networks networks) {
        this(networks, false);
    }

    /** The same with other lists. */
    public DetectionContext with(Watchlists others) {
        return new DetectionContext(networks, ndpiCompatible, others);
    }
}
