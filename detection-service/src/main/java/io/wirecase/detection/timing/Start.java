package io.wirecase.detection.timing;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.IpAddress;
import java.util.SplittableRandom;

/**
 * One start in a series.
 *
 * @param nanos capture time
 * @param order a draw that depends on the flow: of many flows those with the smallest are kept, a fair sample in any
 *     order
 * @param peer its responder
 * @param packets its packets
 * @param sent payload bytes sent by the originator
 * @param named whether the client asked for a name
 */
record Start(long nanos, long order, IpAddress peer, long packets, long sent, boolean named) {

    /**
     * A flow's draw: the same for the same packets at any site, so that a capture is judged and shown alike wherever it
     * is sent. Ids hold the site, and would not do.
     */
    static long order(Flow flow) {
        long packet = Long.rotateLeft(flow.span().firstPacket(), Integer.SIZE);
        return new SplittableRandom(flow.span().startNanos() ^ packet).nextLong();
    }
}
