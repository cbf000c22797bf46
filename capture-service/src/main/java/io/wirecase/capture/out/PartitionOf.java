package io.wirecase.capture.out;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.flow.Transport;
import io.wirecase.core.wire.Partitioning;
import java.util.HashMap;
import java.util.Map;

/** Which partition a flow goes to, remembered for originators that come again. */
final class PartitionOf {

    private static final int REMEMBERED = 1 << 16;

    private final String site;
    private final int partitions;
    private final Map<IpAddress, Integer> known = new HashMap<>();

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
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(host, address -> of(transport, address));
    }

    private int of(Transport transport, IpAddress host) {
        return Partitioning.partition(Partitioning.flowKey(site, transport, host), partitions);
    }
}
