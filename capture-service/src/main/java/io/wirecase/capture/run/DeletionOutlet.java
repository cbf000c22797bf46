package io.wirecase.capture.run;

import io.wirecase.core.wire.CaptureState;

/** Where readers are told that a capture is deleted. Thread-safe. */
@FunctionalInterface
public interface DeletionOutlet {

    /**
     * Tells readers that a capture is deleted; returns when they can know. Whoever publishes it cannot any more, and
     * what it left unfinished is undone.
     *
     * @param deleted the capture as deleted; its revision is raised to the highest that was published
     * @throws OutletException.Unavailable when the bus does not answer
     * @throws InterruptedException when the caller should stop
     */
    void delete(CaptureState deleted) throws InterruptedException;
}
