package io.wirecase.detection.arp;

import io.wirecase.core.fact.ArpMessages;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** All claims of one station to one address in one bucket. Joining is commutative. Not thread-safe. */
final class Claimant {

    /** Minutes of a bucket. */
    static final int MINUTES = 1_440;

    static final long MINUTE_NANOS = 60_000_000_000L;

    private static final int FIXED = 2 * Long.BYTES + 6 * Integer.BYTES + Short.BYTES;

    long firstNanos = Long.MAX_VALUE;
    long lastNanos = Long.MIN_VALUE;
    int flows;
    int messages;
    int unsolicited;
    int gratuitous;
    int otherSource;

    /** How often a DHCP server gave it the address. */
    int leases;

    /** The minutes of the bucket in which it claimed the address. */
    final BitSet minutes;

    Claimant() {
        this(new BitSet());
    }

    private Claimant(BitSet minutes) {
        this.minutes = minutes;
    }

    void add(Claim claim) {
        if (claim.lease()) {
            leases++;
            return;
        }
        ArpMessages sent = claim.messages();
        firstNanos = Math.min(firstNanos, sent.firstNanos());
        lastNanos = Math.max(lastNanos, sent.lastNanos());
        flows++;
        messages += sent.requests() + sent.replies();
        unsolicited += sent.unsolicited();
        gratuitous += sent.gratuitous();
        otherSource += sent.otherSource();
        long first = Math.floorDiv(sent.firstNanos(), MINUTE_NANOS);
        int from = (int) Math.floorMod(first, (long) MINUTES);
        long more = Math.floorDiv(sent.lastNanos(), MINUTE_NANOS) - first;
        minutes.set(from, (int) Math.min(MINUTES, from + more + 1));
    }

    void join(Claimant other) {
        firstNanos = Math.min(firstNanos, other.firstNanos);
        lastNanos = Math.max(lastNanos, other.lastNanos);
        flows += other.flows;
        messages += other.messages;
        unsolicited += other.unsolicited;
        gratuitous += other.gratuitous;
        otherSource += other.otherSource;
        leases += other.leases;
        minutes.or(other.minutes);
    }

    int size() {
        return FIXED + (minutes.length() + Byte.SIZE - 1) / Byte.SIZE;
    }

    void write(ByteBuffer out) {
        byte[] bits = minutes.toByteArray();
        out.putLong(firstNanos).putLong(lastNanos);
        out.putInt(flows)
                .putInt(messages)
                .putInt(unsolicited)
                .putInt(gratuitous)
                .putInt(otherSource)
                .putInt(leases);
        out.putShort((short) bits.length).put(bits);
    }

    static Claimant read(ByteBuffer in) {
        long first = in.getLong();
        long last = in.getLong();
        int[] counts = {in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt()};
        byte[] bits = new byte[in.getShort()];
        in.get(bits);
        Claimant claimant = new Claimant(BitSet.valueOf(bits));
        claimant.firstNanos = first;
        claimant.lastNanos = last;
        claimant.flows = counts[0];
        claimant.messages = counts[1];
        claimant.unsolicited = counts[2];
        claimant.gratuitous = counts[3];
        claimant.otherSource = counts[4];
        claimant.leases = counts[5];
        return claimant;
    }
}
