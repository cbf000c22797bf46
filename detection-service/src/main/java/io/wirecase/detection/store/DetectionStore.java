package io.wirecase.detection.store;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.detection.scan.ScanKey;
import io.wirecase.detection.scan.ScanState;
import io.wirecase.detection.scan.ScanState.Upkeep;
import io.wirecase.detection.scan.ScanStateCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The state of one partition: contacts and examples by scan key, alerts sent by capture, what is owed at a capture's
 * end
 * marker, and the index by which state expires. Used by the partition's thread alone.
 */
public final class DetectionStore {

    /** The store's name in the topology. */
    public static final String NAME = "detection-state";

    private static final byte[] PRESENT = {1};
    private static final UUID NO_CAPTURE = new UUID(0, 0);

    private final KeyValueStore<Bytes, byte[]> entries;
    private final Expiry expiry;

    /** A view of the engine's store. */
    public DetectionStore(KeyValueStore<Bytes, byte[]> entries, Expiry expiry) {
        this.entries = entries;
        this.expiry = expiry;
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
        Upkeep before = state.upkeep();
        long slot = touch(at, before.slot(), arrivalMillis);
        UUID owedBefore = before.owed();
        if (owedBefore != null
                && (owed == null || !owedBefore.equals(owed.capture()) || before.owedRevision() != owed.revision())) {
            entries.delete(Keys.owed(owedBefore, before.owedRevision(), key));
        }
        if (owed != null && (!owed.capture().equals(owedBefore) || owed.revision() != before.owedRevision())) {
            entries.put(Keys.owed(owed.capture(), owed.revision(), key), PRESENT);
        }
        state.upkeep(new Upkeep(slot, owed == null ? null : owed.capture(), owed == null ? 0 : owed.revision()));
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
        try (KeyValueIterator<Bytes, byte[]> found =
                entries.prefixScan(Keys.owedPrefix(capture, revision), new BytesSerializer())) {
            while (found.hasNext()) {
                keys.add(Keys.owedKey(found.next().key));
            }
        }
        return keys;
    }

    /** The example flows of a key; those that cannot be read any more are left out. */
    public List<Flow> examples(ScanKey key) {
        byte[] value = entries.get(Keys.scan(Keys.EXAMPLES, key));
        if (value == null) {
            return List.of();
        }
        try {
            return Codec.decodeBlock(value).block().flows();
        } catch (Unreadable olderEncoding) {
            return List.of();
        }
    }

    /** Keeps the example flows of a key. */
    public void putExamples(ScanKey key, List<Flow> flows) {
        entries.put(
                Keys.scan(Keys.EXAMPLES, key), Codec.encodeBlock(new FlowBlock(NO_CAPTURE, 0, key.site(), 0, flows)));
    }

    /**
     * Alert records sent for a capture, by partition of the alerts topic.
     *
     * @param partitions how many partitions that topic has
     */
    public long[] sent(UUID capture, int revision, int partitions) {
        byte[] value = entries.get(Keys.sent(capture, revision));
        long[] counts = new long[partitions];
        if (value != null) {
            ByteBuffer in = ByteBuffer.wrap(value, Long.BYTES, value.length - Long.BYTES);
            for (int i = 0; i < partitions && in.remaining() >= Long.BYTES; i++) {
                counts[i] = in.getLong();
            }
        }
        return counts;
    }

    /** Keeps the alert records sent for a capture. */
    public void putSent(UUID capture, int revision, long[] counts, long arrivalMillis) {
        Bytes at = Keys.sent(capture, revision);
        byte[] before = entries.get(at);
        long slot = touch(at, before == null ? -1 : ByteBuffer.wrap(before).getLong(), arrivalMillis);
        ByteBuffer out = ByteBuffer.allocate((1 + counts.length) * Long.BYTES).putLong(slot);
        Arrays.stream(counts).forEach(out::putLong);
        entries.put(at, out.array());
    }

    /** Notes that a site will have no more flows; {@link #expire} removes what it left. */
    public void retire(String site) {
        entries.put(Keys.site(Keys.RETIRED, site), PRESENT);
    }

    /**
     * Removes a bounded number of entries: first of retired sites, then what was not touched for long, then what is too
     * much.
     *
     * @return how many entries went early because there were too many
     */
    public int expire(long nowMillis) {
        int left = expiry.perWalk() - removeRetired(expiry.perWalk());
        int old = removeUntil(expiry.slotOf(nowMillis) - expiry.slots(), left);
        long surplus = entries.approximateNumEntries() - expiry.maxEntries();
        int early = (int) Math.min(surplus, left - old);
        return early <= 0 ? 0 : removeUntil(Long.MAX_VALUE, early);
    }

    private int removeRetired(int atMost) {
        int removed = 0;
        for (Bytes retired : keys(Bytes.wrap(new byte[] {Keys.RETIRED}), atMost)) {
            byte[] prefix = retired.get().clone();
            prefix[0] = Keys.SCAN;
            List<Bytes> left = keys(Bytes.wrap(prefix), atMost - removed);
            left.forEach(this::removeScan);
            removed += left.size();
            if (removed >= atMost) {
                return removed;
            }
            entries.delete(retired);
        }
        return removed;
    }

    private int removeUntil(long slot, int atMost) {
        int removed = 0;
        for (Bytes index : keys(Bytes.wrap(new byte[] {Keys.INDEX}), atMost)) {
            if (Keys.indexSlot(index) >= slot) {
                return removed;
            }
            Bytes target = Keys.indexTarget(index);
            if (target.get()[0] == Keys.SCAN) {
                removeScan(target);
            } else {
                entries.delete(target);
            }
            entries.delete(index);
            removed++;
        }
        return removed;
    }

    private void removeScan(Bytes at) {
        ScanKey key = Keys.scanKey(at, 1);
        ScanState state = scan(key);
        Upkeep upkeep = state.upkeep();
        if (upkeep.slot() >= 0) {
            entries.delete(Keys.index(upkeep.slot(), at));
        }
        UUID owed = upkeep.owed();
        if (owed != null) {
            entries.delete(Keys.owed(owed, upkeep.owedRevision(), key));
        }
        for (int number = 0; number < state.chunks(); number++) {
            entries.delete(Keys.chunk(key, number));
        }
        entries.delete(Keys.scan(Keys.EXAMPLES, key));
        entries.delete(at);
    }

    private List<Bytes> keys(Bytes prefix, int atMost) {
        List<Bytes> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = entries.prefixScan(prefix, new BytesSerializer())) {
            while (found.size() < atMost && all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                found.add(entry.key);
            }
        }
        return found;
    }

    private long touch(Bytes at, long before, long arrivalMillis) {
        long slot = expiry.slotOf(arrivalMillis);
        if (slot != before) {
            if (before >= 0) {
                entries.delete(Keys.index(before, at));
            }
            entries.put(Keys.index(slot, at), PRESENT);
        }
        return slot;
    }
}
