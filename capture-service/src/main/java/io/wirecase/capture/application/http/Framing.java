package io.wirecase.capture.application.http;

import org.jspecify.annotations.Nullable;

/** How the end of a message's body is found (RFC 9112 section 6.3). */
sealed interface Framing {

    /** There is no body. */
    record None() implements Framing {}

    /** So many bytes. */
    record Length(long bytes) implements Framing {}

    /** Chunk by chunk. */
    record Chunked() implements Framing {}

    /** All that comes until the connection ends. */
    record UntilClose() implements Framing {}

    /** What follows is no longer HTTP. */
    record Handover() implements Framing {}

    int CONTINUE_BELOW = 200;
    int SWITCHING = 101;
    int NO_CONTENT = 204;
    int NOT_MODIFIED = 304;

    /** The body of a request. */
    static Framing ofRequest(MessageHead head) {
        if (head.coded()) {
            return head.chunked() ? new Chunked() : new UntilClose();
        }
        long length = head.contentLength();
        return length > 0 ? new Length(length) : new None();
    }

    /**
     * The body of a response.
     *
     * @param method the method of the request it answers, or null when that was not seen
     */
    static Framing ofResponse(MessageHead head, int status, @Nullable String method) {
        if (status == SWITCHING || "CONNECT".equals(method) && status >= 200 && status < 300) {
            return new Handover();
        }
        if ("HEAD".equals(method) || status < CONTINUE_BELOW || status == NO_CONTENT || status == NOT_MODIFIED) {
            return new None();
        }
        if (head.coded()) {
            return head.chunked() ? new Chunked() : new UntilClose();
        }
        long length = head.contentLength();
        if (length >= 0) {
            return length == 0 ? new None() : new Length(length);
        }
        return new UntilClose();
    }
}
