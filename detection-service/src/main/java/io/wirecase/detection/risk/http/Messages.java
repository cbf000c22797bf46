package io.wirecase.detection.risk.http;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpExchange.Request;
import io.wirecase.core.fact.HttpExchange.Response;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The HTTP messages of a flow. */
final class Messages {

    private Messages() {}

    /**
     * The exchanges that are judged: all that are kept. nDPI ends its look at a flow with the first answer, and never
     * looks into a tunnel.
     */
    static List<HttpExchange> exchanges(Flow flow, DetectionContext context) {
        HttpFacts http = flow.facts().http();
        if (http == null
                || context.ndpiCompatible() && !flow.application().carrier().startsWith("HTTP")) {
            return List.of();
        }
        List<HttpExchange> all = http.exchanges();
        if (!context.ndpiCompatible()) {
            return all;
        }
        int first = 0;
        while (first < all.size() && all.get(first).response() == null) {
            first++;
        }
        return all.subList(0, Math.min(first + 1, all.size()));
    }

    static List<Request> requests(Flow flow, DetectionContext context) {
        return requests(exchanges(flow, context));
    }

    static List<Request> requests(List<HttpExchange> exchanges) {
        List<Request> requests = new ArrayList<>();
        for (HttpExchange exchange : exchanges) {
            Request request = exchange.request();
            if (request != null) {
                requests.add(request);
            }
        }
        return requests;
    }

    static List<Response> responses(Flow flow, DetectionContext context) {
        List<Response> responses = new ArrayList<>();
        for (HttpExchange exchange : exchanges(flow, context)) {
            Response response = exchange.response();
            if (response != null) {
                responses.add(response);
            }
        }
        return responses;
    }

    static Stream<HttpExchange.Header> headers(HttpExchange exchange) {
        Request request = exchange.request();
        Response response = exchange.response();
        return Stream.concat(
                request == null ? Stream.empty() : request.head().headers().stream(),
                response == null ? Stream.empty() : response.head().headers().stream());
    }

    /** A media type without parameters in lower case, or empty without one (RFC 9110 section 8.3.1). */
    static String mediaType(@Nullable UntrustedText contentType) {
        if (contentType == null) {
            return "";
        }
        String raw = contentType.raw();
        int parameters = raw.indexOf(';');
        return (parameters < 0 ? raw : raw.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** The character set a media type names, in lower case, or empty without one (RFC 9110 section 8.3.2). */
    static String charset(@Nullable UntrustedText contentType) {
        String lower = contentType == null ? "" : contentType.raw().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("charset=");
        if (at < 0) {
            return "";
        }
        String rest = lower.substring(at + "charset=".length()).replace("\"", "");
        int end = rest.indexOf(';');
        return (end < 0 ? rest : rest.substring(0, end)).strip();
    }

    /** The path of a request target, without its query. */
    static String path(Request request) {
        String target = request.target().raw();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
