package io.wirecase.platform.problem;

import io.wirecase.core.wire.Codec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details for HTTP (RFC 9457).
 *
 * @param type a stable URI of the kind of problem, {@code urn:wirecase:problem:KIND}
 * @param title the kind in words, the same every time
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do about it
 * @param errors single faults, for example refused sentences, or null
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<String> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem. @param kind a stable short name such as {@code not-found} */
    public static Problem of(int status, String kind, String title, String detail) {
        return new Problem("urn:wirecase:problem:" + kind, title, status, detail, null);
    }

    /** The same problem with single faults. */
    public Problem with(List<String> faults) {
        return new Problem(type, title, status, detail, List.copyOf(faults));
    }

    /** The problem as JSON text. */
    public String json() {
        return new String(Codec.encode(this), StandardCharsets.UTF_8);
    }
}
