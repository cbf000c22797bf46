package io.wirecase.detection.rare;

import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** The hosts of a site that talk to somebody and those they talk to, while they can be counted. Not thread-safe. */
final class Site {

    /** Fewer hosts and destinations than this are counted, and "so many" stands for more. */
    static final int COUNTED = 64;

    private final Few<IpAddress> hosts = new Few<>(COUNTED);
    private final Few<Long> destinations = new Few<>(COUNTED);
    private boolean grew;

    void add(Contact contact) {
        hosts.add(contact.host());
        destinations.add(contact.hash());
    }

    void join(Site other) {
        grew |= hosts.addAll(other.hosts) | destinations.addAll(other.destinations);
    }

    void settled() {
        hosts.settled();
        destinations.settled();
        grew = false;
    }

    /** Whether it has more hosts or destinations than when it was settled, as far as they are counted. */
    boolean grew() {
        return grew;
    }

    /** Hosts that talk to somebody. */
    Few<IpAddress> hosts() {
        return hosts;
    }

    /** Hashes of the destinations. */
    Few<Long> destinations() {
        return destinations;
    }

    void write(StateWriter out) {
        out.counts(hosts.values().size());
        hosts.values().forEach(host -> out.block(host.bytes()));
        out.counts(destinations.values().size());
        destinations.values().forEach(out::bits);
        out.counts(hosts.many() ? 1 : 0, destinations.many() ? 1 : 0, grew ? 1 : 0);
    }

    void read(StateReader in) {
        List<IpAddress> addresses = new ArrayList<>();
        for (long left = in.count(); left > 0; left--) {
            addresses.add(IpAddress.of(in.block()));
        }
        List<Long> hashes = new ArrayList<>();
        for (long left = in.count(); left > 0; left--) {
            hashes.add(in.bits());
        }
        hosts.restore(addresses, in.count() == 1);
        destinations.restore(hashes, in.count() == 1);
        grew = in.count() == 1;
    }
}
