package io.wirecase.capture.out;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.wire.Partitioning;
import org.jspecify.annotations.Nullable;

/** Which partition a flow goes to, remembered for originators that come again soon. */
final class PartitionOf {

    /** A power of two; a host that finds its place taken takes it over. */
    private static final int PLACES = 1 << 13;

    private static final int SPREAD = 0x9E3779B9;
    private static final int SHIFT = Integer.numberOfLeadingZeros(PLACES) + 1;

    private final String site;
    private final int partitions;
    private final @Nullable IpAddress[] hosts = new IpAddress[PLACES];
    private final int[] theirs = new int[PLACES];

    PartitionOf(String site, int partitions) {
        this.site = site;
        this.partitions = partitions;
    }

    int flow(Flow flow) {
        Transport transport = flow.key().transport();
        IpAddress host = flow.originator();
        if (transport == Transport.ARP) {
            return of(transport, host);
        }
        int at = host.hashCode() * SPREAD >>> SHIFT;
        if (!host.equals(hosts[at])) {
            hosts[at] = host;
            theirs[at] = of(transport, host);
        }
        return theirs[at];
    }

    private int of(Transport transport, IpAddress host) {
        return Partitioning.partition(Partitioning.flowKey(site, transport, host), partitions);
    }
}
