package io.wirecase.detection.arp;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the claims to one address amount to.
 *
 * @param macs the stations in the order of their first claims
 * @param contestedMinutes minutes in which more than one of them claimed it
 * @param changes how often another one claimed it, at least
 * @param flipped whether one claimed it, another did, and the first did again within five minutes
 * @param handedOver whether each began only after the one before had ended
 * @param virtual whether a hardware address made to move (VRRP, CARP, HSRP, GLBP) explains it: one of the stations has
 *     such an address, and none of the others pushed its claim on anybody
 * @param leased whether the one that began last had the address from a DHCP server
 * @param leases leases of the address to any of them
 * @param mostUnsolicited the most unsolicited answers of one station
 * @param total all claims together
 */
record Contest(
        List<Map.Entry<Long, Claimant>> macs,
        int contestedMinutes,
        int changes,
        boolean flipped,
        boolean handedOver,
        boolean virtual,
        boolean leased,
        long leases,
        int mostUnsolicited,
        Total total) {

    private static final long FLIP_NANOS = 5 * Claimant.MINUTE_NANOS;

    /** IANA's block for VRRP (RFC 9568), which CARP uses too, and Cisco's for HSRP and GLBP, with their lengths. */
    private static final long[][] VIRTUAL = {
        {0x00005E0001L, 8}, {0x00005E0002L, 8}, {0x00000C07ACL, 8}, {0x00000C9FFL, 12}, {0x0007B400L, 16}
    };

    /**
     * Sums.
     *
     * @param firstNanos the first claim
     * @param lastNanos the last claim's end
     * @param flows exchanges
     * @param messages messages
     * @param unsolicited answers nobody asked for
     * @param gratuitous announcements
     * @param otherSource messages sent by another link-layer address than the one claimed
     */
    record Total(
            long firstNanos,
            long lastNanos,
            long flows,
            long messages,
            long unsolicited,
            long gratuitous,
            long otherSource) {}

    static Contest of(Claims claims) {
        List<Map.Entry<Long, Claimant>> macs = new ArrayList<>(claims.byMac().entrySet());
        // Who was given the address and never spoke of it claims nothing.
        macs.removeIf(entry -> entry.getValue().flows == 0);
        macs.sort(Comparator.comparingLong((Map.Entry<Long, Claimant> e) -> e.getValue().firstNanos)
                .thenComparingLong(Map.Entry::getKey));
        List<Claimant> claimants = macs.stream().map(Map.Entry::getValue).toList();
        return new Contest(
                List.copyOf(macs),
                contested(claimants),
                changes(claimants),
                flipped(claimants),
                handedOver(claimants),
                explainedByVirtual(macs),
                !claimants.isEmpty() && claimants.getLast().leases > 0,
                claimants.stream().mapToLong(one -> one.leases).sum(),
                claimants.stream().mapToInt(one -> one.unsolicited).max().orElse(0),
                total(claimants));
    }

    /** Whether there is anything to say: signs of spoofing, or several at a time without a reason for it. */
    boolean disputed() {
        return macs.size() > 1 && (Suspicion.of(this).spoofed() || Suspicion.contested(this) && !virtual);
    }

    /**
     * Whether a station is one of those that make it a dispute: one that pushes its claim where any does, else any of
     * them.
     */
    boolean suspects(long mac) {
        boolean pushed = macs.stream().anyMatch(entry -> pushes(entry.getValue()));
        return macs.stream()
                .anyMatch(entry -> entry.getKey() == mac && (pushed ? pushes(entry.getValue()) : !virtual(mac)));
    }

    /** Whether a station pushed its claim on others or made it in another one's name. */
    static boolean pushes(Claimant claimant) {
        return unasked(claimant) || claimant.otherSource > 0;
    }

    /**
     * Whether a station answers what nobody asks as a habit. Where a capture lost packets, some questions are missing
     * and their answers look like that too.
     */
    static boolean unasked(Claimant claimant) {
        return claimant.unsolicited >= Suspicion.MIN_PUSHED
                && claimant.unsolicited >= Suspicion.PUSHED_SHARE * claimant.messages;
    }

    /** Whether any of the stations does. */
    boolean pushed() {
        return macs.stream().anyMatch(entry -> unasked(entry.getValue()));
    }

    private static int contested(List<Claimant> claimants) {
        BitSet once = new BitSet();
        BitSet twice = new BitSet();
        for (Claimant claimant : claimants) {
            BitSet again = (BitSet) once.clone();
            again.and(claimant.minutes);
            twice.or(again);
            once.or(claimant.minutes);
        }
        return twice.cardinality();
    }

    /** Minute by minute: whoever was not there the minute before, and in a contested minute all but one. */
    private static int changes(List<Claimant> claimants) {
        BitSet before = new BitSet();
        int changes = 0;
        for (int minute = 0; minute < Claimant.MINUTES; minute++) {
            BitSet now = new BitSet();
            for (int i = 0; i < claimants.size(); i++) {
                now.set(i, claimants.get(i).minutes.get(minute));
            }
            if (now.isEmpty()) {
                continue;
            }
            BitSet others = (BitSet) now.clone();
            others.andNot(before);
            int fresh = before.isEmpty() ? others.cardinality() - 1 : others.cardinality();
            changes += Math.max(fresh, now.cardinality() - 1);
            before = now;
        }
        return changes;
    }

    private static boolean flipped(List<Claimant> claimants) {
        for (Claimant inner : claimants) {
            for (Claimant outer : claimants) {
                if (outer.firstNanos < inner.firstNanos
                        && inner.lastNanos < outer.lastNanos
                        && inner.lastNanos - inner.firstNanos <= FLIP_NANOS) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean handedOver(List<Claimant> inOrder) {
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).firstNanos < inOrder.get(i - 1).lastNanos) {
                return false;
            }
        }
        return inOrder.size() > 1;
    }

    private static boolean explainedByVirtual(List<Map.Entry<Long, Claimant>> macs) {
        return macs.stream().anyMatch(entry -> virtual(entry.getKey()))
                && macs.stream()
                        .filter(entry -> !virtual(entry.getKey()))
                        .allMatch(entry -> entry.getValue().unsolicited == 0 && entry.getValue().otherSource == 0);
    }

    private static boolean virtual(long mac) {
        for (long[] block : VIRTUAL) {
            if (mac >>> block[1] == block[0]) {
                return true;
            }
        }
        return false;
    }

    private static Total total(List<Claimant> claimants) {
        return new Total(
                claimants.stream().mapToLong(one -> one.firstNanos).min().orElse(0),
                claimants.stream().mapToLong(one -> one.lastNanos).max().orElse(0),
                claimants.stream().mapToLong(one -> one.flows).sum(),
                claimants.stream().mapToLong(one -> one.messages).sum(),
                claimants.stream().mapToLong(one -> one.unsolicited).sum(),
                claimants.stream().mapToLong(one -> one.gratuitous).sum(),
                claimants.stream().mapToLong(one -> one.otherSource).sum());
    }
}
