package io.wirecase.report.measurement;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What HTTP exchanges said, as far as they were seen in clear.
 *
 * @param flows flows with at least one exchange read
 * @param requests requests read
 * @param withoutUserAgent requests with no or an empty User-Agent
 * @param methods requests by method
 * @param replies replies read
 * @param emptyReplies replies without a body
 * @param maxBody the longest body of a reply, in bytes
 * @param statuses replies by status code
 * @param userAgents User-Agent values, at most {@link #MAX_VALUES}
 * @param servers Server values, at most {@link #MAX_VALUES}
 * @param commonRequest requests with the most frequent method, target and Host; 0 without requests
 */
public record HttpContent(
        int flows,
        int requests,
        int withoutUserAgent,
        SortedMap<UntrustedText, Integer> methods,
        int replies,
        int emptyReplies,
        long maxBody,
        SortedMap<Integer, Integer> statuses,
        SortedSet<UntrustedText> userAgents,
        SortedSet<UntrustedText> servers,
        int commonRequest) {

    /** The most distinct values kept. */
    public static final int MAX_VALUES = 8;

    static HttpContent of(List<Flow> flows) {
        Counter counter = new Counter();
        flows.forEach(counter::add);
        return counter.done();
    }

    private static final class Counter {
        private int flows;
        private int requests;
        private int withoutUserAgent;
        private final SortedMap<UntrustedText, Integer> methods = new TreeMap<>();
        private int replies;
        private int emptyReplies;
        private long maxBody;
        private final SortedMap<Integer, Integer> statuses = new TreeMap<>();
        private final SortedSet<UntrustedText> userAgents = new TreeSet<>();
        private final SortedSet<UntrustedText> servers = new TreeSet<>();
        private final Map<List<Object>, Integer> same = new HashMap<>();

        void add(Flow flow) {
            var http = flow.facts().http();
            if (http == null || http.exchanges().isEmpty()) {
                return;
            }
            flows++;
            for (HttpExchange exchange : http.exchanges()) {
                if (exchange.request() != null) {
                    request(exchange.request());
                }
                if (exchange.response() != null) {
                    response(exchange.response());
                }
            }
        }

        private void request(HttpExchange.Request request) {
            requests++;
            methods.merge(request.method(), 1, Integer::sum);
            UntrustedText host = request.host();
            same.merge(List.of(request.method(), request.target(), host == null ? "" : host), 1, Integer::sum);
            UntrustedText agent = request.userAgent();
            if (agent == null || agent.raw().isBlank()) {
                withoutUserAgent++;
            } else if (userAgents.size() < MAX_VALUES) {
                userAgents.add(agent);
            }
        }

        private void response(HttpExchange.Response response) {
            replies++;
            emptyReplies += response.head().bodyBytes() == 0 ? 1 : 0;
            maxBody = Math.max(maxBody, response.head().bodyBytes());
            statuses.merge(response.status(), 1, Integer::sum);
            UntrustedText server = response.server();
            if (server != null && servers.size() < MAX_VALUES) {
                servers.add(server);
            }
        }

        HttpContent done() {
            return new HttpContent(
                    flows,
                    requests,
                    withoutUserAgent,
                    methods,
                    replies,
                    emptyReplies,
                    maxBody,
                    statuses,
                    userAgents,
                    servers,
                    same.values().stream().mapToInt(n -> n).max().orElse(0));
        }
    }
}
