package io.wirecase.core.flow;

import java.util.List;

/**
 * The HTTP/1 exchanges of a flow.
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
