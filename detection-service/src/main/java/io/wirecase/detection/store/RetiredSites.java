package io.wirecase.detection.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;

/** Captures that are sites of their own and have no more flows, each up to a revision; what they left goes in walks. */
final class RetiredSites {

    private static final byte[] LEFT = {Keys.SCAN, Keys.BEHAVIOUR, Keys.FACT};

    private final StateEntries entries;
    private final Consumer<Bytes> remove;

    /** @param remove takes away an entry with all that hangs on it */
    RetiredSites(StateEntries entries, Consumer<Bytes> remove) {
        this.entries = entries;
        this.remove = remove;
    }

    void add(String site, int revision) {
        Bytes at = Keys.site(Keys.RETIRED, site);
        int upTo = Math.max(revision, revision(at));
        entries.put(at, ByteBuffer.allocate(Integer.BYTES).putInt(upTo).array());
    }

    boolean has(String site) {
        return revision(Keys.site(Keys.RETIRED, site)) > 0;
    }

    /** Up to which revision a site is retired; 0 when it is not. Marks of before revisions counted are of all. */
    private int revision(Bytes at) {
        byte[] value = entries.get(at);
        if (value == null) {
            return 0;
        }
        return value.length < Integer.BYTES
                ? Integer.MAX_VALUE
                : ByteBuffer.wrap(value).getInt();
    }

    /** Takes away so many entries at most; returns how many. */
    int walk(int atMost) {
        int removed = 0;
        for (Bytes retired : entries.keys(Bytes.wrap(new byte[] {Keys.RETIRED}), atMost)) {
            int revision = revision(retired);
            for (byte letter : LEFT) {
                byte[] prefix = retired.get().clone();
                prefix[0] = letter;
                List<Bytes> left =
                        entries.keys(Bytes.wrap(prefix), atMost - removed, key -> Keys.revision(key) <= revision);
                left.forEach(remove);
                removed += left.size();
            }
            if (removed >= atMost) {
                return removed;
            }
            entries.delete(retired);
        }
        return removed;
    }
}
