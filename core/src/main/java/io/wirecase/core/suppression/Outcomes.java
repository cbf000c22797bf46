package io.wirecase.core.suppression;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.flow.Flow;
import java.util.List;
import java.util.TreeSet;

/** How the exchanges of a flow ended, as rules name it. */
final class Outcomes {

    private Outcomes() {}

    /** The outcomes seen, each once, in text order; empty when none was. */
    static List<String> of(Flow flow) {
        TreeSet<String> seen = new TreeSet<>();
        HttpFacts http = flow.facts().http();
        if (http != null) {
            for (HttpExchange exchange : http.exchanges()) {
                HttpExchange.Response response = exchange.response();
                if (response != null) {
                    seen.add("http:" + response.status());
                }
            }
        }
        DnsFacts dns = flow.facts().dns();
        if (dns != null) {
            for (DnsFacts.Transaction transaction : dns.transactions()) {
                if (transaction.responseCode() != null) {
                    seen.add("dns:" + transaction.responseCode());
                }
            }
        }
        return List.copyOf(seen);
    }
}
