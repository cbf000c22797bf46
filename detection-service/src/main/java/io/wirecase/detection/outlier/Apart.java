package io.wirecase.detection.outlier;

import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.Comparator;

/**
 * A large flow, which may stand apart from the others of its group.
 *
 * @param ofSent whether it is large by what the originator sent, else by what it received
 * @param bytes how many payload bytes
 * @param startNanos its start
 * @param peer its responder
 */
record Apart(boolean ofSent, long bytes, long startNanos, IpAddress peer) {

    /** The largest first; total, so that the same ones are kept in every order. */
    static final Comparator<Apart> LARGEST = Comparator.comparingLong(Apart::bytes)
            .reversed()
            .thenComparingLong(Apart::startNanos)
            .thenComparing(Apart::ofSent)
            .thenComparing(Apart::peer);

    void write(StateWriter out) {
        out.counts(ofSent ? 1 : 0, bytes).bits(startNanos).block(peer.bytes());
    }

    static Apart read(StateReader in) {
        return new Apart(in.count() == 1, in.count(), in.bits(), IpAddress.of(in.block()));
    }
}
