package io.wirecase.enrichment.recogniser;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.HttpExchange;
import io.wirecase.core.flow.HttpFacts;
import io.wirecase.core.flow.Resolution;
import io.wirecase.core.flow.UntrustedText;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.ExchangeMatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says which known exchange a flow is, or nearly is. Without state: the same flow gives the same answer. */
public final class Recogniser {
    private static final int HTTP = 80;

    /**
     * Compares a flow with the model it is near to. Near is what was said to a model's name, or about to be: the Host
     * header, or the name the client had resolved.
     *
     * @param responder facts on the flow's responder
     * @return empty when no model is near. Of several exchanges the first that does not match whole decides.
     */
    public Optional<ExchangeMatch> match(Flow flow, AddressFacts responder) {
        HttpFacts http = flow.facts().http();
        if (http == null || http.exchanges().isEmpty()) {
            return unspoken(flow, responder);
        }
        return ConnectivityChecks.ALL.stream()
                .filter(model -> http.exchanges().stream().anyMatch(exchange -> near(model, flow, exchange)))
                .findFirst()
                .map(model -> worst(model, flow, responder, http.exchanges()));
    }

    private static ExchangeMatch worst(Model model, Flow flow, AddressFacts responder, List<HttpExchange> exchanges) {
        List<ExchangeMatch> matches = exchanges.stream()
                .map(exchange -> Comparison.of(model, flow, responder, exchange))
                .toList();
        return matches.stream()
                .filter(Predicate.not(ExchangeMatch::whole))
                .findFirst()
                .orElse(matches.getFirst());
    }

    /** A connection to a dedicated name on which nothing was said, or nothing was seen: refused, silent, cut. */
    private static Optional<ExchangeMatch> unspoken(Flow flow, AddressFacts responder) {
        Resolution resolution = flow.resolution();
        Integer port = flow.key().responder().port();
        if (resolution == null || port == null || port != HTTP) {
            return Optional.empty();
        }
        return ConnectivityChecks.ALL.stream()
                .filter(model -> model.place().dedicated() && names(model, resolution.name()))
                .findFirst()
                .map(model -> Comparison.of(model, flow, responder, null));
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
