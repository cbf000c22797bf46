package io.wirecase.capture.application.http;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The start line and header section of a message, cut into parts. Lenient as receivers are (RFC 9112 section 2.2):
 * lines may end in a bare line feed, a line without colon is a field without value.
 */
final class MessageHead {

    /** The most text kept of one message's fields; with many exchanges a flow must still fit its record. */
    static final int MAX_TEXT = 6 * 1024;

    private static final int MAX_LINE = 3 * UntrustedText.MAX_LENGTH;

    private final String startLine;
    private final List<HttpExchange.Header> headers = new ArrayList<>();
    private int omitted;
    private int kept;

    /** Framing fields are looked for among all fields, so that padding cannot push them out of sight. */
    private final List<String> lengths = new ArrayList<>();

    private @Nullable String codings;
    private @Nullable String upgrade;
    private boolean textual;
    private @Nullable String credentials;

    /** Reads the bytes of a head, one char a byte, with or without its last empty line. */
    MessageHead(String text) {
        int from = 0;
        String first = null;
        String pending = null;
        while (from < text.length()) {
            int feed = text.indexOf('\n', from);
            int end = feed < 0 ? text.length() : feed;
            String line = withoutReturn(text.substring(from, end));
            from = end + 1;
            if (first == null) {
                first = line;
            } else if (pending != null && (line.startsWith(" ") || line.startsWith("\t"))) {
                pending = pending + " " + line.strip();
            } else {
                field(pending);
                pending = line;
            }
        }
        field(pending);
        String line = first == null ? "" : first;
        startLine = line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE);
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private void field(@Nullable String line) {
        if (line == null || line.isEmpty()) {
            return;
        }
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon).stripTrailing();
        String value = colon < 0 ? "" : line.substring(colon + 1).strip();
        String folded = name.toLowerCase(Locale.ROOT);
        frame(folded, value);
        if (folded.equals("authorization") || folded.equals("proxy-authorization")) {
            value = scheme(value);
            credentials = credentials == null ? value : credentials;
        }
        HttpExchange.Header header = new HttpExchange.Header(new UntrustedText(name), new UntrustedText(value));
        int size = header.name().raw().length() + header.value().raw().length();
        if (headers.size() < HttpExchange.MAX_HEADERS && kept + size <= MAX_TEXT) {
            headers.add(header);
            kept += size;
        } else {
            omitted++;
        }
    }

    /** Of credentials (RFC 9110 section 11.4) only the scheme is kept: the rest is secret. */
    static String scheme(String credentials) {
        int space = credentials.indexOf(' ');
        return space < 0 ? "" : credentials.substring(0, space);
    }

    private void frame(String name, String value) {
        switch (name) {
            case "content-length" -> {
                if (lengths.size() < HttpExchange.MAX_HEADERS) {
                    lengths.add(value);
                }
            }
            case "transfer-encoding" -> codings = codings == null ? value : codings + "," + value;
            case "upgrade" -> upgrade = value;
            case "content-type" -> textual = textual(value.toLowerCase(Locale.ROOT));
            default -> {
                // Other fields frame nothing.
            }
        }
    }

    private static boolean textual(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.contains("json") || mediaType.contains("form-urlencoded");
    }

    /** Whether the body is said to be text: of type text, JSON or a form. */
    boolean textual() {
        return textual;
    }

    String startLine() {
        return startLine;
    }

    List<HttpExchange.Header> headers() {
        return headers;
    }

    int omitted() {
        return omitted;
    }

    /** Chars of field names and values kept. */
    int kept() {
        return kept;
    }

    @Nullable
    String upgrade() {
        return upgrade;
    }

    /** The scheme of the first credentials given, or null without any. */
    @Nullable
    String credentials() {
        return credentials;
    }

    /** Whether a Transfer-Encoding is given at all. */
    boolean coded() {
        return codings != null;
    }

    /** Whether the last transfer coding is chunked (RFC 9112 section 6.1). */
    boolean chunked() {
        if (codings == null) {
            return false;
        }
        String last = codings.substring(codings.lastIndexOf(',') + 1);
        return last.strip().equalsIgnoreCase("chunked");
    }

    /** The Content-Length, or -1 without one or when it is invalid or contradicts itself (RFC 9112 section 6.3). */
    long contentLength() {
        long length = -1;
        for (String value : lengths) {
            for (String part : value.split(",", -1)) {
                long its = number(part.strip());
                if (its < 0 || length >= 0 && its != length) {
                    return -1;
                }
                length = its;
            }
        }
        return length;
    }

    private static long number(String digits) {
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Long.parseLong(digits);
    }
}
