package io.wirecase.detection.store;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.detection.scan.ScanKey;
import io.wirecase.detection.scan.ScanState;
import io.wirecase.detection.scan.ScanStateCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The state of one partition: contacts and examples by scan key, alerts sent by capture, what is owed at a capture's
 * end marker, and the index by which state expires. Used by the partition's thread alone.
 */
public final class DetectionStore {

    /** The store's name in the topology where flows are read. */
    public static final String NAME = "detection-state";

    /** The store's name in the topology where digests are read. */
    public static final String SUBJECTS = "subject-state";

    private static final Bytes FIRST_INDEX = Bytes.wrap(new byte[] {Keys.INDEX});

    private final StateEntries entries;
    private final BehaviourStore behaviours;
    private final FactStore facts;
    private final RetiredSites retired;
    private final Expiry expiry;
    private Bytes evicted = FIRST_INDEX;

    /** A view of the engine's store. */
    public DetectionStore(KeyValueStore<Bytes, byte[]> stored, Expiry expiry) {
        this.entries = new StateEntries(stored, expiry);
        this.behaviours = new BehaviourStore(entries);
        this.facts = new FactStore(entries);
        this.retired = new RetiredSites(entries, this::remove);
        this.expiry = expiry;
    }

    /** The state of behaviours other than scans. */
    public BehaviourStore behaviours() {
        return behaviours;
    }

    /** The facts that were told of hosts. */
    public FactStore facts() {
        return facts;
    }

    /** The state of a key; empty when there is none, or when a version this code does not know wrote it. */
    public ScanState scan(ScanKey key) {
        byte[] head = entries.get(Keys.scan(Keys.SCAN, key));
        try {
            return head == null
                    ? new ScanState()
                    : ScanStateCodec.decode(head, number -> entries.get(Keys.chunk(key, number)));
        } catch (IllegalArgumentException otherVersion) {
            // Counting anew loses a day of contacts; not going on would lose every flow.
            return new ScanState();
        }
    }

    /**
     * Keeps the state of a key, marks it as touched and notes whether it owes a final alert.
     *
     * @param owed the capture whose end marker must bring the final counts, or null
     */
    public void put(ScanKey key, ScanState state, long arrivalMillis, @Nullable Owed owed) {
        Bytes at = Keys.scan(Keys.SCAN, key);
        state.upkeep(entries.keep(at, state.upkeep(), arrivalMillis, owed, debt -> owed(debt, key)));
        state.changedChunks().forEach((number, chunk) -> {
            if (chunk.length == 0) {
                entries.delete(Keys.chunk(key, number));
            } else {
                entries.put(Keys.chunk(key, number), chunk);
            }
        });
        entries.put(at, ScanStateCodec.encodeHead(state));
    }

    /**
     * Which end marker must bring the final counts of a state.
     *
     * @param capture the capture
     * @param revision its revision
     */
    public record Owed(UUID capture, int revision) {}

    /** The keys that owe their final alert to a capture's end marker. */
    public List<ScanKey> owed(UUID capture, int revision) {
        List<ScanKey> keys = new ArrayList<>();
        for (Bytes owed : entries.keys(Keys.owedPrefix(capture, revision), Integer.MAX_VALUE)) {
            keys.add(Keys.owedKey(owed));
        }
        return keys;
    }

    /** The example flows of a key; those that cannot be read any more are left out. */
    public List<Flow> examples(ScanKey key) {
        return entries.flows(Keys.scan(Keys.EXAMPLES, key));
    }

    /** Offers flows to the examples of a key. */
    public void addExamples(ScanKey key, List<Flow> flows) {
        entries.addFlows(Keys.scan(Keys.EXAMPLES, key), flows);
    }

    /**
     * Alert records sent for a capture, by partition of the alerts topic.
     *
     * @param partitions how many partitions that topic has
     */
    public long[] sent(UUID capture, int revision, int partitions) {
        return numbers(Keys.sent(capture, revision), partitions);
    }

    /** Keeps the alert records sent for a capture. */
    public void putSent(UUID capture, int revision, long[] counts, long arrivalMillis) {
        putNumbers(Keys.sent(capture, revision), counts, arrivalMillis);
    }

    /**
     * How far a capture is through on each partition of the flows topic, as its markers said; 0 before the first.
     *
     * @param partitions how many partitions that topic has
     */
    public long[] marks(UUID capture, int revision, int partitions) {
        return numbers(Keys.marks(capture, revision), partitions);
    }

    /** Keeps how far a capture is through. */
    public void putMarks(UUID capture, int revision, long[] marks, long arrivalMillis) {
        putNumbers(Keys.marks(capture, revision), marks, arrivalMillis);
    }

