package io.wirecase.detection.app;

import io.wirecase.core.measure.WalkModel;
import io.wirecase.detection.access.AccessLimits;
import io.wirecase.detection.engine.BehaviourLimits;
import io.wirecase.detection.flood.FloodLimits;
import io.wirecase.detection.names.NameLimits;
import io.wirecase.detection.rare.RareLimits;
import io.wirecase.detection.scan.DistributedLimits;
import io.wirecase.detection.scan.Patience;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.spoof.SpoofLimits;
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
                WalkModel.DEFAULT,
                Patience.DEFAULT);
    }

    static BehaviourLimits behaviours(BehaviourConfig config) {
        BehaviourConfig.Names names = config.names();
        BehaviourConfig.Spoof spoof = config.spoof();
        BehaviourConfig.Distributed shared = config.distributed();
        return new BehaviourLimits(
                floods(config.flood()),
                access(config.access()),
                new NameLimits(
                        names.generatedDomains(),
                        names.generatedShare(),
                        names.c2Names(),
                        names.c2Different(),
                        names.c2Span()),
                new SpoofLimits(spoof.settled(), spoof.scanTargets(), spoof.scanSilentShare()),
                new DistributedLimits(
                        shared.window(), shared.sources(), shared.ports(), shared.portsOfOne(), shared.failedShare()),
                rare(config.rare()));
    }

    private static RareLimits rare(BehaviourConfig.Rare rare) {
        return new RareLimits(
                rare.learning(),
                rare.days(),
                rare.hosts(),
                rare.siteHosts(),
                rare.siteDestinations(),
                rare.newcomers());
    }

    private static FloodLimits floods(BehaviourConfig.Flood flood) {
        return new FloodLimits(
                flood.seconds(),
                flood.synPerSecond(),
                flood.synUnansweredShare(),
                flood.synPerPort(),
                new FloodLimits.Datagrams(flood.udpPerSecond(), flood.udpFlows()),
                flood.icmpPerSecond(),
                new FloodLimits.Arp(flood.arpPerSecond(), flood.arpPerTarget()),
                new FloodLimits.Dhcp(flood.dhcpPerSecond(), flood.dhcpMessages()),
                new FloodLimits.Dns(flood.dnsPerMinute(), flood.dnsDifferentShare()),
                new FloodLimits.Reflection(flood.reflectedPerSecond(), flood.reflectedBytes(), flood.reflectedRatio()));
    }

    private static AccessLimits access(BehaviourConfig.Access access) {
        return new AccessLimits(
                new AccessLimits.Guessing(
                        access.guessingWithin(),
                        access.guessingRefused(),
                        access.guessingBrief(),
                        access.guessingFromMany(),
                        access.guessingClients()),
                access.spreadHosts(),
                access.retryAttempts(),
                new AccessLimits.Exfiltration(
                        access.leavingBytes(),
                        access.leavingSymmetry(),
                        access.leavingQuantile(),
                        access.leavingHosts()));
    }

    static Expiry expiry(DetectionConfig.State state) {
        long slots = Math.max(1, state.retention().dividedBy(state.slot()));
        return new Expiry(state.slot(), slots, Expiry.DEFAULT.perWalk(), state.maxEntries());
    }
}
