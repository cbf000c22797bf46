package io.wirecase.enrichment.recogniser;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpExchange.Header;
import io.wirecase.core.fact.NameConflict;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.ExchangeMatch;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.enrichment.recogniser.Model.Mark;
import io.wirecase.enrichment.recogniser.Model.Reply;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One exchange of a flow held against one model. */
final class Comparison {
    private static final int HTTP = 80;

    private final Model model;
    private final Flow flow;
    private final AddressFacts asked;
    private final Checks checks = new Checks();

    private Comparison(Model model, Flow flow, AddressFacts asked) {
        this.model = model;
        this.flow = flow;
        this.asked = asked;
    }

    /** Compares; an exchange that is null was not seen at all. */
    static ExchangeMatch of(Model model, Flow flow, AddressFacts asked, @Nullable HttpExchange exchange) {
        Comparison comparison = new Comparison(model, flow, asked);
        HttpExchange.Request request = exchange == null ? null : exchange.request();
        HttpExchange.Response response = exchange == null ? null : exchange.response();
        comparison.place(request);
        comparison.request(request);
        comparison.reply(response);
        boolean seen = request != null && request.host() != null && response != null;
        return new ExchangeMatch(
                model.id(),
                model.title(),
                seen && comparison.checks.noneBroken(),
                comparison.checks.list(),
                ConnectivityChecks.SOURCE);
    }

    private void place(HttpExchange.@Nullable Request request) {
        String names = String.join(" or ", model.place().names());
        if (request == null) {
            checks.notSeen("name", names);
        } else {
            UntrustedText host = request.host();
            checks.held("name", names, host, host != null && names(host));
        }
        Integer port = Recogniser.asked(flow).port();
        if (port != null) {
            checks.held("port", "80", port.toString(), port == HTTP);
        }
        resolved();
        owner();
    }

    /** An answer that was not seen says nothing: only one that named other addresses breaks. */
    private void resolved() {
        String expected = "an address the client got for that name";
        NameConflict conflict = flow.facts().nameConflict();
        Resolution resolution = flow.resolution();
        if (conflict != null && names(conflict.name())) {
            String observed = asked.address() + ": not among the " + conflict.addresses()
                    + " addresses DNS gave the client, the latest in packet " + conflict.packet();
            checks.held("resolved", expected, observed, false);
        } else if (resolution == null) {
            String observed = asked.address() + ": in no answer the client got";
            checks.notSeen("resolved", expected, new UntrustedText(observed));
        } else if (names(resolution.name())) {
            checks.held("resolved", expected, resolution.name(), true);
        } else {
            checks.notSeen("resolved", expected, resolution.name());
        }
    }

    /** Can hold but never break: owner data is old or incomplete, and who owns an address proves nothing. */
    private void owner() {
        if (model.place().networks().isEmpty()) {
            return;
        }
        String expected = "announced by "
                + model.place().networks().stream().map(asn -> "AS" + asn).collect(Collectors.joining(" or "));
        NetworkOwner owner = asked.owner();
        Long asn = owner == null ? null : owner.asn();
        UntrustedText observed =
                new UntrustedText(asked.address() + ": " + (asn == null ? "announced by nobody listed" : "AS" + asn));
        if (asn != null && model.place().networks().contains(asn)) {
            checks.held("owner", expected, observed, true);
        } else {
            checks.notSeen("owner", expected, observed);
        }
    }

    private void request(HttpExchange.@Nullable Request request) {
        Model.Request expected = model.request();
        if (request == null) {
            checks.notSeen("method", "GET");
            checks.notSeen("target", String.join(" or ", expected.targets()));
            return;
        }
        checks.held("method", "GET", request.method(), request.method().raw().equals("GET"));
        checks.held(
                "target",
                String.join(" or ", expected.targets()),
                request.target(),
                expected.targets().contains(request.target().raw()));
        userAgent(expected.userAgent(), request.userAgent());
        if (!expected.headers().isEmpty()) {
            List<String> fields =
                    request.head().headers().stream().map(Comparison::fieldName).toList();
            boolean same = fields.equals(expected.headers()) && request.head().headersOmitted() == 0;
            checks.held("request-fields", String.join(", ", expected.headers()), String.join(", ", fields), same);
        }
        int head = request.head().headBytes();
        checks.held(
                "request-head",
                "at most " + expected.headLimit() + " bytes",
                head + " bytes",
                head <= expected.headLimit());
        long body = request.head().bodyBytes();
        checks.held("request-body", "none", body + " bytes", body == 0);
    }

    private void userAgent(@Nullable String expected, @Nullable UntrustedText observed) {
        if (expected == null) {
            return;
        }
        if (expected.isEmpty()) {
            checks.held("user-agent", "none", observed, observed == null);
        } else {
            boolean held = observed != null && observed.raw().contains(expected);
            checks.held("user-agent", "contains " + expected, observed, held);
        }
    }

    private void reply(HttpExchange.@Nullable Response response) {
        String words = model.replies().stream().map(Reply::words).collect(Collectors.joining(" or "));
        if (response == null) {
            checks.notSeen("status", words);
            return;
        }
        Reply usual = model.replies().getFirst();
        Reply expected = model.replies().stream()
                .filter(reply -> reply.statuses().contains(response.status()))
                .findFirst()
                .orElse(usual);
        boolean known = expected.statuses().contains(response.status());
        checks.held("status", words, Integer.toString(response.status()), known);
        int head = response.head().headBytes();
        checks.held(
                "reply-head",
                expected.head().toString(),
                head + " bytes",
                expected.head().holds(head));
        long body = response.head().bodyBytes();
        checks.held(
                "reply-body",
                expected.body().toString(),
                body + " bytes",
                expected.body().holds(body));
        Mark mark = expected.mark();
        if (mark != null) {
            UntrustedText value = response.head().field(mark.name());
            boolean held = value != null && value.raw().equals(mark.value());
            checks.held("reply-mark", mark.name() + ": " + mark.value(), value, held);
        }
    }

    private boolean names(UntrustedText name) {
        return model.place().names().contains(Names.plain(name));
    }

    private static String fieldName(Header header) {
        return header.name().raw().toLowerCase(Locale.ROOT);
    }
}
