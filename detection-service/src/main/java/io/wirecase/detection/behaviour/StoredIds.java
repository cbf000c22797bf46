package io.wirecase.detection.behaviour;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Ids and lots in the fixed-width form of stored state: 16 and 8 bytes each, a list of at most 127 after its length in
 * one byte.
 */
public final class StoredIds {

    private StoredIds() {}

    /** Writes a list. */
    public static void putAll(ByteBuffer out, Collection<UUID> ids) {
        out.put((byte) ids.size());
        ids.forEach(id -> put(out, id));
    }

    /** Writes an id. */
    public static void put(ByteBuffer out, UUID id) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    /** Reads a list. */
    public static List<UUID> ids(ByteBuffer in) {
        int count = in.get();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(id(in));
        }
        return ids;
    }

    /** Writes a list of lots: see {@link Draw}. */
    public static void putLots(ByteBuffer out, Collection<Long> lots) {
        out.put((byte) lots.size());
        lots.forEach(out::putLong);
    }

    /** Reads a list of lots. */
    public static List<Long> lots(ByteBuffer in) {
        int count = in.get();
        List<Long> lots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lots.add(in.getLong());
        }
        return lots;
    }

    /** Reads an id. */
    public static UUID id(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }
}
