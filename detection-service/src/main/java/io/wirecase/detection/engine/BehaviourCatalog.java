package io.wirecase.detection.engine;

import io.wirecase.core.intel.Networks;
import io.wirecase.detection.arp.ArpConflict;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.outlier.MinuteOutlier;
import io.wirecase.detection.outlier.VolumeOutlier;
import io.wirecase.detection.tunnel.DnsTunnel;
import io.wirecase.detection.tunnel.IcmpTunnel;
import java.util.List;

/** Every detector of behaviour other than scans. */
public final class BehaviourCatalog {

    private BehaviourCatalog() {}

    /**
     * One of each.
     *
     * @param networks the operator's networks, which tell inside from outside
     */
    public static List<BehaviourDetector<?, ?>> detectors(Networks networks) {
        return List.of(
                new ArpConflict(),
                new IcmpTunnel(networks),
                new DnsTunnel(),
                new VolumeOutlier(networks),
                new MinuteOutlier());
    }
}
