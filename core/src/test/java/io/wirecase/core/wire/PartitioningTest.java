package io.wirecase.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.flow.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitioningTest {

    private static final int PARTITIONS = 1009;

    @Test
    void hostsOfASiteGoWhereTheirKeysSay() {
        Partitioning.OfHosts hosts = new Partitioning.OfHosts("münchen", PARTITIONS);
        List<String> addresses =
                List.of("0.0.0.0", "9.10.99.100", "192.168.1.10", "255.255.255.255", "fe80::1", "::ffff:10.0.0.1");

        for (String text : addresses) {
            IpAddress host = IpAddress.of(text);
            assertThat(hosts.of(host))
                    .as(text)
                    .isEqualTo(Partitioning.partition(Partitioning.key("münchen", host), PARTITIONS));
        }
    }
}
