package io.wirecase.detection.timing;

import io.wirecase.core.net.IpAddress;
import java.util.Comparator;

/**
 * A flow that lasts.
 *
 * @param order its lot, the same for all its parts: see {@link io.wirecase.detection.behaviour.Draw}
 * @param startNanos its start
 * @param nanos how long it has lasted
 * @param packets its packets so far
 * @param peer its responder
 * @param port the responder's port
 */
record LongFlow(long order, long startNanos, long nanos, long packets, IpAddress peer, int port) {

    /** The longest first. */
    static final Comparator<LongFlow> LONGEST =
            Comparator.comparingLong(LongFlow::nanos).reversed().thenComparingLong(LongFlow::order);
}
