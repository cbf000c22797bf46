package io.wirecase.detection.rare;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Different values, up to a limit; from there on only that they are many. Those that were told apart are kept until it
 * was settled that they are too many. The same in every order. Not thread-safe.
 */
final class Few<T extends Comparable<T>> {

    private final TreeSet<T> values = new TreeSet<>();
    private final int limit;
    private boolean many;

    /** @param limit how many are too many to be told apart */
    Few(int limit) {
        this.limit = limit;
    }

    void add(T value) {
        if (!many) {
            values.add(value);
            many = values.size() >= limit;
        }
    }

    /**
     * Takes in what another was told.
     *
     * @return whether there are more now, as far as that is counted
     */
    boolean addAll(Few<T> other) {
        if (many) {
            return false;
        }
        boolean more = values.addAll(other.values);
        many = other.many || values.size() >= limit;
        return more || many;
    }

    /** Makes it what it was. */
    void restore(Collection<T> known, boolean wereMany) {
        values.addAll(known);
        many = wereMany;
    }

    /** Takes note that all was looked at that depends on it. */
    void settled() {
        if (many) {
            values.clear();
        }
    }

    /** How many different ones came; the limit where they are many. */
    int count() {
        return many ? limit : values.size();
    }

    /** Whether there are too many. */
    boolean many() {
        return many;
    }

    /** They themselves; where they are many, those of before. */
    SortedSet<T> values() {
        return values;
    }
}
