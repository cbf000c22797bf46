package io.wirecase.detection.engine;

import io.wirecase.core.intel.Networks;
import io.wirecase.detection.access.BruteForce;
import io.wirecase.detection.access.Exfiltration;
import io.wirecase.detection.access.LateralMovement;
import io.wirecase.detection.access.Mining;
import io.wirecase.detection.access.ProxyTunnel;
import io.wirecase.detection.access.RefusedRetry;
import io.wirecase.detection.arp.ArpConflict;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.SubjectDetector;
import io.wirecase.detection.flood.ArpFlood;
import io.wirecase.detection.flood.DhcpFlood;
import io.wirecase.detection.flood.DnsFlood;
import io.wirecase.detection.flood.IcmpFlood;
import io.wirecase.detection.flood.Reflection;
import io.wirecase.detection.flood.SynFlood;
import io.wirecase.detection.flood.UdpFlood;
import io.wirecase.detection.names.DgaBurst;
import io.wirecase.detection.names.DnsC2;
import io.wirecase.detection.outlier.MinuteOutlier;
import io.wirecase.detection.outlier.VolumeOutlier;
import io.wirecase.detection.rare.RareDestination;
import io.wirecase.detection.scan.DistributedScan;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.spoof.ArpScan;
import io.wirecase.detection.spoof.RogueServer;
import io.wirecase.detection.tally.TallyDetector;
import io.wirecase.detection.timing.Beacon;
import io.wirecase.detection.timing.LongConnection;
import io.wirecase.detection.tunnel.DnsTunnel;
import io.wirecase.detection.tunnel.IcmpTunnel;
import java.time.Duration;
import java.util.List;

/** Every detector of behaviour other than scans. */
public final class BehaviourCatalog {

    private BehaviourCatalog() {}

    /** One of each with the usual limits. */
    public static List<BehaviourDetector<?, ?>> detectors(Networks networks) {
        return detectors(networks, BehaviourLimits.DEFAULT, ScanSettings.DEFAULT.bucket());
    }

    /**
     * One of each whose subjects are originators, or whose flows meet on one partition anyway.
     *
     * @param networks the operator's networks, which tell inside from outside
     * @param scanBucket the bucket of the scan state
     */
    public static List<BehaviourDetector<?, ?>> detectors(
            Networks networks, BehaviourLimits limits, Duration scanBucket) {
        return List.of(
                new IcmpTunnel(networks),
                new DnsTunnel(),
                new VolumeOutlier(networks),
                new MinuteOutlier(),
                new TallyDetector(BruteForce.ofOneClient(limits.access(), networks)),
                new TallyDetector(new Mining(networks)),
                new TallyDetector(new ProxyTunnel(networks)),
                new Exfiltration(limits.access(), networks),
                new RefusedRetry(limits.access(), scanBucket, networks),
                new TallyDetector(new DgaBurst(limits.names())),
                new TallyDetector(new DnsC2(limits.names())),
                new TallyDetector(new ArpScan(limits.spoofs())),
                new TallyDetector(new ArpFlood(limits.floods())),
                new Beacon(networks),
                new LongConnection(networks));
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
                new TallyDetector(new Reflection(limits.floods(), networks)),
                new TallyDetector(new DnsFlood(limits.floods(), networks)),
                new TallyDetector(new DhcpFlood(limits.floods())),
                new TallyDetector(BruteForce.ofMany(limits.access(), networks)),
                new TallyDetector(new LateralMovement(limits.access(), networks)),
                new ArpConflict(networks),
                new DistributedScan(limits.distributed(), networks),
                new RareDestination(limits.rare(), networks, new Exfiltration(limits.access(), networks)),
                RogueServer.dhcp(limits.spoofs()),
                RogueServer.router(limits.spoofs()));
    }
}
