package io.wirecase.detection.scan;

import java.time.Duration;

/**
 * When many sources share a scan.
 *
 * @param window the time they must fall into
 * @param sources sources that try few ports each
 * @param ports ports they try together
 * @param portsOfOne ports of one source on average: made-up sources and the noise of the internet try one each
 * @param failedShare the least share of tries that failed
 */
public record DistributedLimits(Duration window, int sources, int ports, double portsOfOne, double failedShare) {

    /** Eight sources and 30 ports; the rest are starting values. */
    public static final DistributedLimits DEFAULT = new DistributedLimits(Duration.ofHours(1), 8, 30, 2, 0.7);
}
