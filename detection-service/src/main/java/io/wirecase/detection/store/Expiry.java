package io.wirecase.detection.store;

import java.time.Duration;

/**
 * When state goes. It goes by arrival time and never because newer event time was seen: captures are often years old
 * and come in any order.
 *
 * @param slot length of an arrival slot: how exactly the last touch is known
 * @param slots slots that state is kept for after its last touch
 * @param perWalk the most entries one walk removes, so that no walk holds up the flows
 * @param maxEntries entries of a partition above which the longest untouched go early, which is counted
 */
public record Expiry(Duration slot, long slots, int perWalk, long maxEntries) {

    /** A day after the last touch; a million entries are some hundred megabytes at most on disk. */
    public static final Expiry DEFAULT = new Expiry(Duration.ofMinutes(10), 144, 2_000, 1_000_000);

    /** The slot of an arrival time. */
    public long slotOf(long arrivalMillis) {
        return Math.max(0, arrivalMillis) / slot.toMillis();
    }
}
