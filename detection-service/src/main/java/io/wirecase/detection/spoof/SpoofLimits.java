package io.wirecase.detection.spoof;

import java.time.Duration;

/**
 * When what serves a link is not to be trusted.
 *
 * @param settled how long one server serves alone before a second one is late: routers advertise themselves every ten
 *     minutes at the latest (RFC 4861), so those of a pair are seen within that time
 * @param scanTargets addresses one host asks for by ARP within ten seconds
 * @param scanSilentShare the least share of them that nobody answers for
 */
public record SpoofLimits(Duration settled, int scanTargets, double scanSilentShare) {

    /** Starting values; docs/risks.md gives the reasons. */
    public static final SpoofLimits DEFAULT = new SpoofLimits(Duration.ofMinutes(10), 20, 0.7);
}
