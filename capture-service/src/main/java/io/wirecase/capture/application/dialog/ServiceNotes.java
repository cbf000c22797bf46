package io.wirecase.capture.application.dialog;

import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the ends of a protocol said of themselves, in the making. The first that is said of each stands. */
public final class ServiceNotes {

    /** The longest text kept of each, in chars; a flow must fit its record. */
    private static final int MAX_TEXT = 255;

    private String protocol;
    private @Nullable UntrustedText version;
    private @Nullable UntrustedText client;
    private @Nullable UntrustedText server;
    private final Set<String> requests = new LinkedHashSet<>();
    private final Map<String, UntrustedText> details = new TreeMap<>();

    /** Nothing said yet. */
    public ServiceNotes(String protocol) {
        this.protocol = protocol;
    }

    /** The protocol's name. */
    public String protocol() {
        return protocol;
    }

    /** It is this one, as its messages showed. */
    public void protocol(String name) {
        protocol = name;
    }

    /** The version asked for; one agreed on takes its place. */
    public void version(String text) {
        version = text.isEmpty() ? version : cut(text);
    }

    /** What the client calls its software. */
    public void client(String text) {
        client = client == null && !text.isBlank() ? cut(text) : client;
    }

    /** What the server calls its software. */
    public void server(String text) {
        server = server == null && !text.isBlank() ? cut(text) : server;
    }

    /** A kind of message, by its name in the specification. */
    public void request(String kind) {
        if (requests.size() < ServiceFacts.MAX_REQUESTS) {
            requests.add(kind);
        }
    }

    /** Another field, by a name of ours. */
    public void detail(String name, String text) {
        if (details.size() < ServiceFacts.MAX_DETAILS && !text.isEmpty()) {
            details.putIfAbsent(name, cut(text));
        }
    }

    /** A number, by a name of ours. */
    public void detail(String name, long number) {
        detail(name, Long.toString(number));
    }

    /** That something was there which is not kept. */
    public void present(String name) {
        detail(name, "present");
    }

    /** Another field, by a name of ours, of which the last that is said stands. */
    public void latest(String name, String text) {
        if (details.containsKey(name)) {
            details.put(name, cut(text));
        } else {
            detail(name, text);
        }
    }

    private static UntrustedText cut(String text) {
        String its = text.strip();
        return new UntrustedText(its.length() <= MAX_TEXT ? its : its.substring(0, MAX_TEXT));
    }

    /** Tells them, if there are any. */
    public void tell(Facts.Draft facts) {
        boolean any = version != null || client != null || server != null || !requests.isEmpty() || !details.isEmpty();
        if (any) {
            facts.service(new ServiceFacts(protocol, version, client, server, new ArrayList<>(requests), details));
        }
    }
}
