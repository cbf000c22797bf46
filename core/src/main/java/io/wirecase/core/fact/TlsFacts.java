package io.wirecase.core.fact;

import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clear part of a TLS, DTLS or QUIC handshake showed (RFC 8446, RFC 5246, RFC 9147, RFC 9001).
 *
 * @param clientVersion the ClientHello's legacy_version, for example 0x0303, or null without a ClientHello
 * @param version the version the server chose (supported_versions first), or null without a ServerHello
 * @param cipher the cipher suite the server chose, or null without a ServerHello
 * @param serverName the name asked for (SNI, RFC 6066) as it was sent, valid or not, or null
 * @param alpn the application protocols the client offered (RFC 7301), in order
 * @param chosenAlpn the one the server chose in clear, or null
 * @param ja3 the JA3 fingerprint of the ClientHello (MD5, hex), or null
 * @param ja4 the JA4 fingerprint of the ClientHello, or null
 * @param encryptedClientHello whether the client sent an ECH extension, so that the name may be a cover. Browsers send
 *     a random one (GREASE, RFC 9849 section 6.2) to servers without ECH too; from outside the two are the same
 * @param ja3s the JA3S fingerprint of the ServerHello (MD5, hex), or null
 * @param client more of what the client sent, or null where nothing beyond the above was read
 * @param certificates what both sides showed in clear: up to TLS 1.2 only, since 1.3 encrypts them; else null
 * @param course how the handshake went, or null where nothing of it was seen
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
        boolean encryptedClientHello,
        @Nullable String ja3s,
        @Nullable TlsClient client,
        @Nullable TlsCertificates certificates,
        @Nullable TlsCourse course) {

    /** Keeps its own copy of the list. */
    public TlsFacts {
        alpn = List.copyOf(alpn);
    }

    /** Facts of hellos alone. */
    public TlsFacts(
            @Nullable Integer clientVersion,
            @Nullable Integer version,
            @Nullable Integer cipher,
            @Nullable UntrustedText serverName,
            List<UntrustedText> alpn,
            @Nullable UntrustedText chosenAlpn,
            @Nullable String ja3,
            @Nullable String ja4,
            boolean encryptedClientHello) {
        this(
                clientVersion,
                version,
                cipher,
                serverName,
                alpn,
                chosenAlpn,
                ja3,
                ja4,
                encryptedClientHello,
                null,
                null,
                null,
                null);
    }
}
