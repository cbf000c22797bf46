package io.wirecase.report.tally;

import io.wirecase.core.alert.Severity;
import io.wirecase.core.net.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Counts over the alerts that reach the minimum score.
 *
 * @param total alerts in scope
 * @param shown those that reach the minimum score
 * @param maxScore their highest score, 0 without any
 * @param bySeverity how many of each severity; sums to shown
 * @param counts how many carry each finding, by code
 * @param packets packets of the flows with at least one finding, by transport
 * @param direction how many alerts between internal and external hosts, by who began
 * @param concentration hosts by alerts, most first
 * @param endpoints addresses by how often they were source or destination, most first
 * @param timeline the alerts in time order
 */
public record Tally(
        long total,
        long shown,
        int maxScore,
        Map<Severity, Long> bySeverity,
        SortedMap<String, Long> counts,
        Packets packets,
        Direction direction,
        List<HostShare> concentration,
        List<EndpointCount> endpoints,
        List<Entry> timeline) {

    /** The severity of the highest score. */
    public Severity maxSeverity() {
        return Severity.of(maxScore);
    }

    /** Packets of flows with findings. */
    public record Packets(long tcp, long udp, long icmp, long arp) {}

    /** Alerts by where the one who began and the one who was asked are. */
    public record Direction(
            long internalToInternal, long internalToExternal, long externalToInternal, long externalToExternal) {}

    /** A host's share of the alerts, 0 to 1. */
    public record HostShare(IpAddress host, long alerts, double share) {}

    /** How often an address is the source and the destination of an alert. */
    public record EndpointCount(IpAddress address, long asSource, long asDestination) {
        /** Both together. */
        public long total() {
            return asSource + asDestination;
        }
    }
}
