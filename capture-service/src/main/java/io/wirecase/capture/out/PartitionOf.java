package io.wirecase.capture.out;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.flow.Transport;
import io.wirecase.core.wire.Partitioning;

/** Which partition a flow of one capture goes to. */
final class PartitionOf {

    /** ARP of a site goes to one partition, whoever asks. */
    private static final IpAddress NOBODY = IpAddress.v4(0);

    private final Partitioning.OfHosts hosts;
    private final int ofArp;

    PartitionOf(String site, int partitions) {
        this.hosts = new Partitioning.OfHosts(site, partitions);
        this.ofArp = Partitioning.partition(Partitioning.flowKey(site, Transport.ARP, NOBODY), partitions);
    }

    int flow(Flow flow) {
        return flow.key().transport() == Transport.ARP ? ofArp : hosts.of(flow.originator());
    }
}
