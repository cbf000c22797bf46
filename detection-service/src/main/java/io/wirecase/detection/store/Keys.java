package io.wirecase.detection.store;

import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.scan.ScanFamily;
import io.wirecase.detection.scan.ScanKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the one store: a letter for the kind of entry, then its parts in network order, so that a range of keys is a
 * site, a capture or a stretch of time.
 */
final class Keys {

    static final byte SCAN = 'S';
    static final byte BEHAVIOUR = 'B';
    static final byte BEHAVIOUR_EXAMPLES = 'Y';
    static final byte BEHAVIOUR_OWED = 'Q';
    static final byte EXAMPLES = 'X';
    static final byte TARGETS = 'T';
    static final byte SENT = 'A';
    static final byte OWED = 'P';
    static final byte INDEX = 'I';
    static final byte RETIRED = 'R';
    static final byte MARKS = 'M';
    static final byte FACT = 'F';
    static final byte FACT_COUNT = 'G';

    static final int CAPTURE = 2 * Long.BYTES + Integer.BYTES;
    private static final ScanFamily[] FAMILIES = ScanFamily.values();

    private Keys() {}

    static Bytes scan(byte kind, ScanKey key) {
        byte[] site = key.site().getBytes(StandardCharsets.UTF_8);
        byte[] address = key.originator().bytes();
        ByteBuffer out =
                ByteBuffer.allocate(1 + Short.BYTES + site.length + 2 + address.length + Long.BYTES + Integer.BYTES);
        out.put(kind).putShort((short) site.length).put(site);
        out.put((byte) key.family().ordinal());
        out.put((byte) address.length).put(address);
        out.putLong(key.bucket()).putInt(key.revision());
        return Bytes.wrap(out.array());
    }

    static Bytes chunk(ScanKey key, int number) {
        byte[] scan = scan(TARGETS, key).get();
        return Bytes.wrap(ByteBuffer.allocate(scan.length + 1)
                .put(scan)
                .put((byte) number)
                .array());
    }

    /** Reads a key that ends in a scan key, which begins after its first bytes. */
    static ScanKey scanKey(Bytes key, int skip) {
        ByteBuffer in = ByteBuffer.wrap(key.get()).position(skip);
        byte[] site = new byte[in.getShort() & 0xFFFF];
        in.get(site);
        ScanFamily family = FAMILIES[in.get()];
        byte[] address = new byte[in.get()];
        in.get(address);
        return new ScanKey(
                new String(site, StandardCharsets.UTF_8), IpAddress.of(address), family, in.getLong(), in.getInt());
    }

    static Bytes site(byte kind, String site) {
        byte[] bytes = site.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(1 + Short.BYTES + bytes.length)
                .put(kind)
                .putShort((short) bytes.length)
                .put(bytes)
                .array());
    }

    /** The revision that the state under a key was counted for; what hosts are known by has none and is of all. */
    static int revision(Bytes state) {
        byte[] key = state.get();
        return key[0] == FACT ? 0 : ByteBuffer.wrap(key).getInt(key.length - Integer.BYTES);
    }

    static Bytes sent(UUID capture, int revision) {
        return Bytes.wrap(capture(SENT, capture, revision, 0).array());
    }

    static Bytes marks(UUID capture, int revision) {
        return Bytes.wrap(capture(MARKS, capture, revision, 0).array());
    }

    static Bytes owedPrefix(UUID capture, int revision) {
        return Bytes.wrap(capture(OWED, capture, revision, 0).array());
    }

    static Bytes owed(UUID capture, int revision, ScanKey key) {
        byte[] scan = scan(SCAN, key).get();
        return Bytes.wrap(capture(OWED, capture, revision, scan.length - 1)
                .put(scan, 1, scan.length - 1)
                .array());
    }

    /** The scan key within an owed key. */
    static ScanKey owedKey(Bytes key) {
        return scanKey(key, 1 + CAPTURE);
    }

    static Bytes index(long slot, Bytes of) {
        byte[] target = of.get();
        return Bytes.wrap(ByteBuffer.allocate(1 + Long.BYTES + target.length)
                .put(INDEX)
                .putLong(slot)
                .put(target)
                .array());
    }

    static long indexSlot(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong(1);
    }

    static Bytes indexTarget(Bytes key) {
        byte[] all = key.get();
        byte[] target = new byte[all.length - 1 - Long.BYTES];
        System.arraycopy(all, 1 + Long.BYTES, target, 0, target.length);
        return Bytes.wrap(target);
    }

    static ByteBuffer capture(byte kind, UUID capture, int revision, int more) {
        return ByteBuffer.allocate(1 + CAPTURE + more)
                .put(kind)
                .putLong(capture.getMostSignificantBits())
                .putLong(capture.getLeastSignificantBits())
                .putInt(revision);
    }
}
