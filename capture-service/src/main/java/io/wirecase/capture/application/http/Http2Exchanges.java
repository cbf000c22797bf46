package io.wirecase.capture.application.http;

import io.netty.handler.codec.http2.Http2Headers;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpExchange.Header;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exchanges of an HTTP/2 connection, each on a stream of its own; the first of them are kept. */
final class Http2Exchanges {

    private static final int MAX_TEXT = 14 * 1024;
    /** Bytes that an exchange takes besides its fields. */
    private static final int AN_EXCHANGE = 400;
    /** What a compressed byte of fields takes: a block of 100 bytes becomes a dozen fields. */
    private static final int SPREAD = 32;

    private static final int FINAL = 200;
    private static final int MAX_DIGITS = 3;
    private static final UntrustedText VERSION = new UntrustedText("HTTP/2");

    private static final class Side {
        private final HeaderBlock.Fields fields;
        private long body;

        Side(HeaderBlock.Fields fields) {
            this.fields = fields;
        }
    }

    private static final class Exchange {
        private @Nullable Side request;
        private @Nullable Side response;
    }

    private final List<Exchange> kept = new ArrayList<>();
    private final Map<Integer, Exchange> streams = new HashMap<>();
    private final HttpLogin login = new HttpLogin();
    private int text;
    private long omitted;
    private int lastOmitted;

    /** A head, or trailers, which are passed over. */
    void head(HeaderBlock.Fields fields, boolean request) {
        Http2Headers headers = fields.headers();
        if (request) {
            login.request(scheme(headers.get("authorization")), fields.packet());
        } else {
            login.response(status(headers));
        }
        Exchange exchange = exchange(fields.stream());
        if (exchange == null) {
            return;
        }
        boolean first = (request ? exchange.request : exchange.response) == null;
        boolean pseudo = request ? headers.method() != null : status(headers) >= FINAL;
        if (first && pseudo) {
            text += fields.length();
            if (request) {
                exchange.request = new Side(fields);
            } else {
                exchange.response = new Side(fields);
            }
        }
    }

    private @Nullable Exchange exchange(int stream) {
        Exchange known = streams.get(stream);
        if (known != null) {
            return known;
        }
        if (kept.size() >= HttpFacts.MAX_EXCHANGES || text >= MAX_TEXT) {
            omitted += stream > lastOmitted ? 1 : 0;
            lastOmitted = Math.max(lastOmitted, stream);
            return null;
        }
        Exchange begun = new Exchange();
        kept.add(begun);
        streams.put(stream, begun);
        return begun;
    }

    /** Body bytes on a stream. */
    void body(int stream, boolean request, long bytes) {
        Exchange exchange = streams.get(stream);
        Side side = exchange == null ? null : request ? exchange.request : exchange.response;
        if (side != null) {
            side.body += bytes;
        }
    }

    @Nullable
    UntrustedText askedName() {
        Side first = kept.isEmpty() ? null : kept.getFirst().request;
        return first == null ? null : host(first.fields.headers());
    }

    /** Bytes of memory they take. */
    int held() {
        return kept.size() * AN_EXCHANGE + SPREAD * text;
    }

    void tell(Facts.Draft facts) {
        if (kept.isEmpty()) {
            return;
        }
        List<HttpExchange> exchanges = new ArrayList<>();
        for (Exchange exchange : kept) {
            Side request = exchange.request;
            Side response = exchange.response;
            if (request != null || response != null) {
                exchanges.add(new HttpExchange(
                        request == null ? null : request(request), response == null ? null : response(response)));
            }
        }
        facts.http(new HttpFacts(exchanges, omitted));
        login.tell(facts);
    }

    private static HttpExchange.Request request(Side side) {
        Http2Headers headers = side.fields.headers();
        HttpExchange.Head head = head(side);
        return new HttpExchange.Request(
                head,
                text(headers.method(), ""),
                text(headers.path(), ""),
                VERSION,
                host(headers),
                head.field("user-agent"));
    }

    private static HttpExchange.Response response(Side side) {
        HttpExchange.Head head = head(side);
        return new HttpExchange.Response(
                head, status(side.fields.headers()), head.field("server"), head.field("content-type"));
    }

    private static HttpExchange.Head head(Side side) {
        HeaderBlock.Fields fields = side.fields;
        List<Header> headers = new ArrayList<>();
        int left = 0;
        int size = 0;
        for (Map.Entry<CharSequence, CharSequence> field : fields.headers()) {
            String name = field.getKey().toString();
            if (name.startsWith(":")) {
                continue;
            }
            String value = field.getValue().toString();
            boolean secret = name.equals("authorization") || name.equals("proxy-authorization");
            String kept = secret ? MessageHead.scheme(value) : value;
            Header header = new Header(new UntrustedText(name), new UntrustedText(kept));
            size += header.name().raw().length() + header.value().raw().length();
            if (headers.size() < HttpExchange.MAX_HEADERS && size <= MessageHead.MAX_TEXT) {
                headers.add(header);
            } else {
                left++;
            }
        }
        return new HttpExchange.Head(fields.timeNanos(), fields.packet(), fields.length(), side.body, headers, left);
    }

    private static @Nullable UntrustedText host(Http2Headers headers) {
        CharSequence named = headers.authority() == null ? headers.get("host") : headers.authority();
        return named == null ? null : new UntrustedText(named.toString());
    }

    private static UntrustedText text(@Nullable CharSequence value, String otherwise) {
        return new UntrustedText(value == null ? otherwise : value.toString());
    }

    private static @Nullable String scheme(@Nullable CharSequence credentials) {
        return credentials == null ? null : MessageHead.scheme(credentials.toString());
    }

    /** The status, or -1 without one of 100 to 999. */
    private static int status(Http2Headers headers) {
        CharSequence digits = headers.status();
        if (digits == null || digits.length() != MAX_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int status = Integer.parseInt(digits.toString());
        return status >= 100 ? status : -1;
    }
}
