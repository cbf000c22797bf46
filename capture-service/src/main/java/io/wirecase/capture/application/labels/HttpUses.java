package io.wirecase.capture.application.labels;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.net.UntrustedText;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Protocols that use HTTP to carry their messages, told by methods and media types of their own. */
final class HttpUses {

    /** RFC 4918, RFC 3253 and RFC 3744. */
    private static final Set<String> WEBDAV = Set.of(
            "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "REPORT", "MKACTIVITY", "CHECKOUT");

    private static final Map<String, String> MEDIA = Map.of(
            // RFC 6960 appendix C.
            "application/ocsp-request", "OCSP",
            "application/ocsp-response", "OCSP",
            // RFC 3902.
            "application/soap+xml", "SOAP",
            // RFC 8216 section 10.
            "application/vnd.apple.mpegurl", "HLS",
            "application/x-mpegurl", "HLS",
            "audio/mpegurl", "HLS",
            "application/json-rpc", "JSON-RPC",
            // RFC 8484.
            "application/dns-message", "DoH_DoT");

    /** Exchanges looked at; what uses HTTP so does from the start. */
    private static final int MAX_LOOKED = 4;

    private HttpUses() {}

    /** The name of the protocol within, or null when it is HTTP's own kind of use. */
    static @Nullable String of(@Nullable HttpFacts http) {
        if (http == null) {
            return null;
        }
        for (int i = 0; i < Math.min(MAX_LOOKED, http.exchanges().size()); i++) {
            HttpExchange exchange = http.exchanges().get(i);
            String found = exchange.request() == null ? null : of(exchange.request());
            UntrustedText answer =
                    exchange.response() == null ? null : exchange.response().contentType();
            found = found == null && answer != null ? MEDIA.get(type(answer)) : found;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String of(HttpExchange.Request request) {
        if (WEBDAV.contains(request.method().raw())) {
            return "WebDAV";
        }
        String found = null;
        for (HttpExchange.Header header : request.head().headers()) {
            String name = header.name().raw();
            if (name.equalsIgnoreCase("Content-Type")) {
                found = MEDIA.get(type(header.value()));
            } else if (name.equalsIgnoreCase("SOAPAction")) {
                found = "SOAP";
            }
        }
        return found;
    }

    private static String type(UntrustedText value) {
        int semicolon = value.raw().indexOf(';');
        String type = semicolon < 0 ? value.raw() : value.raw().substring(0, semicolon);
        return type.strip().toLowerCase(Locale.ROOT);
    }
}
