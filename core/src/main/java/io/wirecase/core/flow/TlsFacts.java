package io.wirecase.core.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clear part of a TLS handshake showed (RFC 8446, RFC 5246).
 *
 * @param clientVersion the ClientHello's legacy_version, for example 0x0303, or null without a ClientHello
 * @param version the version the server chose (supported_versions first), or null without a ServerHello
 * @param cipher the cipher suite the server chose, or null without a ServerHello
 * @param serverName the name asked for (SNI, RFC 6066), or null
 * @param alpn the application protocols the client offered (RFC 7301), in order
 * @param chosenAlpn the one the server chose in clear, or null
 * @param ja3 the JA3 fingerprint of the ClientHello (MD5, hex), or null
 * @param ja4 the JA4 fingerprint of the ClientHello, or null
 * @param encryptedClientHello whether the client offered ECH, so that the name may be a cover
 */
public record TlsFacts(
        @Nullable Integer clientVersion,
        @Nullable Integer version,
        @Nullable Integer cipher,
        @Nullable UntrustedText serverName,
        List<UntrustedText> alpn,
        @Nullable UntrustedText chosenAlpn,
        @Nullable String ja3,
        @Nullable String ja4,
        boolean encryptedClientHello) {

    /** Keeps its own copy of the list. */
    public TlsFacts {
        alpn = List.copyOf(alpn);
    }
}
