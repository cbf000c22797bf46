package io.wirecase.detection.risk.http;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.HttpExchange;
import io.wirecase.core.flow.HttpExchange.Request;
import io.wirecase.core.flow.HttpExchange.Response;
import io.wirecase.core.flow.HttpFacts;
import io.wirecase.core.flow.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The HTTP messages of a flow. */
final class Messages {

    private Messages() {}

    static List<HttpExchange> exchanges(Flow flow) {
        HttpFacts http = flow.facts().http();
        return http == null ? List.of() : http.exchanges();
    }

    static List<Request> requests(Flow flow) {
        List<Request> requests = new ArrayList<>();
        for (HttpExchange exchange : exchanges(flow)) {
            Request request = exchange.request();
            if (request != null) {
                requests.add(request);
            }
        }
        return requests;
    }

    static List<Response> responses(Flow flow) {
        List<Response> responses = new ArrayList<>();
        for (HttpExchange exchange : exchanges(flow)) {
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

    /** The path of a request target, without its query. */
    static String path(Request request) {
        String target = request.target().raw();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
