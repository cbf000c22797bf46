package io.wirecase.core.suppression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * When each pair of ends last had a suppressed exchange, for tripwires on the period. Bounded: the pairs unused for
 * longest are forgotten, so that their next exchange is judged by its other tripwires alone. Thread-safe.
 */
public final class Rhythm {

    private final int most;
    private final Map<String, Beat> beats = new LinkedHashMap<>(16, 0.75f, true);
    private long forgotten;

    /** @param most the most pairs remembered, at least 1 */
    public Rhythm(int most) {
        this.most = most;
    }

    /**
     * The time since the exchange before, from start to start; empty for the first and for one that began earlier than
     * what was seen already. Asked again about the same alert it answers the same.
     */
    synchronized OptionalLong gapNanos(String ends, UUID alert, long eventNanos) {
        Beat before = beats.get(ends);
        if (before != null && before.alert().equals(alert)) {
            return before.gap();
        }
        if (before != null && eventNanos < before.nanos()) {
            return OptionalLong.empty();
        }
        OptionalLong gap = before == null ? OptionalLong.empty() : OptionalLong.of(eventNanos - before.nanos());
        beats.put(ends, new Beat(alert, eventNanos, gap));
        if (beats.size() > most) {
            beats.remove(beats.keySet().iterator().next());
            forgotten++;
        }
        return gap;
    }

    /** How many pairs were forgotten for want of room. */
    public synchronized long forgotten() {
        return forgotten;
    }

    private record Beat(UUID alert, long nanos, OptionalLong gap) {}
}
