package io.wirecase.detection.engine;

import io.wirecase.core.intel.Networks;
import io.wirecase.detection.arp.ArpConflict;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.SubjectDetector;
import io.wirecase.detection.flood.IcmpFlood;
import io.wirecase.detection.flood.Reflection;
import io.wirecase.detection.flood.SynFlood;
import io.wirecase.detection.flood.UdpFlood;
import io.wirecase.detection.outlier.MinuteOutlier;
import io.wirecase.detection.outlier.VolumeOutlier;
import io.wirecase.detection.tally.TallyDetector;
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

    /**
     * One of each whose subjects are not the originators of flows.
     *
     * @param networks the operator's networks, which tell inside from outside
     */
    public static List<SubjectDetector<?, ?>> subjects(Networks networks, BehaviourLimits limits) {
        return List.of(
                new TallyDetector(new SynFlood(limits.floods(), networks)),
                new TallyDetector(new UdpFlood(limits.floods(), networks)),
                new TallyDetector(new IcmpFlood(limits.floods(), networks)),
                new TallyDetector(new Reflection(limits.floods(), networks)));
    }
}
