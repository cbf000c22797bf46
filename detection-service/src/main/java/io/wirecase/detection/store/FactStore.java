package io.wirecase.detection.store;

import io.wirecase.core.intel.Sighting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * Which facts were told of which host. Of each kind a host has a bounded number; beyond it new ones are refused, until
 * old ones have not been seen for long and go.
 */
public final class FactStore {

    /** The most facts of one kind that are kept of a host. */
    public static final int MOST_OF_A_KIND = 500;

    private static final int ID = 2 * Long.BYTES;

    private final StateEntries entries;

    FactStore(StateEntries entries) {
        this.entries = entries;
    }

    /** What became of a fact. */
    public enum Outcome {
        NEW,
        KNOWN,
        /** The host has as many of the kind as are kept. */
        FULL
    }

    /** Keeps a fact, or that it was seen again. */
    public Outcome add(Sighting sighting, long arrivalMillis) {
        Bytes at = key(sighting);
        byte[] before = entries.get(at);
        if (before == null) {
            Bytes counter = counter(at);
            int count = count(counter);
            if (count >= MOST_OF_A_KIND) {
                return Outcome.FULL;
            }
            entries.put(counter, number(count + 1));
        }
        long was = before == null ? -1 : ByteBuffer.wrap(before).getLong();
        long slot = entries.touch(at, was, arrivalMillis);
        if (slot != was) {
            entries.put(at, ByteBuffer.allocate(Long.BYTES).putLong(slot).array());
        }
        return before == null ? Outcome.NEW : Outcome.KNOWN;
    }

    /** Forgets a fact with its index and its place in the count. */
    void remove(Bytes at) {
        byte[] slot = entries.get(at);
        if (slot == null) {
            return;
        }
        entries.delete(Keys.index(ByteBuffer.wrap(slot).getLong(), at));
        entries.delete(at);
        Bytes counter = counter(at);
        int left = count(counter) - 1;
        if (left > 0) {
            entries.put(counter, number(left));
        } else {
            entries.delete(counter);
        }
    }

    private int count(Bytes counter) {
        byte[] value = entries.get(counter);
        return value == null ? 0 : ByteBuffer.wrap(value).getInt();
    }

    private static byte[] number(int count) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(count).array();
    }

    private static Bytes key(Sighting sighting) {
        byte[] site = sighting.site().getBytes(StandardCharsets.UTF_8);
        byte[] address = sighting.host().bytes();
        return Bytes.wrap(ByteBuffer.allocate(1 + Short.BYTES + site.length + 2 + address.length + ID)
                .put(Keys.FACT)
                .putShort((short) site.length)
                .put(site)
                .put((byte) sighting.kind().ordinal())
                .put((byte) address.length)
                .put(address)
                .putLong(sighting.id().getMostSignificantBits())
                .putLong(sighting.id().getLeastSignificantBits())
                .array());
    }

    /** The count of the host's facts of that kind: the fact's key without its id, under a letter of its own. */
    private static Bytes counter(Bytes fact) {
        byte[] key = fact.get();
        byte[] counter = new byte[key.length - ID];
        System.arraycopy(key, 0, counter, 0, counter.length);
        counter[0] = Keys.FACT_COUNT;
        return Bytes.wrap(counter);
    }
}