    private long[] numbers(Bytes at, int count) {
        byte[] value = entries.get(at);
        long[] numbers = new long[count];
        if (value != null) {
            ByteBuffer in = ByteBuffer.wrap(value, Long.BYTES, value.length - Long.BYTES);
            for (int i = 0; i < count && in.remaining() >= Long.BYTES; i++) {
                numbers[i] = in.getLong();
            }
        }
        return numbers;
    }

    private void putNumbers(Bytes at, long[] numbers, long arrivalMillis) {
        byte[] before = entries.get(at);
        long slot =
                entries.touch(at, before == null ? -1 : ByteBuffer.wrap(before).getLong(), arrivalMillis);
        ByteBuffer out = ByteBuffer.allocate((1 + numbers.length) * Long.BYTES).putLong(slot);
        Arrays.stream(numbers).forEach(out::putLong);
        entries.put(at, out.array());
    }

    /**
     * Notes that a capture that is a site of its own will have no more flows; {@link #expire} removes what it left. The
     * capture may be read again at once: what is counted of later revisions stays.
     *
     * @param site the capture
     * @param revision up to which
     */
    public void retire(String site, int revision) {
        retired.add(site, revision);
    }

    /**
     * Forgets what is kept because of a capture that was deleted: what was counted for its end marker and, where the
     * capture is a site of its own, all of that site, at once, since it may be sent again. State of a site that other
     * captures share cannot be taken apart by capture; it stays until it expires.
     *
     * @param deleted says which capture and up to which revision
     */
    public void forget(EndMarker deleted) {
        for (int revision = 1; revision <= deleted.revision(); revision++) {
            entries.delete(Keys.sent(deleted.captureId(), revision));
            entries.delete(Keys.marks(deleted.captureId(), revision));
            entries.keys(Keys.owedPrefix(deleted.captureId(), revision), Integer.MAX_VALUE)
                    .forEach(entries::delete);
            behaviours.forget(deleted.captureId(), revision);
        }
        if (deleted.site().equals(deleted.captureId().toString())) {
            retire(deleted.site(), deleted.revision());
            while (retired.has(deleted.site())) {
                retired.walk(expiry.perWalk());
            }
        }
    }

    /**
     * Removes a bounded number of entries: first of retired sites, then what was not touched for long, then what is too
     * much.
     *
     * @return how many entries went early because there were too many
     */
    public int expire(long nowMillis) {
        evicted = FIRST_INDEX;
        int left = expiry.perWalk() - retired.walk(expiry.perWalk());
        int old = removeUntil(expiry.slotOf(nowMillis) - expiry.slots(), left);
        long surplus = entries.approximateCount() - expiry.maxEntries();
        int early = (int) Math.min(surplus, left - old);
        return early <= 0 ? 0 : removeUntil(Long.MAX_VALUE, early);
    }

    /**
     * Makes room where there are too many entries, so that a flood of made-up sources does not fill the disk between
     * two walks: the longest untouched go, as many as came.
     *
     * @return how many went early
     */
    public int relieve() {
        long surplus = entries.approximateCount() - expiry.maxEntries();
        if (surplus <= 0) {
            return 0;
        }
        // What was removed leaves marks that a scan from the beginning would step over each time.
        int atMost = (int) Math.min(surplus, expiry.perWalk());
        Set<Bytes> oldest = new LinkedHashSet<>(entries.keysFrom(evicted, Keys.INDEX, atMost));
        if (oldest.size() < atMost) {
            oldest.addAll(entries.keysFrom(FIRST_INDEX, Keys.INDEX, atMost - oldest.size()));
        }
        for (Bytes index : oldest) {
            remove(Keys.indexTarget(index));
            entries.delete(index);
            evicted = index;
        }
        return oldest.size();
    }

    private int removeUntil(long slot, int atMost) {
        int removed = 0;
        for (Bytes index : entries.keys(Bytes.wrap(new byte[] {Keys.INDEX}), atMost)) {
            if (Keys.indexSlot(index) >= slot) {
                return removed;
            }
            remove(Keys.indexTarget(index));
            entries.delete(index);
            removed++;
        }
        return removed;
    }

    private void remove(Bytes at) {
        switch (at.get()[0]) {
            case Keys.SCAN -> removeScan(at);
            case Keys.BEHAVIOUR -> behaviours.remove(at);
            case Keys.FACT -> facts.remove(at);
            default -> entries.delete(at);
        }
    }

    private void removeScan(Bytes at) {
        ScanKey key = Keys.scanKey(at, 1);
        ScanState state = scan(key);
        for (int number = 0; number < state.chunks(); number++) {
            entries.delete(Keys.chunk(key, number));
        }
        entries.delete(Keys.scan(Keys.EXAMPLES, key));
        entries.remove(at, state.upkeep(), debt -> owed(debt, key));
    }

    private static Bytes owed(Owed debt, ScanKey key) {
        return Keys.owed(debt.capture(), debt.revision(), key);
    }
}
