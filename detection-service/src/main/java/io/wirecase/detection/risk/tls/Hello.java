package io.wirecase.detection.risk.tls;

import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The ClientHello of a flow (RFC 8446 section 4.1.2), where its habits can be judged. */
final class Hello {

    static final int TLS_1_1 = 0x0302;
    static final int TLS_1_2 = 0x0303;

    private static final String STUN = "STUN";
    private static final Set<String> CALLS = Set.of(STUN);
    private static final Set<String> OF_CALLS = Set.of("webrtc", "c-webrtc");

    /** What is TLS from the first byte, or became it as mail does. */
    private static final Set<String> ITSELF = Set.of("TLS", "DTLS", "QUIC", "IMAPS", "POPS", "SMTPS", "FTPS");

    /** What hands the client's own TLS on. */
    private static final Set<String> HANDING_ON = Set.of("HTTP_Connect", "HTTP_Proxy", "SOCKS", "HAProxy");

    private Hello() {}

    /**
     * The TLS facts of a flow whose ClientHello was seen. Calls in a browser have other habits; so have databases and
     * directories that turn to TLS within a protocol of their own, where one names no server and no protocol.
     */
    static Optional<TlsFacts> of(Flow flow, DetectionContext context) {
        TlsFacts tls = flow.facts().tls();
        return tls == null || tls.clientVersion() == null || call(flow, tls) || !habitual(flow, context)
                ? Optional.empty()
                : Optional.of(tls);
    }

    /** The same where there are streams, as web pages need them: TCP. */
    static Optional<TlsFacts> overTcp(Flow flow, DetectionContext context) {
        return of(flow, context).filter(tls -> flow.key().transport() == Transport.TCP);
    }

    /** Whether it is a call in a browser: found by STUN before (RFC 8445), or by the protocol offered (RFC 8833). */
    static boolean call(Flow flow, TlsFacts tls) {
        ServiceFacts service = flow.facts().service();
        return Applications.any(flow.application(), CALLS)
                || service != null && service.protocol().equals(STUN)
                || tls.alpn().stream().anyMatch(protocol -> OF_CALLS.contains(protocol.raw()));
    }

    private static boolean habitual(Flow flow, DetectionContext context) {
        Application application = flow.application();
        return ITSELF.contains(application.carrier())
                || !context.ndpiCompatible() && HANDING_ON.contains(application.carrier());
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
