package io.wirecase.detection.arp;

import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Which addresses one station claimed in one bucket, and whether it routes. Beyond a cap those addresses are kept whose
 * mixed numbers are smallest, the same in every order, and how many there were is told from the greatest of these (k
 * minimum values, Bar-Yossef et al. 2002). Not thread-safe.
 */
final class Holdings {

    /** The most addresses kept: a router that answers for whole networks is known long before. */
    static final int MAX_ADDRESSES = 32;

    /** Flows to the outside that a station was sent before it is one that routes. */
    static final int MIN_CARRIED = 3;

    private static final int VERSION = 1;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long mac;
    private final TreeSet<IpAddress> addresses =
            new TreeSet<>(Comparator.<IpAddress>comparingLong(address -> mixed(address) ^ Long.MIN_VALUE)
                    .thenComparing(Comparator.naturalOrder()));
    private long carried;

    Holdings(long mac) {
        this.mac = mac;
    }

    void claimed(IpAddress address) {
        addresses.add(address);
        if (addresses.size() > MAX_ADDRESSES) {
            addresses.pollLast();
        }
    }

    void carried(long flows) {
        carried += flows;
    }

    void join(Holdings other) {
        other.addresses.forEach(this::claimed);
        carried += other.carried;
    }

    /** The station's hardware address. */
    long mac() {
        return mac;
    }

    /** The addresses kept, smallest first. */
    List<IpAddress> addresses() {
        return addresses.stream().sorted().toList();
    }

    /** How many addresses it claimed; an estimate where they are more than are kept. */
    long distinct() {
        if (addresses.size() < MAX_ADDRESSES) {
            return addresses.size();
        }
        double share = (mixed(addresses.last()) >>> 1) / (double) Long.MAX_VALUE;
        return Math.max(MAX_ADDRESSES, Math.round((MAX_ADDRESSES - 1) / Math.max(share, Double.MIN_NORMAL)));
    }

    /** Whether frames for addresses outside went to it. */
    boolean routes() {
        return carried >= MIN_CARRIED;
    }

    byte[] bytes() {
        StateWriter out = new StateWriter(VERSION).bits(mac).counts(carried, addresses.size());
        addresses.forEach(address -> out.block(address.bytes()));
        return out.bytes();
    }

    static Holdings of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        Holdings holdings = new Holdings(in.bits());
        holdings.carried = in.count();
        for (long left = in.count(); left > 0; left--) {
            holdings.addresses.add(IpAddress.of(in.block()));
        }
        return holdings;
    }

    private static long mixed(IpAddress address) {
        long z = (address.high() * GOLDEN ^ address.low()) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 31) * 0x94D049BB133111EBL;
        return z ^ z >>> 29;
    }
}
