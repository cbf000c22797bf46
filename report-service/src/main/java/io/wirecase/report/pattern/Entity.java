package io.wirecase.report.pattern;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom a host talked to, so that rotating addresses of one service are one: the name the client asked for, else the
 * organisation that announces the address, else the address.
 *
 * @param kind which of them it is
 * @param text the name in lower case, the organisation or the address; hostile when it is a name
 */
public record Entity(Kind kind, UntrustedText text) implements Comparable<Entity> {

    /** How an entity is known. */
    public enum Kind {
        /** From Host, SNI or the DNS join, in that order. */
        NAME,
        ORGANIZATION,
        ADDRESS,
        /** Many targets of one behaviour, for example of a scan. */
        MANY
    }

    /** The targets of a behaviour that has no single peer. */
    static final Entity MANY = new Entity(Kind.MANY, new UntrustedText("many addresses"));

    /** The name a flow's client asked its server for, or null when no name was seen. Numeric hosts are no names. */
    public static @Nullable UntrustedText nameIn(Flow flow) {
        UntrustedText name = asked(flow);
        if (name == null) {
            return null;
        }
        String text = withoutPort(name.raw().strip().toLowerCase(Locale.ROOT));
        if (text.endsWith(".")) {
            text = text.substring(0, text.length() - 1);
        }
        return text.isEmpty() || IpAddress.parse(unbracketed(text)).isPresent() ? null : new UntrustedText(text);
    }

    /** The entity of a flow's server as its client sees it. @param organization who announces the address, or null */
    static Entity ofServer(Flow flow, @Nullable String organization) {
        UntrustedText name = nameIn(flow);
        return name == null ? ofAddress(flow.responder(), organization) : new Entity(Kind.NAME, name);
    }

    /** The entity of an address nobody asked for by name. */
    static Entity ofAddress(IpAddress address, @Nullable String organization) {
        return organization == null
                ? new Entity(Kind.ADDRESS, new UntrustedText(address.toString()))
                : new Entity(Kind.ORGANIZATION, new UntrustedText(organization));
    }

    private static @Nullable UntrustedText asked(Flow flow) {
        var http = flow.facts().http();
        if (http != null) {
            for (HttpExchange exchange : http.exchanges()) {
                HttpExchange.Request request = exchange.request();
                UntrustedText host = request == null ? null : request.host();
                if (host != null && !host.raw().isBlank()) {
                    return host;
                }
            }
        }
        TlsFacts tls = flow.facts().tls();
        UntrustedText server = tls == null ? null : tls.serverName();
        if (server != null) {
            return server;
        }
        Resolution resolution = flow.resolution();
        return resolution == null ? null : resolution.name();
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean onePort = colon > 0 && (host.indexOf(':') == colon || host.charAt(colon - 1) == ']');
        return onePort ? host.substring(0, colon) : host;
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public int compareTo(Entity other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : text.compareTo(other.text);
    }
}
