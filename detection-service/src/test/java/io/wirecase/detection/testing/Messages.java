package io.wirecase.detection.testing;

import io.wirecase.core.fact.Content;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpExchange.Head;
import io.wirecase.core.fact.HttpExchange.Header;
import io.wirecase.core.fact.HttpExchange.Request;
import io.wirecase.core.fact.HttpExchange.Response;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as parsers hand them on. */
public final class Messages {

    public static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private Messages() {}

    /** A request; fields are name, value, name, value. */
    public static Request request(String method, String target, @Nullable String host, String... fields) {
        List<Header> headers = headers(fields);
        if (host != null) {
            headers.addFirst(new Header(text("Host"), text(host)));
        }
        Head head = new Head(0, 1, 200, 0, headers, 0);
        return new Request(
                head, text(method), text(target), text("HTTP/1.1"), head.field("Host"), head.field("User-Agent"));
    }

    public static Request get(String target, String userAgent) {
        return request("GET", target, "example.org", "User-Agent", userAgent);
    }

    public static Response response(int status, String... fields) {
        Head head = new Head(0, 2, 200, 0, headers(fields), 0);
        return new Response(head, status, head.field("Server"), head.field("Content-Type"));
    }

    /** A response whose body begins so in the packet that ends its head. */
    public static Response answered(Content content, int bytes, @Nullable Double entropy, String... fields) {
        Head head = new Head(0, 2, 200, bytes, headers(fields), 0, new HttpExchange.BodyStart(content, bytes, entropy));
        return new Response(head, 200, head.field("Server"), head.field("Content-Type"));
    }

    public static HttpExchange exchange(@Nullable Request request, @Nullable Response response) {
        return new HttpExchange(request, response);
    }

    /** A whole exchange of a browser that asks for a target. */
    public static HttpExchange browsed(String target) {
        return exchange(get(target, BROWSER), response(200, "Server", "nginx", "Content-Type", "text/html"));
    }

    public static TlsFacts hello(int version, @Nullable String name, String... alpn) {
        List<UntrustedText> offered = new ArrayList<>();
        for (String protocol : alpn) {
            offered.add(text(protocol));
        }
        return new TlsFacts(
                version, 0x0304, 0x1301, name == null ? null : text(name), offered, null, null, null, false);
    }

    public static TlsFacts chosen(int cipher) {
        return new TlsFacts(0x0303, 0x0303, cipher, text("example.org"), List.of(text("h2")), null, null, null, false);
    }

    public static DnsFacts.Transaction answer(String name, int code, DnsFacts.Answer... answers) {
        return new DnsFacts.Transaction(0, 1, 7, text(name), 1, code, List.of(answers), 0);
    }

    public static DnsFacts.Answer address(long ttl) {
        return new DnsFacts.Answer(1, ttl, IpAddress.of("203.0.113.7"), null);
    }

    public static UntrustedText text(String raw) {
        return new UntrustedText(raw);
    }

    private static List<Header> headers(String... fields) {
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            headers.add(new Header(text(fields[i]), text(fields[i + 1])));
        }
        return headers;
    }
}
