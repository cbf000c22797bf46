package io.wirecase.capture.application.datagram;

import io.wirecase.core.flow.Facts;
import java.util.List;

/** Reads the datagrams of one flow. Bounded in memory; no bytes make it throw. Keeps no reference to their array. */
public interface DatagramDecoder {

    /**
     * Reads a datagram.
     *
     * @return whether it is of this protocol; what is not changes nothing
     */
    boolean read(Datagram datagram);

    /** The names the flow goes by, from the carrier inwards; never empty. */
    List<String> stack();

    /** Whether another datagram can still change what it tells. */
    boolean wantsMore();

    /** Tells what was read so far; leaves alone what it knows nothing of. */
    void tell(Facts.Draft facts);
}
