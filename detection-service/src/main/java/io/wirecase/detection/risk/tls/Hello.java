package io.wirecase.detection.risk.tls;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.TlsFacts;
import io.wirecase.core.flow.Transport;
import io.wirecase.core.flow.UntrustedText;
import io.wirecase.detection.risk.Applications;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The ClientHello of a flow (RFC 8446 section 4.1.2). */
final class Hello {

    static final int TLS_1_1 = 0x0302;
    static final int TLS_1_2 = 0x0303;

    private static final Set<String> CALLS = Set.of("STUN");

    private Hello() {}

    /** The TLS facts of a flow whose ClientHello was seen; calls in a browser (STUN, then DTLS) have other habits. */
    static Optional<TlsFacts> of(Flow flow) {
        TlsFacts tls = flow.facts().tls();
        return tls == null || tls.clientVersion() == null || Applications.any(flow.application(), CALLS)
                ? Optional.empty()
                : Optional.of(tls);
    }

    /** The same where there are streams, as web pages need them: TCP. */
    static Optional<TlsFacts> overTcp(Flow flow) {
        return of(flow).filter(tls -> flow.key().transport() == Transport.TCP);
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
