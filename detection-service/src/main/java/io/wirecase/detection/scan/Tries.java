package io.wirecase.detection.scan;

import io.wirecase.core.measure.Contact.Outcome;

/**
 * All tries at one target. Joining is commutative and associative, so the order of flows does not matter.
 *
 * @param firstNanos capture time of the first try
 * @param lastNanos capture time of the last try
 * @param attempts tries
 * @param packets packets of them
 * @param outcome the best outcome
 * @param named whether a name led there
 * @param technique the most ordinary way it was probed
 * @param mark the most ordinary of the SYNs' marks
 */
record Tries(
        long firstNanos,
        long lastNanos,
        int attempts,
        int packets,
        Outcome outcome,
        boolean named,
        ScanTechnique technique,
        SynMark mark) {

    static Tries of(ScanContact contact) {
        int packets = (int) Math.min(Integer.MAX_VALUE, contact.packets());
        return new Tries(
                contact.nanos(),
                contact.nanos(),
                1,
                packets,
                contact.outcome(),
                contact.named(),
                contact.technique(),
                contact.mark());
    }

    Tries with(Tries other) {
        return new Tries(
                Math.min(firstNanos, other.firstNanos),
                Math.max(lastNanos, other.lastNanos),
                added(attempts, other.attempts),
                added(packets, other.packets),
                outcome.compareTo(other.outcome) >= 0 ? outcome : other.outcome,
                named || other.named,
                technique.compareTo(other.technique) >= 0 ? technique : other.technique,
                mark.compareTo(other.mark) >= 0 ? mark : other.mark);
    }

    private static int added(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }
}
