package io.wirecase.capture.run;

import io.wirecase.core.wire.CaptureState;
import java.util.UUID;

/** Where flows go. Thread-safe. */
public interface FlowOutlet {

    /**
     * Takes a capture over: whoever published it before cannot any more, and what it left unfinished is undone.
     *
     * @throws OutletException.Unavailable when the bus does not answer
     * @throws InterruptedException when the caller should stop
     */
    CapturePublication take(UUID capture) throws InterruptedException;

    /**
     * Tells readers a capture's state: that it was accepted, or other news of its packets; returns when they can know.
     *
     * @throws OutletException.Unavailable when the bus does not answer
     * @throws InterruptedException when the caller should stop
     */
    void announce(CaptureState state) throws InterruptedException;
}
