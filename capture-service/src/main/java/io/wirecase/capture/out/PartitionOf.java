package io.wirecase.capture.out;

import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.wire.Partitioning;
import java.util.HashMap;
import java.util.Map;

/** Which partition an originator's flows go to, remembered for those that come again. */
final class PartitionOf {

    private static final int REMEMBERED = 1 << 16;

    private final String site;
    private final int partitions;
    private final Map<IpAddress, Integer> known = new HashMap<>();

    PartitionOf(String site, int partitions) {
        this.site = site;
        this.partitions = partitions;
    }

    int originator(IpAddress host) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(
                host, address -> Partitioning.partition(Partitioning.key(site, address), partitions));
    }
}
