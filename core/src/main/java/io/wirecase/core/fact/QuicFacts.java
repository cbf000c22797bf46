package io.wirecase.core.fact;

import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clear and the Initial packets of a QUIC connection showed (RFC 9000, RFC 9369); its ClientHello is told by
 * {@link TlsFacts}.
 *
 * @param version the version of the first long header, as on the wire, 1 for RFC 9000
 * @param offeredVersions what a Version Negotiation packet offered, in order; empty without one
 * @param destinationConnectionId the client's first choice of the server's connection id, hex, maybe empty; null when
 *     its first packet was not seen
 * @param sourceConnectionId the client's own connection id, hex, maybe empty; null when its first packet was not seen
 * @param retried whether the server answered with a Retry packet
 * @param userAgent what the client calls itself in its transport parameters, or null
 */
public record QuicFacts(
        long version,
        List<Long> offeredVersions,
        @Nullable String destinationConnectionId,
        @Nullable String sourceConnectionId,
        boolean retried,
        @Nullable UntrustedText userAgent) {

    /** Keeps its own copy of the list. */
    public QuicFacts {
        offeredVersions = List.copyOf(offeredVersions);
    }
}
