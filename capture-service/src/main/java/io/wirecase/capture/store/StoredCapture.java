package io.wirecase.capture.store;

import io.wirecase.core.wire.CaptureState;
import java.util.UUID;

/**
 * A capture that is kept, as it was accepted.
 *
 * @param id its id
 * @param revision the revision last asked for, from 1
 * @param site its site: the one named with it, or its own id
 * @param name the file name given with it; chosen by whoever sent it, never part of a path
 * @param sha256 lower-case hex of the content's SHA-256
 * @param bytes the content's size
 */
public record StoredCapture(UUID id, int revision, String site, String name, String sha256, long bytes) {

    /** What captures that were sent say where a live one names its sensor. */
    public static final String SENSOR = "upload";

    /** The same capture in another revision. */
    public StoredCapture withRevision(int other) {
        return new StoredCapture(id, other, site, name, sha256, bytes);
    }

    /** Its state before anything was read. */
    public CaptureState accepted() {
        return new CaptureState(
                id, revision, site, SENSOR, name, sha256, bytes, CaptureState.State.ACCEPTED, 0, null, null, null);
    }
}
