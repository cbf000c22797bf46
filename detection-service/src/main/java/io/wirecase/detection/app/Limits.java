package io.wirecase.detection.app;

import io.wirecase.core.measure.WalkModel;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.store.Expiry;

/** From configuration to the values that plain rooms take. */
final class Limits {

    private Limits() {}

    static ScanSettings scan(DetectionConfig.Scan scan) {
        return new ScanSettings(
                scan.bucket(),
                scan.maxPairs(),
                scan.minFailureShare(),
                scan.minSilentShare(),
                scan.minPairs(),
                scan.minWalkPairs(),
                scan.minWalkFailures(),
                scan.maxExplainedShare(),
                scan.minOddPorts(),
                WalkModel.DEFAULT);
    }

    static Expiry expiry(DetectionConfig.State state) {
        long slots = Math.max(1, state.retention().dividedBy(state.slot()));
        return new Expiry(state.slot(), slots, Expiry.DEFAULT.perWalk(), state.maxEntries());
    }
}
