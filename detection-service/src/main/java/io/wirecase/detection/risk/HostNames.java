package io.wirecase.detection.risk;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The host names said in a flow, as they were sent. */
public final class HostNames {

    private HostNames() {}

    /** The Host of every HTTP request that has one. */
    public static List<UntrustedText> http(Flow flow) {
        HttpFacts http = flow.facts().http();
        if (http == null) {
            return List.of();
        }
        List<UntrustedText> names = new ArrayList<>();
        for (HttpExchange exchange : http.exchanges()) {
            HttpExchange.Request request = exchange.request();
            UntrustedText host = request == null ? null : request.host();
            if (host != null) {
                names.add(host);
            }
        }
        return names;
    }

    /** The name in the TLS or QUIC hello, none or one. */
    public static List<UntrustedText> tls(Flow flow) {
        TlsFacts tls = flow.facts().tls();
        UntrustedText name = tls == null ? null : tls.serverName();
        return name == null ? List.of() : List.of(name);
    }

    /** The names asked for in DNS; none of a link's own name resolution. */
    public static List<UntrustedText> dns(Flow flow) {
        return Applications.multicastNames(flow) ? List.of() : asked(flow);
    }

    /** The names asked for in DNS, on a link or not. */
    public static List<UntrustedText> asked(Flow flow) {
        DnsFacts dns = flow.facts().dns();
        if (dns == null) {
            return List.of();
        }
        List<UntrustedText> names = new ArrayList<>();
        for (DnsFacts.Transaction transaction : dns.transactions()) {
            UntrustedText name = transaction.name();
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** Those of servers that were then talked to: in HTTP and TLS. A question in DNS may be for anything. */
    public static List<UntrustedText> ofServers(Flow flow) {
        List<UntrustedText> names = new ArrayList<>(http(flow));
        names.addAll(tls(flow));
        return names;
    }

    /**
     * The name of the server the client meant: in TLS, else in the first HTTP request, else the one it had resolved to
     * get there; null where it used an address.
     */
    public static @Nullable UntrustedText wanted(Flow flow) {
        TlsFacts tls = flow.facts().tls();
        if (tls != null && tls.serverName() != null) {
            return tls.serverName();
        }
        HttpFacts http = flow.facts().http();
        if (http != null && !http.exchanges().isEmpty()) {
            HttpExchange.Request request = http.exchanges().getFirst().request();
            if (request != null && request.host() != null) {
                return request.host();
            }
        }
        return flow.resolution() == null ? null : flow.resolution().name();
    }

    /** All of them. */
    public static List<UntrustedText> all(Flow flow) {
        List<UntrustedText> http = http(flow);
        List<UntrustedText> tls = tls(flow);
        List<UntrustedText> dns = dns(flow);
        if (http.isEmpty() && dns.isEmpty()) {
            return tls;
        }
        List<UntrustedText> names = new ArrayList<>(http);
        names.addAll(tls);
        names.addAll(dns);
        return names;
    }

    /** A name without a port and without the brackets of an IPv6 literal. */
    public static String bare(UntrustedText name) {
        String raw = name.raw();
        if (raw.startsWith("[")) {
            int end = raw.indexOf(']');
            return end < 0 ? raw : raw.substring(1, end);
        }
        int colon = raw.indexOf(':');
        return colon >= 0 && colon == raw.lastIndexOf(':') ? raw.substring(0, colon) : raw;
    }

    /**
     * Whether a name holds what no host name does: anything but ASCII letters, digits, dot, hyphen, underscore and the
     * colon before a port. Address literals in brackets are names as well (RFC 3986).
     */
    public static boolean invalid(UntrustedText name) {
        String raw = name.raw();
        if (raw.startsWith("[") || reverse(raw)) {
            return false;
        }
        return !raw.chars()
                .allMatch(c -> c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || c == '.'
                        || c == '-'
                        || c == '_'
                        || c == ':');
    }

    /** Whether a name is in a reverse zone (RFC 1035, RFC 3596), where classless delegations use slashes. */
    public static boolean reverse(String name) {
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return bare.regionMatches(true, bare.length() - 5, ".arpa", 0, 5);
    }
}
