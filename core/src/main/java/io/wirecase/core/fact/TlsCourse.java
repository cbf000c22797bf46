package io.wirecase.core.fact;

import io.wirecase.core.net.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a TLS handshake went, as far as it was in clear.
 *
 * @param offered how the client offered to resume an earlier session, or null when it did not
 * @param resumed how the server resumed one, or null when it did not or that was not seen. Up to TLS 1.2 a session
 *     that both sides took up again without certificates; whether by id or ticket is told by what the client offered
 * @param certificateRequested whether the server asked the client for a certificate, seen up to TLS 1.2
 * @param alerts the clear alerts in order, the first {@link #MAX_ALERTS}
 * @param retried whether the server asked for another ClientHello (HelloRetryRequest, HelloVerifyRequest)
 * @param heartbeat whether both sides agreed on heartbeats (RFC 6520), or null without both hellos
 */
public record TlsCourse(
        @Nullable Resumption offered,
        @Nullable Resumption resumed,
        boolean certificateRequested,
        List<Alert> alerts,
        boolean retried,
        @Nullable Boolean heartbeat) {

    /** The most alerts kept. */
    public static final int MAX_ALERTS = 4;

    /** Keeps its own copy of the list. */
    public TlsCourse {
        alerts = List.copyOf(alerts);
    }

    /** What stands for an earlier session. */
    public enum Resumption {
        /** A session id (RFC 5246 section 7.3). */
        SESSION_ID,
        /** A session ticket (RFC 5077). */
        TICKET,
        /** A pre-shared key (RFC 8446 section 2.2). */
        PRE_SHARED_KEY
    }

    /**
     * An alert (RFC 8446 section 6).
     *
     * @param from who sent it
     * @param level 1 for a warning, 2 for a fatal one
     * @param description its number in the IANA registry, for example 40 for handshake_failure
     */
    public record Alert(Party from, int level, int description) {}
}
