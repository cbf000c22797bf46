package io.wirecase.detection.risk.traffic;

import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpExchange.BodyStart;
import io.wirecase.core.fact.HttpExchange.Request;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.fact.IcmpPayloads;
import io.wirecase.core.fact.IcmpPayloads.Sent;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.Entropy;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.risk.RandomStart;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entropy that nDPI judges: of every ICMP message, also those that quote somebody else's packet; of the head of a
 * request to a proxy or to what it counts as a web site's own application; of a text body that was seen before any
 * request, packed or not; and of the first payloads of flows that it could only guess. It knows games and calls over
 * UDP by signatures that we do not have, so a datagram of nobody is left out here.
 */
final class NdpiEntropy {

    private static final double LIMIT = SuspiciousEntropy.LIMIT;
    private static final int BYTES = 256;

    private static final Set<String> TO_PROXIES = Set.of("HTTP_Proxy", "HTTP_Connect");

    /** Applications that it files under the web as such, and not under mail, chat, shops and the like. */
    private static final Set<String> WEB = Set.of("Google", "Waze", "Amazon", "Yahoo", "Wikipedia", "Yandex", "MSN");

    private NdpiEntropy() {}

    /** What it would call suspicious, or empty. */
    static OptionalDouble of(Flow flow) {
        Transport transport = flow.key().transport();
        if (transport == Transport.ICMP) {
            return icmp(flow.facts().icmp());
        }
        HttpFacts http = flow.facts().http();
        if (http != null && !http.exchanges().isEmpty()) {
            boolean itself = flow.application().carrier().startsWith("HTTP");
            return itself ? http(flow, http.exchanges().getFirst()) : OptionalDouble.empty();
        }
        return guessed(flow);
    }

    private static OptionalDouble icmp(@Nullable IcmpFacts icmp) {
        IcmpPayloads payloads = icmp == null ? null : icmp.payloads();
        return payloads == null
                ? OptionalDouble.empty()
                : Stream.of(payloads.originator(), payloads.responder())
                        .filter(Objects::nonNull)
                        .map(Sent::messageEntropy)
                        .filter(Objects::nonNull)
                        .filter(entropy -> entropy >= LIMIT)
                        .mapToDouble(Double::doubleValue)
                        .findFirst();
    }

    private static OptionalDouble http(Flow flow, HttpExchange first) {
        Request request = first.request();
        if (request == null) {
            BodyStart body =
                    first.response() == null ? null : first.response().head().body();
            Double entropy = body == null ? null : body.entropy();
            return entropy == null ? OptionalDouble.empty() : SuspiciousEntropy.from(LIMIT, entropy);
        }
        List<String> stack = flow.application().stack();
        boolean judged = TO_PROXIES.contains(stack.getFirst())
                || flow.application().named() != null && WEB.contains(stack.getLast());
        return judged ? SuspiciousEntropy.from(LIMIT, head(request)) : OptionalDouble.empty();
    }

    /** The head is written again from its parts: one blank behind each colon, as everybody sends it. */
    private static double head(Request request) {
        StringBuilder head = new StringBuilder();
        head.append(request.method().raw()).append(' ').append(request.target().raw());
        head.append(' ').append(request.version().raw()).append("\r\n");
        for (HttpExchange.Header header : request.head().headers()) {
            head.append(header.name().raw()).append(": ");
            head.append(header.value().raw()).append("\r\n");
        }
        head.append("\r\n");
        int[] counts = new int[BYTES];
        head.chars().forEach(c -> counts[c & 0xFF]++);
        return Entropy.ofCounts(counts);
    }

    /**
     * Of a flow that it does not know by its bytes it measures packet by packet, up to the fourth payload, and what the
     * last one showed stands: a packet without payload, as a bare acknowledgement, takes back what was said before. It
     * leaves out what its test for random connections says something of.
     */
    private static OptionalDouble guessed(Flow flow) {
        List<FirstPayload> first = flow.activity().first();
        boolean ofNobody = flow.key().transport() == Transport.UDP
                && flow.application().stack().isEmpty();
        if (first == null || first.isEmpty() || ofNobody || NdpiPatience.knows(flow)) {
            return OptionalDouble.empty();
        }
        if (NdpiPatience.byAddress(flow)) {
            return SuspiciousEntropy.from(LIMIT, first.getFirst().entropy());
        }
        FirstPayload last = first.getLast();
        return RandomStart.of(flow) || last.bareNext()
                ? OptionalDouble.empty()
                : SuspiciousEntropy.from(LIMIT, last.entropy());
    }
}
