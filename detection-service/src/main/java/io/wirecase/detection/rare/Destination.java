package io.wirecase.detection.rare;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.RegisteredDomain;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.HostNames;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom a flow went to: the registered domain of the name asked for, since one service has many names and addresses.
 * Without a name it is the address, and how rare it is, is asked of the network around it, since neighbours are mostly
 * one operator's.
 *
 * @param entity the domain, else the address
 * @param place the domain, else the network around the address
 */
public record Destination(String entity, String place) {

    private static final int V4_BITS = 24;
    private static final int V6_BITS = 48;

    /** The destination of a flow. */
    public static Destination of(Flow flow) {
        return domain(flow)
                .map(domain -> new Destination(domain, domain))
                .orElseGet(() -> new Destination(flow.responder().toString(), network(flow.responder())));
    }

    private static Optional<String> domain(Flow flow) {
        UntrustedText name = HostNames.wanted(flow);
        return name == null
                ? Optional.empty()
                : RegisteredDomain.of(HostNames.bare(name).toLowerCase(Locale.ROOT))
                        .map(RegisteredDomain::domain);
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
