package io.wirecase.detection.arp;

import io.wirecase.detection.behaviour.JoinedState;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who claimed one address in one bucket. Beyond a cap those stations are kept whose mixed numbers are smallest: the
 * same ones in every order, and a station once dropped is never missing half its claims. Not thread-safe.
 */
public final class Claims implements JoinedState<Claim, Claims> {

    /** The most stations kept: two make a conflict, and a storm of made-up ones shall not fill the store. */
    static final int MAX_CLAIMANTS = 16;

    private static final byte VERSION = 1;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final TreeMap<Long, Claimant> byMac =
            new TreeMap<>(Comparator.comparingLong(Claims::mixed).thenComparingLong(mac -> mac));

    @Override
    public void add(Claim claim) {
        byMac.computeIfAbsent(claim.mac(), any -> new Claimant()).add(claim);
        if (byMac.size() > MAX_CLAIMANTS) {
            byMac.pollLastEntry();
        }
    }

    @Override
    public void join(Claims other) {
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

    @Override
    public byte[] bytes() {
        int size = 1;
        for (Claimant claimant : byMac.values()) {
            size += Long.BYTES + claimant.size();
        }
        ByteBuffer out = ByteBuffer.allocate(size).put(VERSION);
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
        Claims claims = new Claims();
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
