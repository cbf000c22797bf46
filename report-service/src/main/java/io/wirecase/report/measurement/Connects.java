package io.wirecase.report.measurement;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Requests that a server pass a connection on to somebody else (HTTP CONNECT, RFC 9110 section 9.3.6).
 *
 * @param flows flows with such a request
 * @param accepted those whose request was answered with a status from 200 to 299
 * @param tlsInside those in which a TLS handshake follows inside
 * @param targets whom they ask for, at most {@link HttpContent#MAX_VALUES} kept
 * @param serverTargets distinct targets that the host asked the same servers for, in any pattern
 */
public record Connects(int flows, int accepted, int tlsInside, SortedSet<UntrustedText> targets, int serverTargets) {

    /**
     * The CONNECT requests of a pattern.
     *
     * @param flows the pattern's flows
     * @param sameServers all flows of the host to the same servers
     */
    static Connects of(List<Flow> flows, List<Flow> sameServers) {
        int n = 0;
        int accepted = 0;
        int inside = 0;
        SortedSet<UntrustedText> targets = new TreeSet<>();
        for (Flow flow : flows) {
            HttpExchange asked = connect(flow);
            if (asked != null && asked.request() != null) {
                n++;
                targets.add(asked.request().target());
                HttpExchange.Response reply = asked.response();
                accepted += reply != null && reply.status() / 100 == 2 ? 1 : 0;
                inside += flow.facts().tls() != null ? 1 : 0;
            }
        }
        SortedSet<UntrustedText> everywhere = new TreeSet<>();
        for (Flow flow : sameServers) {
            HttpExchange asked = connect(flow);
            if (asked != null && asked.request() != null) {
                everywhere.add(asked.request().target());
            }
        }
        while (targets.size() > HttpContent.MAX_VALUES) {
            targets.removeLast();
        }
        return new Connects(n, accepted, inside, targets, everywhere.size());
    }

    private static @Nullable HttpExchange connect(Flow flow) {
        HttpFacts http = flow.facts().http();
        if (http == null) {
            return null;
        }
        return http.exchanges().stream()
                .filter(e -> e.request() != null && e.request().method().raw().equalsIgnoreCase("CONNECT"))
                .findFirst()
                .orElse(null);
    }
}
