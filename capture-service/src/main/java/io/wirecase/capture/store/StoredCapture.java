package io.wirecase.capture.store;

import io.wirecase.core.wire.CaptureState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A capture that was accepted. Its packets are kept, or were until they had to make room.
 *
 * @param id its id
 * @param revision the revision last asked for, from 1
 * @param site its site: the one named with it, or its own id
 * @param name the file name given with it; chosen by whoever sent it, never part of a path
 * @param sha256 lower-case hex of the content's SHA-256
 * @param bytes the content's size
 * @param gone why its packets are kept no longer, as a phrase for people, or null while they are kept
 * @param goneNanos when they went, nanoseconds since 1970-01-01T00:00Z, or null
 */
public record StoredCapture(
        UUID id,
        int revision,
        String site,
        String name,
        String sha256,
        long bytes,
        @Nullable String gone,
        @Nullable Long goneNanos) {

    /** What captures that were sent say where a live one names its sensor. */
    public static final String SENSOR = "upload";

    /** A capture whose packets are kept. */
    public StoredCapture(UUID id, int revision, String site, String name, String sha256, long bytes) {
        this(id, revision, site, name, sha256, bytes, null, null);
    }

    /** The same capture in another revision. */
    public StoredCapture withRevision(int other) {
        return new StoredCapture(id, other, site, name, sha256, bytes, gone, goneNanos);
    }

    /** The same capture without its packets. */
    StoredCapture without(String reason, long nanos) {
        return new StoredCapture(id, revision, site, name, sha256, bytes, reason, nanos);
    }

    /** Where its packets are. @param instance this instance's name */
    public CaptureState.Keeping keeping(String instance) {
        return new CaptureState.Keeping(instance, gone, goneNanos);
    }

    /** Its state before anything was read. */
    public CaptureState accepted() {
        return new CaptureState(
                id, revision, site, SENSOR, name, sha256, bytes, CaptureState.State.ACCEPTED, 0, null, null, null);
    }
}
