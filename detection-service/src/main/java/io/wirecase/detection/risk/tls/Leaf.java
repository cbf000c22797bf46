package io.wirecase.detection.risk.tls;

import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsCertificates;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The server's own certificate (RFC 5246 section 7.4.2), where it was sent in clear. */
final class Leaf {

    private static final long NANOS = 1_000_000_000L;

    private Leaf() {}

    /** Judged or not: of a call in a browser too, whose certificates are made for the call (RFC 8827). */
    static Optional<TlsCertificate> of(Flow flow) {
        TlsFacts tls = flow.facts().tls();
        TlsCertificates shown = tls == null ? null : tls.certificates();
        return shown == null ? Optional.empty() : shown.server().stream().findFirst();
    }

    /** Only where somebody vouches for a server: not in a call. nDPI knows calls by their ClientHello alone. */
    static Optional<TlsCertificate> ofServer(Flow flow, DetectionContext context) {
        TlsFacts tls = flow.facts().tls();
        boolean known = tls != null && (!context.ndpiCompatible() || tls.clientVersion() != null);
        return tls != null && known && Hello.call(flow, tls) ? Optional.empty() : of(flow);
    }

    /** When the flow began, by the capture's clock, in seconds since 1970. */
    static long began(Flow flow) {
        return Math.floorDiv(flow.span().startNanos(), NANOS);
    }

    /** A day, as people write it; a certificate may say any number. */
    static String day(long seconds) {
        long bounded = Math.clamp(seconds, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());
        return Instant.ofEpochSecond(bounded)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    static UntrustedText text(String value) {
        return new UntrustedText(value);
    }
}
