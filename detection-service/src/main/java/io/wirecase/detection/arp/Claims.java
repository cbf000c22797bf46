package io.wirecase.detection.arp;

import io.wirecase.core.net.IpAddress;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who claimed one address in one bucket. Beyond a cap those stations are kept whose mixed numbers are smallest: the
 * same ones in every order, and a station once dropped is never missing half its claims. Not thread-safe.
 */
final class Claims {

    /** The most stations kept: two make a conflict, and a storm of made-up ones shall not fill the store. */
    static final int MAX_CLAIMANTS = 16;

    private static final byte VERSION = 2;
    private static final int HEAD = 1 + Integer.BYTES + 1;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final IpAddress address;
    private int routers;
    private final TreeMap<Long, Claimant> byMac =
            new TreeMap<>(Comparator.comparingLong(Claims::mixed).thenComparingLong(mac -> mac));

    Claims(IpAddress address) {
        this.address = address;
    }

    /** The address. */
    IpAddress address() {
        return address;
    }

    /** Notes that a DHCP server or a router's advertisement names the address as a router's. */
    void namedRouter() {
        routers++;
    }

    /** Whether that was ever so. */
    boolean router() {
        return routers > 0;
    }

    void add(Claim claim) {
        byMac.computeIfAbsent(claim.mac(), any -> new Claimant()).add(claim);
        if (byMac.size() > MAX_CLAIMANTS) {
            byMac.pollLastEntry();
        }
    }

    void join(Claims other) {
        routers += other.routers;
        other.byMac.forEach((mac, claimant) ->
                byMac.computeIfAbsent(mac, any -> new Claimant()).join(claimant));
        while (byMac.size() > MAX_CLAIMANTS) {
            byMac.pollLastEntry();
        }
    }

    /** The stations by their hardware addresses. */
    SortedMap<Long, Claimant> byMac() {
        return byMac;
    }

    byte[] bytes() {
        byte[] its = address.bytes();
        int size = HEAD + its.length;
        for (Claimant claimant : byMac.values()) {
            size += Long.BYTES + claimant.size();
        }
        ByteBuffer out = ByteBuffer.allocate(size).put(VERSION).putInt(routers);
        out.put((byte) its.length).put(its);
        for (Map.Entry<Long, Claimant> entry : byMac.entrySet()) {
            entry.getValue().write(out.putLong(entry.getKey()));
        }
        return out.array();
    }

    static Claims of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException("claims of version " + version);
        }
        int routers = in.getInt();
        byte[] its = new byte[in.get()];
        in.get(its);
        Claims claims = new Claims(IpAddress.of(its));
        claims.routers = routers;
        while (in.hasRemaining()) {
            long mac = in.getLong();
            claims.byMac.put(mac, Claimant.read(in));
        }
        return claims;
    }

    private static long mixed(long mac) {
        long z = mac * GOLDEN;
        return (z ^ z >>> 32) * GOLDEN;
    }
}
