package io.wirecase.capture.run;

import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishes one capture: {@link #start}, flows, then {@link #complete} or {@link #fail}. Flows and the state that
 * counts them become visible together. One thread at a time.
 */
public interface CapturePublication extends FlowSink, AutoCloseable {

    /** What was published of the capture when it was taken, or empty. */
    Optional<CaptureState> before();

    /** How many partitions flows are spread over. */
    int partitions();

    /**
     * Says what will be published. May be called again after {@link OutletException.Diverged}.
     *
     * @param capture the capture's state without publication; its revision is the one to publish
     * @param plan what to skip
     * @param decoder fingerprint of what reads the capture
     */
    void start(CaptureState capture, Plan.Publish plan, String decoder);

    /**
     * Says, of a capture that goes on, that all there was up to a time is published; readers can then tell how far what
     * they hold is whole.
     *
     * @param throughNanos flow records that ended before this time, nanoseconds since 1970, are published
     * @param accounts where the packets went so far
     */
    void mark(long throughNanos, Accounts accounts);

    /** Says that nothing follows: the end markers of every partition and the completed state. */
    void complete(Accounts accounts);

    /**
     * Says that the capture could not be read. Readers take a failed capture for drained; end markers are sent all the
     * same when flows were published before it failed.
     *
     * @param reason why, as a phrase for people
     * @param accounts where its packets went, or null when none was read
     */
    void fail(String reason, @Nullable Accounts accounts);

    /** Lets go. What was not committed is undone. */
    @Override
    void close();
}
