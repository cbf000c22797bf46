package io.wirecase.core.fact;

import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request with its response, of HTTP/1 (RFC 9112) or HTTP/2 (RFC 9113), as far as each was seen.
 *
 * @param request the request, or null when only the response was seen
 * @param response the response, or null when none was seen
 */
public record HttpExchange(
        @Nullable Request request, @Nullable Response response) {

    /** The most header fields kept of a message; more are counted by {@code headersOmitted}. */
    public static final int MAX_HEADERS = 48;

    /**
     * A request.
     *
     * @param head when it came, how long it is and its header fields in order
     * @param method the method as sent
     * @param target the request target as sent
     * @param version the version as sent, for example {@code HTTP/1.1}; {@code HTTP/2} of an exchange on a stream of it
     * @param host the Host field's value, or null without one
     * @param userAgent the User-Agent field's value (may be empty), or null without one
     */
    public record Request(
            Head head,
            UntrustedText method,
            UntrustedText target,
            UntrustedText version,
            @Nullable UntrustedText host,
            @Nullable UntrustedText userAgent) {}

    /**
     * A response.
     *
     * @param head when it came, how long it is and its header fields in order
     * @param status the status code, 100 to 999
     * @param server the Server field's value, or null without one
     * @param contentType the Content-Type field's value, or null without one
     */
    public record Response(
            Head head,
            int status,
            @Nullable UntrustedText server,
            @Nullable UntrustedText contentType) {}

    /**
     * What both kinds of message have.
     *
     * @param timeNanos capture time of its first byte's packet
     * @param packet number of that packet
     * @param headBytes bytes of the start line and header section, the empty line included
     * @param bodyBytes body bytes seen (of a message that goes on: so far)
     * @param headers the header fields in the order sent, at most {@link #MAX_HEADERS}
     * @param headersOmitted header fields beyond those kept
     * @param body how the body begins, or null where none of it came with the end of the header section
     */
    public record Head(
            long timeNanos,
            long packet,
            int headBytes,
            long bodyBytes,
            List<Header> headers,
            int headersOmitted,
            @Nullable BodyStart body) {

        /** Keeps its own copy of the list. */
        public Head {
            headers = List.copyOf(headers);
        }

        /** The same of a message of whose body nothing is known. */
        public Head(
                long timeNanos, long packet, int headBytes, long bodyBytes, List<Header> headers, int headersOmitted) {
            this(timeNanos, packet, headBytes, bodyBytes, headers, headersOmitted, null);
        }

        /** The first value of a field by name, ASCII case folded, or null without one. */
        public @Nullable UntrustedText field(String name) {
            for (Header header : headers) {
                if (header.name().raw().equalsIgnoreCase(name)) {
                    return header.value();
                }
            }
            return null;
        }
    }

    /**
     * How a body begins: its bytes in the packet that ends the header section. They are not kept.
     *
     * @param content what they are
     * @param bytes how many there are, 4 or more
     * @param entropy their Shannon entropy in bits, 0 to 8, to the thousandth; null unless the message says that its
     *     body is text
     */
    public record BodyStart(
            Content content, int bytes, @Nullable Double entropy) {}

    /**
     * A header field.
     *
     * @param name the name as sent
     * @param value the value without surrounding white space
     */
    public record Header(UntrustedText name, UntrustedText value) {}
}
