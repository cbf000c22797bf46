package io.wirecase.enrichment.recogniser;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a known exchange looks like.
 *
 * @param id stable id
 * @param title for readers
 * @param place whom it is said to
 * @param request what is asked
 * @param replies the replies that may come; the first is the usual one
 */
record Model(String id, String title, Place place, Request request, List<Reply> replies) {

    /**
     * Whom an exchange is with.
     *
     * @param names host names, lower case
     * @param dedicated whether the names serve nothing else, so that the name alone makes a flow comparable
     * @param networks autonomous systems that announce the servers, or empty where they sit in others' networks;
     *     a hint for readers that moves nothing by itself
     */
    record Place(List<String> names, boolean dedicated, Set<Long> networks) {}

    /**
     * What is asked.
     *
     * @param targets request targets, exact
     * @param userAgent what the User-Agent must contain; empty: there must be none; null: anything
     * @param headers names of all header fields in order, lower case, or empty where they vary
     * @param headLimit most bytes of request line and headers
     */
    record Request(List<String> targets, @Nullable String userAgent, List<String> headers, int headLimit) {}

    /**
     * A reply that may come.
     *
     * @param words what it is, for readers
     * @param statuses status codes
     * @param head bytes of status line and headers
     * @param body bytes of the body
     * @param mark a header that must be there, or null
     */
    record Reply(
            String words,
            Set<Integer> statuses,
            Range head,
            Range body,
            @Nullable Mark mark) {}

    /**
     * A header field that tells.
     *
     * @param name lower case
     * @param value exact
     */
    record Mark(String name, String value) {}

    /**
     * Bytes from and to, both included.
     *
     * @param least least
     * @param most most
     */
    record Range(long least, long most) {
        static final Range NONE = new Range(0, 0);

        boolean holds(long value) {
            return value >= least && value <= most;
        }

        @Override
        public String toString() {
            return most == 0 ? "none" : least == most ? least + " bytes" : least + " to " + most + " bytes";
        }
    }
}
