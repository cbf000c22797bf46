package io.wirecase.detection.engine;

import io.wirecase.detection.flood.FloodLimits;

/**
 * The limits of behaviours; scans have their own.
 *
 * @param floods when a rate is a flood
 */
public record BehaviourLimits(FloodLimits floods) {

    /** All as documented. */
    public static final BehaviourLimits DEFAULT = new BehaviourLimits(FloodLimits.DEFAULT);
}
