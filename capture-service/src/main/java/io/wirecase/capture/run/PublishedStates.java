package io.wirecase.capture.run;

import io.wirecase.core.wire.CaptureState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What readers of the bus know of captures. Thread-safe. */
public interface PublishedStates {

    /**
     * The state of a capture that readers know, all that was committed until now included; waits for it to arrive.
     *
     * @throws OutletException.Unavailable when the bus does not answer
     * @throws InterruptedException when the caller should stop
     */
    Optional<CaptureState> current(UUID capture) throws InterruptedException;

    /**
     * The states of all captures that readers know, as {@link #current} does.
     *
     * @throws OutletException.Unavailable when the bus does not answer
     * @throws InterruptedException when the caller should stop
     */
    List<CaptureState> all() throws InterruptedException;
}
