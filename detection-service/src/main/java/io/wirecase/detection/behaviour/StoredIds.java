package io.wirecase.detection.behaviour;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Ids in the fixed-width form of stored state: 16 bytes each, a list of at most 127 after its length in one byte. */
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

    /** Reads an id. */
    public static UUID id(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }
}
