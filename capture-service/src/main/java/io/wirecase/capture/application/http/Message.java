package io.wirecase.capture.application.http;

import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Contents;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.measure.Entropy;
import io.wirecase.core.net.UntrustedText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A message whose head was read and whose body is being counted. */
final class Message {

    private static final int BYTES = 256;
    private static final double THOUSAND = 1_000;

    private final MessageHead head;
    private final UntrustedText method;
    private final UntrustedText target;
    private final UntrustedText version;
    private final long timeNanos;
    private final long packet;
    private final int headBytes;
    private long bodyBytes;
    private HttpExchange.@Nullable BodyStart bodyStart;

    Message(MessageHead head, long timeNanos, long packet, int headBytes) {
        String line = head.startLine();
        int space = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        this.head = head;
        this.method = new UntrustedText(space < 0 ? line : line.substring(0, space));
        this.target =
                new UntrustedText(last > space ? line.substring(space + 1, last).strip() : line.substring(space + 1));
        this.version = new UntrustedText(last > space ? line.substring(last + 1) : "");
        this.timeNanos = timeNanos;
        this.packet = packet;
        this.headBytes = headBytes;
    }

    MessageHead head() {
        return head;
    }

    /** The number of its first byte's packet. */
    long packet() {
        return packet;
    }

    /**
     * Says how its body begins.
     *
     * @param start the first bytes of it
     * @param bytes how many of them are of the body
     */
    void bodyStarts(Chunk start, int bytes) {
        if (bytes < Contents.LEAST) {
            return;
        }
        Double entropy = head.textual() ? (Double) (Math.round(entropy(start, bytes) * THOUSAND) / THOUSAND) : null;
        bodyStart = new HttpExchange.BodyStart(Contents.of(start.reader().slice(bytes)), bytes, entropy);
    }

    private static double entropy(Chunk start, int bytes) {
        int[] counts = new int[BYTES];
        for (int i = 0; i < bytes; i++) {
            counts[start.at(i)]++;
        }
        return Entropy.ofCounts(counts);
    }

    void body(long bytes) {
        bodyBytes += bytes;
    }

    /** The request method, or for a status line its version. */
    String method() {
        return method.raw();
    }

    /** The Host field's value, or null without one. */
    @Nullable
    UntrustedText host() {
        for (HttpExchange.Header header : head.headers()) {
            if (header.name().raw().equalsIgnoreCase("Host")) {
                return header.value();
            }
        }
        return null;
    }

    /** Chars of text this message would add to a record. */
    int kept() {
        return head.kept() + target.raw().length();
    }

    /** The status code, or -1 when the status line has none of 100 to 999. */
    int status() {
        String line = head.startLine();
        int space = line.indexOf(' ');
        if (space < 0 || line.length() < space + 4) {
            return -1;
        }
        int status = 0;
        for (int i = space + 1; i < space + 4; i++) {
            char c = line.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            status = status * 10 + (c - '0');
        }
        return status >= 100 ? status : -1;
    }

    /** Whether the target is a whole address, as clients of a proxy send it (RFC 9112 section 3.2.2). */
    boolean absoluteForm() {
        return target.raw().toLowerCase(Locale.ROOT).startsWith("http://");
    }

    HttpExchange.Request toRequest() {
        HttpExchange.Head its = toHead();
        return new HttpExchange.Request(its, method, target, version, its.field("Host"), its.field("User-Agent"));
    }

    HttpExchange.@Nullable Response toResponse() {
        int status = status();
        if (status < 0) {
            return null;
        }
        HttpExchange.Head its = toHead();
        return new HttpExchange.Response(its, status, its.field("Server"), its.field("Content-Type"));
    }

    private HttpExchange.Head toHead() {
        return new HttpExchange.Head(
                timeNanos, packet, headBytes, bodyBytes, head.headers(), head.omitted(), bodyStart);
    }
}
