package io.wirecase.core.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that both sides showed in clear (RFC 5246 section 7.4.2).
 *
 * @param server the server's chain as sent, its own certificate first, at most {@link #MAX_SHOWN}
 * @param client the client's chain likewise; empty when it showed none
 * @param omitted certificates beyond those kept, of both sides
 * @param unreadable certificates that are none: not parsed by a strict reader of X.509 (RFC 5280), or too large
 * @param covers whether the server's own certificate is for the name that was asked for (RFC 9525: its DNS names, a
 *     wildcard stands for one whole first label; its addresses where an address was asked for), all its names looked
 *     at, not only those kept; null without a certificate, a name asked for, or any name in the certificate
 */
public record TlsCertificates(
        List<TlsCertificate> server,
        List<TlsCertificate> client,
        int omitted,
        int unreadable,
        @Nullable Boolean covers) {

    /** The most certificates kept of one side. */
    public static final int MAX_SHOWN = 4;

    /** Keeps its own copies of the lists. */
    public TlsCertificates {
        server = List.copyOf(server);
        client = List.copyOf(client);
    }
}
