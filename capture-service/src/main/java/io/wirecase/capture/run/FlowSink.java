package io.wirecase.capture.run;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Accounts;

/** Takes the flows of one capture in their order. One thread at a time. */
public interface FlowSink {

    /**
     * Takes the next flow.
     *
     * @throws OutletException when it cannot be published
     */
    void accept(Flow flow);

    /**
     * Takes a flow that ended before its turn comes, so that it may wait in a smaller form.
     *
     * @return does what {@link #accept} does with the flow; run when its turn comes
     */
    default Runnable ended(Flow flow) {
        return () -> accept(flow);
    }

    /**
     * Tells how far reading is; also the moment to publish what waits. Called some times a second.
     *
     * @param progress share read, 0 to 1
     * @param accounts where the packets went so far
     * @throws OutletException when what waits cannot be published
     */
    void tick(double progress, Accounts accounts);
}
