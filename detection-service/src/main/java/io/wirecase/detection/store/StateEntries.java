package io.wirecase.detection.store;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.FlowPacker;
import io.wirecase.detection.behaviour.KeptExamples;
import io.wirecase.detection.behaviour.Upkeep;
import io.wirecase.detection.store.DetectionStore.Owed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The engine's store with what all kinds of state share: the index by arrival, debts to end markers, examples. */
final class StateEntries {

    static final byte[] PRESENT = {1};

    private final KeyValueStore<Bytes, byte[]> entries;
    private final Expiry expiry;
    private final FlowPacker packer = new FlowPacker();

    StateEntries(KeyValueStore<Bytes, byte[]> entries, Expiry expiry) {
        this.entries = entries;
        this.expiry = expiry;
    }

    byte @Nullable [] get(Bytes key) {
        return entries.get(key);
    }

    void put(Bytes key, byte[] value) {
        entries.put(key, value);
    }

    void delete(Bytes key) {
        entries.delete(key);
    }

    long approximateCount() {
        return entries.approximateNumEntries();
    }

    List<Bytes> keys(Bytes prefix, int atMost) {
        return keys(prefix, atMost, any -> true);
    }

    /** Keys with a prefix that are wanted. */
    List<Bytes> keys(Bytes prefix, int atMost, Predicate<Bytes> wanted) {
        List<Bytes> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = entries.prefixScan(prefix, new BytesSerializer())) {
            while (found.size() < atMost && all.hasNext()) {
                Bytes key = all.next().key;
                if (wanted.test(key)) {
                    found.add(key);
                }
            }
        }
        return found;
    }

    /** Keys with a prefix, from one on. */
    List<Bytes> keysFrom(Bytes from, byte prefix, int atMost) {
        Bytes end = Bytes.wrap(new byte[] {(byte) (prefix + 1)});
        List<Bytes> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = entries.range(from, end)) {
            while (found.size() < atMost && all.hasNext()) {
                Bytes key = all.next().key;
                if (key.get()[0] == prefix) {
                    found.add(key);
                }
            }
        }
        return found;
    }

    /** Indexes an entry under its arrival; returns the slot it lies in now. */
    long touch(Bytes at, long before, long arrivalMillis) {
        long slot = expiry.slotOf(arrivalMillis);
        if (slot != before) {
            if (before >= 0) {
                entries.delete(Keys.index(before, at));
            }
            entries.put(Keys.index(slot, at), PRESENT);
        }
        return slot;
    }

    /**
     * Marks an entry as touched and notes which end marker its final alert is owed to.
     *
     * @param place where such a debt is noted
     */
    Upkeep keep(Bytes at, Upkeep before, long arrivalMillis, @Nullable Owed owed, Function<Owed, Bytes> place) {
        long slot = touch(at, before.slot(), arrivalMillis);
        Owed was = debt(before);
        if (was != null && !was.equals(owed)) {
            entries.delete(place.apply(was));
        }
        if (owed != null && !owed.equals(was)) {
            entries.put(place.apply(owed), PRESENT);
        }
        return new Upkeep(slot, owed == null ? null : owed.capture(), owed == null ? 0 : owed.revision());
    }

    /** Removes an entry with its index and debt. */
    void remove(Bytes at, Upkeep upkeep, Function<Owed, Bytes> place) {
        if (upkeep.slot() >= 0) {
            entries.delete(Keys.index(upkeep.slot(), at));
        }
        Owed was = debt(upkeep);
        if (was != null) {
            entries.delete(place.apply(was));
        }
        entries.delete(at);
    }

    /** The flows kept at a key; those that cannot be read any more are left out. */
    List<Flow> flows(Bytes key) {
        return kept(key).flows();
    }

    /** Offers flows to those kept at a key. */
    void addFlows(Bytes key, List<Flow> flows) {
        put(key, flows, kept(key));
    }

    /** Keeps flows at a key instead of those that were there. */
    void putFlows(Bytes key, List<Flow> flows) {
        if (flows.isEmpty()) {
            entries.delete(key);
        } else {
            put(key, flows, KeptExamples.none());
        }
    }

    private void put(Bytes key, List<Flow> flows, KeptExamples kept) {
        flows.forEach(flow -> kept.add(flow, packer));
        entries.put(key, kept.bytes());
    }

    private KeptExamples kept(Bytes key) {
        byte[] value = entries.get(key);
        return value == null ? KeptExamples.none() : KeptExamples.of(value);
    }

    private static @Nullable Owed debt(Upkeep upkeep) {
        UUID owed = upkeep.owed();
        return owed == null ? null : new Owed(owed, upkeep.owedRevision());
    }
}
