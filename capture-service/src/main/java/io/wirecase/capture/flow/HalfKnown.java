package io.wirecase.capture.flow;

import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application;
import java.util.Set;

/**
 * Flows of which a parser tells the protocol and yet little of what they are, so that their first payload is looked at
 * from outside all the same: a single message, the head that a proxy puts before anything, what is encrypted from the
 * start, and TLS of which no hello was seen.
 */
final class HalfKnown {

    private static final Set<String> CARRIERS = Set.of("HAProxy", "IPSec", "Photon", "RTCP");

    private HalfKnown() {}

    /** Whether a parser's name for a flow leaves its first payload to be looked at. */
    static boolean by(Application application) {
        return CARRIERS.contains(application.carrier());
    }

    /** Whether what was read of a flow in the end leaves a look at its first payloads worth telling. */
    static boolean by(Application application, Facts facts) {
        TlsFacts tls = facts.tls();
        boolean hello = tls != null && (tls.clientVersion() != null || tls.version() != null);
        return by(application) || tls != null && !hello;
    }
}
