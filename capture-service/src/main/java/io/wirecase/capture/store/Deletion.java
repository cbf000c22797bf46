package io.wirecase.capture.store;

import io.wirecase.core.wire.CaptureState;
import java.util.UUID;

/**
 * A capture that is deleted here and of which readers are still to be told. What people called it is forgotten with it.
 *
 * @param id the capture's id
 * @param revision the highest revision of it
 * @param site its site: another one, or its own id
 * @param sensor what saw it
 * @param sha256 lower-case hex of its content's SHA-256, by which the same content is known when it is sent again
 */
public record Deletion(UUID id, int revision, String site, String sensor, String sha256) {

    private static final String NAME = "deleted capture";

    /** What readers are told. */
    public CaptureState state() {
        return new CaptureState(
                id, revision, site, sensor, NAME, sha256, 0, CaptureState.State.DELETED, 0, null, null, null);
    }
}
