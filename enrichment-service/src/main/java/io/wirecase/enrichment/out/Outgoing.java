package io.wirecase.enrichment.out;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record on its way out. It goes to the partition it came from. */
public final class Outgoing {
    private final Kind kind;
    private final int partition;
    private final @Nullable String key;
    private final byte[] value;
    private final Headers headers;

    /** A record; the value is not copied and must not be changed any more. */
    public Outgoing(Kind kind, int partition, @Nullable String key, byte[] value, Headers headers) {
        this.kind = kind;
        this.partition = partition;
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** The partition's number, the same in every topic of the service. */
    public int partition() {
        return partition;
    }

    /** Its key, or null where the record it was made of had none. */
    public @Nullable String key() {
        return key;
    }

    /** Its bytes. */
    public byte[] value() {
        return value;
    }

    /** Its headers. */
    public Headers headers() {
        return headers;
    }

    /** Kinds of records. */
    public enum Kind {
        /** An alert with what is known. */
        ENRICHED,
        /** Nothing of a capture follows: must not overtake what came before it. */
        MARKER,
        /** What could not be read, with the reason in its headers. */
        DEAD_LETTER
    }
}
