package io.wirecase.enrichment.recogniser;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.ExchangeMatch;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says which known exchange a flow is, or nearly is. Without state: the same flow gives the same answer. */
public final class Recogniser {
    private static final int HTTP = 80;
    /** How Zeek's history begins where a SYN with ACK came first. */
    private static final String ANSWER_FIRST = "^";

    /**
     * Compares a flow with the model it is near to. Near is what was said to a model's name, or about to be: the Host
     * header, or the name the client had resolved.
     *
     * @param asked facts on the address of {@link #asked}
     * @return empty when no model is near. Of several exchanges the first that does not match whole decides.
     */
    public Optional<ExchangeMatch> match(Flow flow, AddressFacts asked) {
        HttpFacts http = flow.facts().http();
        if (http == null || http.exchanges().isEmpty()) {
            return unspoken(flow, asked);
        }
        return ConnectivityChecks.ALL.stream()
                .filter(model -> http.exchanges().stream().anyMatch(exchange -> near(model, flow, exchange)))
                .findFirst()
                .map(model -> worst(model, flow, asked, http.exchanges()));
    }

    /**
     * The side that was asked. It is the responder, but where the recorder missed the first packet of a connection and
     * saw its answer first, the originator is the one who answered.
     */
    public static Endpoint asked(Flow flow) {
        TcpFacts tcp = flow.facts().tcp();
        boolean answerFirst = tcp != null && tcp.history().startsWith(ANSWER_FIRST);
        return answerFirst ? flow.key().originator() : flow.key().responder();
    }

    private static ExchangeMatch worst(Model model, Flow flow, AddressFacts asked, List<HttpExchange> exchanges) {
        List<ExchangeMatch> matches = exchanges.stream()
                .map(exchange -> Comparison.of(model, flow, asked, exchange))
                .toList();
        return matches.stream()
                .filter(Predicate.not(ExchangeMatch::whole))
                .findFirst()
                .orElse(matches.getFirst());
    }

    /** A connection to a dedicated name on which nothing was said, or nothing was seen: refused, silent, cut. */
    private static Optional<ExchangeMatch> unspoken(Flow flow, AddressFacts asked) {
        Resolution resolution = flow.resolution();
        Integer port = asked(flow).port();
        if (resolution == null || port == null || port != HTTP) {
            return Optional.empty();
        }
        return ConnectivityChecks.ALL.stream()
                .filter(model -> model.place().dedicated() && names(model, resolution.name()))
                .findFirst()
                .map(model -> Comparison.of(model, flow, asked, null));
    }

    private static boolean near(Model model, Flow flow, HttpExchange exchange) {
        HttpExchange.Request request = exchange.request();
        Resolution resolution = flow.resolution();
        boolean named = (request != null && names(model, request.host()))
                || (resolution != null && names(model, resolution.name()));
        if (!named || model.place().dedicated()) {
            return named;
        }
        return request != null
                && model.request().targets().contains(request.target().raw());
    }

    private static boolean names(Model model, @Nullable UntrustedText name) {
        return name != null && model.place().names().contains(Names.plain(name));
    }
}
