package io.wirecase.core.fact;

import io.wirecase.core.net.UntrustedText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the two ends of a protocol without a record of its own said of themselves and of each other.
 *
 * @param protocol the protocol, by the name its flow goes by
 * @param version the version agreed on or, without an agreement, asked for; null when none was seen
 * @param client what the client calls its software, or null
 * @param server what the server calls its software, or null
 * @param requests kinds of messages in the order first seen, by the names of the protocol's specification, each once,
 *     at most {@link #MAX_REQUESTS}
 * @param details other fields, by names of ours, at most {@link #MAX_DETAILS}; never a secret
 */
public record ServiceFacts(
        String protocol,
        @Nullable UntrustedText version,
        @Nullable UntrustedText client,
        @Nullable UntrustedText server,
        List<String> requests,
        Map<String, UntrustedText> details) {

    /** The most kinds of messages kept. */
    public static final int MAX_REQUESTS = 16;
    /** The name of the field that tells what a header holds that its specification assigns to nothing. */
    public static final String ODD_HEADER = "odd header";
    /** The name of the field that tells which application uses the protocol, where its own messages do. */
    public static final String APPLICATION = "application";
    /** The most other fields kept. */
    public static final int MAX_DETAILS = 12;

    /** Keeps its own copies, the details in the order of their names: the same facts are the same bytes everywhere. */
    public ServiceFacts {
        requests = List.copyOf(requests);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }
}
