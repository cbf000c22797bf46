package io.wirecase.capture.application.http;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pairs responses with requests by order (RFC 9112 section 9.3.2) and keeps the first of them. */
final class Exchanges {

    /** Requests that wait for a response; more at once are hostile, and the oldest is given up. */
    private static final int MAX_WAITING = 256;
    /** Text kept of all exchanges together, so that a flow fits its record. */
    private static final int MAX_TEXT = 14 * 1024;

    /** Bytes that an exchange takes besides its fields, with both its messages. */
    private static final int AN_EXCHANGE = 700;
    /** Bytes that a field takes besides its text: name and value, each a string in a wrapper. */
    private static final int A_FIELD = 144;

    private final List<Exchange> kept = new ArrayList<>();
    private final Deque<Exchange> waiting = new ArrayDeque<>();
    private long omitted;
    private int text;
    private int fields;

    private static final class Exchange {
        private final boolean recorded;
        private final @Nullable String method;
        private @Nullable Message request;
        private @Nullable Message response;

        Exchange(boolean recorded, @Nullable String method) {
            this.recorded = recorded;
            this.method = method;
        }
    }

    void request(Message message) {
        Exchange exchange = open(message.method());
        if (exchange.recorded) {
            exchange.request = message;
            keeps(message);
        }
        waiting.addLast(exchange);
        if (waiting.size() > MAX_WAITING) {
            waiting.removeFirst();
        }
    }

    /** The method of the request that the next response answers, or null when that request was not seen. */
    @Nullable
    String answering() {
        Exchange next = waiting.peekFirst();
        return next == null ? null : next.method;
    }

    /** A final response; interim ones (RFC 9110 section 15.2) belong to no pair. */
    void response(Message message) {
        Exchange answered = waiting.pollFirst();
        Exchange exchange = answered == null ? open(null) : answered;
        if (exchange.recorded) {
            exchange.response = message;
            keeps(message);
        }
    }

    private void keeps(Message message) {
        text += message.kept();
        fields += message.head().headers().size();
    }

    /** Bytes of memory they take. */
    int held() {
        return (kept.size() + waiting.size()) * AN_EXCHANGE + fields * A_FIELD + text;
    }

    private Exchange open(@Nullable String method) {
        boolean fits = kept.size() < HttpFacts.MAX_EXCHANGES && text < MAX_TEXT;
        Exchange exchange = new Exchange(fits, method);
        if (fits) {
            kept.add(exchange);
        } else {
            omitted++;
        }
        return exchange;
    }

    /** The Host field of the first request, or null without one. */
    @Nullable
    UntrustedText askedName() {
        Message first = kept.isEmpty() ? null : kept.getFirst().request;
        return first == null ? null : first.host();
    }

    HttpFacts facts() {
        List<HttpExchange> exchanges = new ArrayList<>();
        for (Exchange exchange : kept) {
            Message request = exchange.request;
            Message response = exchange.response;
            exchanges.add(new HttpExchange(
                    request == null ? null : request.toRequest(), response == null ? null : response.toResponse()));
        }
        return new HttpFacts(exchanges, omitted);
    }
}
