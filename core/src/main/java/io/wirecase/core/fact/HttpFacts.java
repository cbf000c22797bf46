package io.wirecase.core.fact;

import java.util.List;

/**
 * The HTTP exchanges of a flow, of HTTP/1 and of HTTP/2 alike.
 *
 * @param exchanges the first {@link #MAX_EXCHANGES} in order
 * @param omitted exchanges beyond those kept
 */
public record HttpFacts(List<HttpExchange> exchanges, long omitted) {

    /** The most exchanges kept of a flow. */
    public static final int MAX_EXCHANGES = 16;

    /** Keeps its own copy of the list. */
    public HttpFacts {
        exchanges = List.copyOf(exchanges);
    }
}
