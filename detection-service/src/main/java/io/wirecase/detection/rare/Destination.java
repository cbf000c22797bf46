package io.wirecase.detection.rare;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.HttpExchange;
import io.wirecase.core.flow.HttpFacts;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.flow.RegisteredDomain;
import io.wirecase.core.flow.TlsFacts;
import io.wirecase.core.flow.UntrustedText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom a flow went to: the registered domain of the name asked for, since one service has many names and addresses;
 * without a name the network around the address, since neighbours are mostly one operator's.
 */
final class Destination {

    private static final int V4_BITS = 24;
    private static final int V6_BITS = 48;

    private Destination() {}

    static String of(Flow flow) {
        UntrustedText name = name(flow);
        return name == null
                ? network(flow.responder())
                : RegisteredDomain.of(name.raw().toLowerCase(Locale.ROOT))
                        .map(RegisteredDomain::domain)
                        .orElseGet(() -> network(flow.responder()));
    }

    private static @Nullable UntrustedText name(Flow flow) {
        TlsFacts tls = flow.facts().tls();
        if (tls != null && tls.serverName() != null) {
            return tls.serverName();
        }
        HttpFacts http = flow.facts().http();
        if (http != null && !http.exchanges().isEmpty()) {
            HttpExchange.Request request = http.exchanges().getFirst().request();
            if (request != null && request.host() != null) {
                return request.host();
            }
        }
        return flow.resolution() == null ? null : flow.resolution().name();
    }

    private static String network(IpAddress address) {
        byte[] bytes = address.bytes();
        int bits = address.v4() ? V4_BITS : V6_BITS;
        for (int i = bits / Byte.SIZE; i < bytes.length; i++) {
            bytes[i] = 0;
        }
        return IpAddress.of(bytes) + "/" + bits;
    }
}
