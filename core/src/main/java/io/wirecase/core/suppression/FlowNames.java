package io.wirecase.core.suppression;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names a flow was about, as they are compared. */
final class FlowNames {

    private static final Pattern PORT = Pattern.compile("^([^:\\[\\]]*):[0-9]{1,5}$");

    private FlowNames() {}

    /**
     * The names that were asked for in the flow itself; without any, the name the client had resolved. That one comes
     * second, since an address shared by many names resolves to whichever was asked for last.
     */
    static List<String> of(Flow flow) {
        List<String> names = new ArrayList<>();
        TlsFacts tls = flow.facts().tls();
        if (tls != null) {
            add(names, tls.serverName());
        }
        HttpFacts http = flow.facts().http();
        if (http != null) {
            for (HttpExchange exchange : http.exchanges()) {
                HttpExchange.Request request = exchange.request();
                add(names, request == null ? null : request.host());
            }
        }
        DnsFacts dns = flow.facts().dns();
        if (dns != null) {
            dns.transactions().forEach(transaction -> add(names, transaction.name()));
        }
        Resolution resolution = flow.resolution();
        if (names.isEmpty() && resolution != null) {
            add(names, resolution.name());
        }
        return names;
    }

    /** Whether every name the flow asked for is kept. */
    static boolean allKept(Flow flow) {
        HttpFacts http = flow.facts().http();
        DnsFacts dns = flow.facts().dns();
        return (http == null || http.omitted() == 0) && (dns == null || dns.omitted() == 0);
    }

    /** Lower case, without a port and without a last dot (RFC 9110 4.2.3, RFC 1035 3.1). */
    static String plain(String name) {
        String lower = PORT.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("$1");
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static void add(List<String> names, @Nullable UntrustedText name) {
        if (name != null && !name.raw().isEmpty()) {
            names.add(plain(name.raw()));
        }
    }
}
