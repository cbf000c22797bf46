package io.wirecase.detection.engine;

import io.wirecase.detection.access.AccessLimits;
import io.wirecase.detection.flood.FloodLimits;
import io.wirecase.detection.names.NameLimits;
import io.wirecase.detection.rare.RareLimits;
import io.wirecase.detection.scan.DistributedLimits;
import io.wirecase.detection.spoof.SpoofLimits;

/**
 * The limits of behaviours; scans of one host have their own.
 *
 * @param floods when a rate is a flood
 * @param access when access is more than ordinary use
 * @param names when lookups are more than lookups
 * @param spoofs when what serves a link is not to be trusted
 * @param distributed when many sources share a scan
 * @param rare when a destination is new and rare
 */
public record BehaviourLimits(
        FloodLimits floods,
        AccessLimits access,
        NameLimits names,
        SpoofLimits spoofs,
        DistributedLimits distributed,
        RareLimits rare) {

    /** All as documented. */
    public static final BehaviourLimits DEFAULT = new BehaviourLimits(
            FloodLimits.DEFAULT,
            AccessLimits.DEFAULT,
            NameLimits.DEFAULT,
            SpoofLimits.DEFAULT,
            DistributedLimits.DEFAULT,
            RareLimits.DEFAULT);
}
