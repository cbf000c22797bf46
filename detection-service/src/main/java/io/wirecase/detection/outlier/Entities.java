package io.wirecase.detection.outlier;

import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.RegisteredDomain;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/** Whom a flow went to: by the registered domain that was asked for, since one service has many addresses. */
final class Entities {

    private Entities() {}

    /** Entity and port, for example {@code example.com:443/tcp}; the address where no name is known. */
    static String of(Flow flow, int port) {
        UntrustedText name = name(flow);
        String entity = name == null
                ? flow.responder().toString()
                : RegisteredDomain.of(name.raw()).map(RegisteredDomain::domain).orElseGet(name::raw);
        return entity + ":" + port + (flow.key().transport() == Transport.TCP ? "/tcp" : "/udp");
    }

    private static @Nullable UntrustedText name(Flow flow) {
        if (flow.resolution() != null) {
            return flow.resolution().name();
        }
        TlsFacts tls = flow.facts().tls();
        return tls == null ? null : tls.serverName();
    }
}
