package io.wirecase.core.measure;

import java.util.TreeSet;

/**
 * How many different values came, in bounded memory and the same in every order: the values' hashes that begin with
 * so many zero bits are kept, and more bits are asked for whenever too many are (adaptive sampling, Flajolet 1990).
 * Exact up to the limit, beyond it within some percent. Not thread-safe.
 */
public final class DistinctSample {

    private final int limit;
    private final TreeSet<Long> kept = new TreeSet<>();
    private int level;

    /**
     * An empty sample.
     *
     * @param limit the most hashes kept, at least 1
     */
    public DistinctSample(int limit) {
        this.limit = limit;
    }

    /** Adds a value by any hash of it; hashes are mixed here. */
    public void add(long hash) {
        keep(mixed(hash));
    }

    /** Adds a text. */
    public void add(CharSequence text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        add(hash);
    }

    /** Adds all that another sample saw. */
    public void addAll(DistinctSample other) {
        raise(other.level);
        other.kept.forEach(this::keep);
    }

    /** How many different values came; an estimate where there were more than the limit. */
    public long count() {
        return (long) kept.size() << level;
    }

    /** The hashes kept, as {@link #restore} takes them. */
    public long[] hashes() {
        return kept.stream().mapToLong(Long::longValue).toArray();
    }

    /** The zero bits asked for; 0 while the count is exact. */
    public int level() {
        return level;
    }

    /** Fills an empty sample with what another had. */
    public void restore(int itsLevel, long[] itsHashes) {
        raise(itsLevel);
        for (long hash : itsHashes) {
            keep(hash);
        }
    }

    private void keep(long mixed) {
        if (Long.numberOfLeadingZeros(mixed) >= level && kept.add(mixed)) {
            while (kept.size() > limit) {
                raise(level + 1);
            }
        }
    }

    private void raise(int to) {
        if (to > level) {
            level = to;
            kept.removeIf(hash -> Long.numberOfLeadingZeros(hash) < to);
        }
    }

    /** Spreads the bits (the finaliser of MurmurHash3). */
    private static long mixed(long hash) {
        long h = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
        return h ^ h >>> 33;
    }
}
