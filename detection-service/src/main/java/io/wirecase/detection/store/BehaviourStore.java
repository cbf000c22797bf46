package io.wirecase.detection.store;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourEntry;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.store.DetectionStore.Owed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The state of behaviours: one small entry a subject, kind and bucket, its examples beside it. */
public final class BehaviourStore {

    private final StateEntries entries;

    BehaviourStore(StateEntries entries) {
        this.entries = entries;
    }

    /** The entry of a key; a new one when there is none, or when a version this code does not know wrote it. */
    public BehaviourEntry find(BehaviourKey key) {
        return find(at(Keys.BEHAVIOUR, key));
    }

    private BehaviourEntry find(Bytes at) {
        byte[] value = entries.get(at);
        try {
            return value == null ? new BehaviourEntry() : BehaviourEntry.of(value);
        } catch (IllegalArgumentException otherVersion) {
            // Counting anew loses a bucket; not going on would lose every flow.
            return new BehaviourEntry();
        }
    }

    /**
     * Keeps an entry, marks it as touched and notes whether it owes a final alert.
     *
     * @param owed the capture whose end marker must bring the final counts, or null
     */
    public void put(BehaviourKey key, BehaviourEntry entry, long arrivalMillis, @Nullable Owed owed) {
        Bytes at = at(Keys.BEHAVIOUR, key);
        entry.upkeep(entries.keep(at, entry.upkeep(), arrivalMillis, owed, debt -> owed(debt, key)));
        entries.put(at, entry.bytes());
    }

    /** Keeps an entry that owes its final alert to whom it owed it before. */
    public void rewrite(BehaviourKey key, BehaviourEntry entry, long arrivalMillis) {
        UUID owed = entry.upkeep().owed();
        put(
                key,
                entry,
                arrivalMillis,
                owed == null ? null : new Owed(owed, entry.upkeep().owedRevision()));
    }

    /** The keys that owe their final alert to a capture's end marker. */
    public List<BehaviourKey> owed(UUID capture, int revision) {
        List<BehaviourKey> keys = new ArrayList<>();
        for (Bytes owed : entries.keys(owedPrefix(capture, revision), Integer.MAX_VALUE)) {
            keys.add(key(owed, 1 + Keys.CAPTURE));
        }
        return keys;
    }

    /** Forgets what is owed to a capture's end marker. */
    void forget(UUID capture, int revision) {
        entries.keys(owedPrefix(capture, revision), Integer.MAX_VALUE).forEach(entries::delete);
    }

    private static Bytes owedPrefix(UUID capture, int revision) {
        return Bytes.wrap(
                Keys.capture(Keys.BEHAVIOUR_OWED, capture, revision, 0).array());
    }

    /** The example flows of a key; those that cannot be read any more are left out. */
    public List<Flow> examples(BehaviourKey key) {
        return entries.flows(at(Keys.BEHAVIOUR_EXAMPLES, key));
    }

    /** Offers flows to the examples of a key. */
    public void addExamples(BehaviourKey key, List<Flow> flows) {
        entries.addFlows(at(Keys.BEHAVIOUR_EXAMPLES, key), flows);
    }

    /** Replaces the example flows of a key. */
    public void putExamples(BehaviourKey key, List<Flow> flows) {
        entries.putFlows(at(Keys.BEHAVIOUR_EXAMPLES, key), flows);
    }

    void remove(Bytes at) {
        BehaviourKey key = key(at, 1);
        entries.remove(at, find(at).upkeep(), debt -> owed(debt, key));
        entries.delete(at(Keys.BEHAVIOUR_EXAMPLES, key));
    }

    private static Bytes owed(Owed debt, BehaviourKey key) {
        byte[] plain = at(Keys.BEHAVIOUR, key).get();
        return Bytes.wrap(Keys.capture(Keys.BEHAVIOUR_OWED, debt.capture(), debt.revision(), plain.length - 1)
                .put(plain, 1, plain.length - 1)
                .array());
    }

    private static Bytes at(byte letter, BehaviourKey key) {
        byte[] site = text(key.site());
        byte[] kind = text(key.kind());
        byte[] detail = text(key.detail());
        byte[] address = key.subject().bytes();
        int texts = 3 * Short.BYTES + site.length + kind.length + detail.length;
        ByteBuffer out = ByteBuffer.allocate(1 + texts + 1 + address.length + Long.BYTES + Integer.BYTES);
        put(out.put(letter), site);
        put(out, kind);
        put(out.put((byte) address.length).put(address), detail);
        return Bytes.wrap(out.putLong(key.bucket()).putInt(key.revision()).array());
    }

    private static BehaviourKey key(Bytes at, int skip) {
        ByteBuffer in = ByteBuffer.wrap(at.get()).position(skip);
        String site = text(in);
        String kind = text(in);
        byte[] address = new byte[in.get()];
        in.get(address);
        return new BehaviourKey(site, kind, IpAddress.of(address), text(in), in.getLong(), in.getInt());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort() & 0xFFFF];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void put(ByteBuffer out, byte[] text) {
        out.putShort((short) text.length).put(text);
    }
}
