package io.wirecase.capture.application;

import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.Party;

/**
 * The two ends of a flow.
 *
 * @param originator who sent its first packet
 * @param responder the other side
 */
record Ends(Endpoint originator, Endpoint responder) {

    Endpoint of(Party side) {
        return side == Party.ORIGINATOR ? originator : responder;
    }

    /** A side's port, or 0, which no rule names, when it has none. */
    int port(Party side) {
        Integer port = of(side).port();
        return port == null ? 0 : port;
    }

    /** Whether either side has a port. */
    boolean port(int number) {
        return port(Party.ORIGINATOR) == number || port(Party.RESPONDER) == number;
    }
}
