package io.wirecase.capture.application.labels;

import io.wirecase.core.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applications by network. Networks are disjoint, and those of IPv6 have prefixes of at most 64 bits. */
final class NetworkLabels {

    private final List<Network> v4;
    private final List<Network> v6;

    /** The addresses from first to last, of IPv6 their upper halves; compared without sign. */
    private record Network(LabelFile.Entry entry, boolean v4, long first, long last) {}

    private NetworkLabels(List<Network> all) {
        v4 = sorted(all, true);
        v6 = sorted(all, false);
    }

    /**
     * The table of some entries.
     *
     * @throws IllegalArgumentException when one is no network, or overlaps with another
     */
    static NetworkLabels of(List<LabelFile.Entry> entries) {
        return new NetworkLabels(entries.stream().map(NetworkLabels::network).toList());
    }

    private static Network network(LabelFile.Entry entry) {
        int slash = entry.value().indexOf('/');
        Optional<IpAddress> address =
                slash < 0 ? Optional.empty() : IpAddress.parse(entry.value().substring(0, slash));
        if (address.isEmpty() || !entry.value().substring(slash + 1).matches("\\d{1,2}")) {
            throw entry.bad("is no network");
        }
        IpAddress base = address.get();
        int bits = Integer.parseInt(entry.value().substring(slash + 1));
        int width = base.v4() ? 32 : 64;
        if (bits < 1 || bits > width) {
            throw entry.bad("has a prefix that is not of 1 to " + width + " bits");
        }
        long rest = bits == width ? 0 : (1L << width - bits) - 1;
        if ((key(base) & rest) != 0 || !base.v4() && base.low() != 0) {
            throw entry.bad("has bits beyond its prefix");
        }
        return new Network(entry, base.v4(), key(base), key(base) | rest);
    }

    private static long key(IpAddress address) {
        return address.v4() ? address.low() & 0xFFFF_FFFFL : address.high();
    }

    private static List<Network> sorted(List<Network> all, boolean v4) {
        List<Network> its =
                new ArrayList<>(all.stream().filter(n -> n.v4() == v4).toList());
        its.sort(Comparator.comparing(Network::first, Long::compareUnsigned));
        for (int i = 1; i < its.size(); i++) {
            if (Long.compareUnsigned(its.get(i).first(), its.get(i - 1).last()) <= 0) {
                throw its.get(i)
                        .entry()
                        .bad("overlaps with " + its.get(i - 1).entry().value());
            }
        }
        return List.copyOf(its);
    }

    /** The application an address belongs to, or null when it is in no table. */
    @Nullable
    String find(IpAddress address) {
        List<Network> table = address.v4() ? v4 : v6;
        long key = key(address);
        int low = 0;
        int high = table.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Network network = table.get(middle);
            if (Long.compareUnsigned(key, network.first()) < 0) {
                high = middle - 1;
            } else if (Long.compareUnsigned(key, network.last()) > 0) {
                low = middle + 1;
            } else {
                return network.entry().application();
            }
        }
        return null;
    }
}
