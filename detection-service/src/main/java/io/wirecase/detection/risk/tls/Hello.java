package io.wirecase.detection.risk.tls;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.TlsFacts;
import io.wirecase.core.flow.Transport;
import io.wirecase.core.flow.UntrustedText;
import java.util.Locale;
import java.util.Optional;

/** The ClientHello of a flow (RFC 8446 section 4.1.2). */
final class Hello {

    static final int TLS_1_1 = 0x0302;
    static final int TLS_1_2 = 0x0303;

    private Hello() {}

    /** The TLS facts of a flow over TCP whose ClientHello was seen; DTLS, mostly WebRTC's, has other habits. */
    static Optional<TlsFacts> overTcp(Flow flow) {
        TlsFacts tls = flow.facts().tls();
        return tls == null || tls.clientVersion() == null || flow.key().transport() != Transport.TCP
                ? Optional.empty()
                : Optional.of(tls);
    }

    static int version(TlsFacts tls) {
        Integer version = tls.clientVersion();
        return version == null ? 0 : version;
    }

    /** Whether a hello that could carry a name has none, neither in clear nor encrypted. */
    static boolean nameless(TlsFacts tls) {
        return version(tls) >= TLS_1_1 && tls.serverName() == null && !tls.encryptedClientHello();
    }

    static UntrustedText hex(int value) {
        return new UntrustedText(String.format(Locale.ROOT, "0x%04x", value));
    }
}
