package io.wirecase.core.measure;

import io.wirecase.core.net.IpAddress;

/**
 * A host's contact with one target: everything it tried at one address and port, folded into one value.
 *
 * @param host the target's address
 * @param port the target's port 0 to 65535, or {@link #NO_PORT} where the transport has none
 * @param firstNanos capture time of the first try
 * @param outcome the best outcome of all tries
 * @param named whether the target was known by name before: a DNS answer led to it, or the client said the name
 */
public record Contact(IpAddress host, int port, long firstNanos, Outcome outcome, boolean named) {

    /** The port of transports that have none. */
    public static final int NO_PORT = -1;

    /** How a contact ended, worst first: the best of several tries is the later constant. */
    public enum Outcome {
        /** Nobody answered. */
        SILENT,
        /** Turned away: a reset, or an ICMP error. */
        REFUSED,
        /** Answered, but nothing was said: a handshake without payload. */
        EMPTY,
        /** Payload went over it. */
        ANSWERED;

        /** Whether it counts as a failed first contact. */
        public boolean failed() {
            return this == SILENT || this == REFUSED;
        }
    }
}
