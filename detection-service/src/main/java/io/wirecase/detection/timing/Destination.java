package io.wirecase.detection.timing;

import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.HostNames;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whom a flow went to: the name the client asked for, since one service has many addresses; else the address. */
final class Destination {

    private static final int LONGEST_NAME = 253;

    private Destination() {}

    /** The name in TLS, else in HTTP, else the one that was resolved; null where the client used an address. */
    static @Nullable String name(Flow flow) {
        UntrustedText asked = HostNames.wanted(flow);
        if (asked == null || asked.raw().isEmpty()) {
            return null;
        }
        String name = asked.raw().toLowerCase(Locale.ROOT);
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** Whether the responder took part: a connection that was accepted, a datagram that was answered. */
    static boolean answered(Flow flow) {
        TcpFacts tcp = flow.facts().tcp();
        if (flow.key().transport() == Transport.TCP && tcp != null) {
            return (tcp.responderFlags() & TcpFacts.SYN) != 0
                    || flow.traffic().responder().payloadBytes() > 0;
        }
        return flow.traffic().responder().packets() > 0;
    }
}
