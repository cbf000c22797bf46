package io.wirecase.capture.application.http;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Verdict;
import java.util.Set;

/** Tells the first line of an HTTP/1 message from other bytes. */
public final class HttpStart {

    /** Longer first lines are taken for HTTP once method and target begin as they should. */
    private static final int MAX_METHOD = 24;

    /** A first line with a method of its own is waited for so long. */
    private static final int MAX_LINE = 512;

    private static final String PROTOCOL = "HTTP/";
    private static final String RESPONSE = "HTTP/1.";

    /** RFC 9110, RFC 5789 and the WebDAV family: a request that begins so is HTTP before its first line ends. */
    private static final Set<String> METHODS = Set.of(
            "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "TRACE", "PATCH", "PROPFIND", "PROPPATCH", "MKCOL");

    private HttpStart() {}

    /** What the first bytes of one side say. */
    public static Verdict of(ByteReader bytes) {
        if (bytes.length() == 0) {
            return Verdict.MORE;
        }
        Verdict response = response(bytes);
        return response == Verdict.NO ? request(bytes) : response;
    }

    private static String text(ByteReader bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int at = from; at < to; at++) {
            text.append((char) bytes.peek(at));
        }
        return text.toString();
    }

    static Verdict response(ByteReader bytes) {
        int seen = Math.min(bytes.length(), RESPONSE.length());
        if (!text(bytes, 0, seen).equals(RESPONSE.substring(0, seen))) {
            return Verdict.NO;
        }
        return seen == RESPONSE.length() ? Verdict.YES : Verdict.MORE;
    }

    static Verdict request(ByteReader bytes) {
        int space = 0;
        while (space < bytes.length() && token(bytes.peek(space))) {
            space++;
        }
        if (space == bytes.length()) {
            return space <= MAX_METHOD ? Verdict.MORE : Verdict.NO;
        }
        if (space == 0 || space > MAX_METHOD || bytes.peek(space) != ' ') {
            return Verdict.NO;
        }
        if (space + 1 == bytes.length()) {
            return Verdict.MORE;
        }
        int end = space + 1;
        while (end < bytes.length() && bytes.peek(end) != '\n') {
            end++;
        }
        if (end < bytes.length()) {
            return versioned(text(bytes, 0, space), text(bytes, space + 1, end));
        }
        String method = text(bytes, 0, space);
        if (!METHODS.contains(method)) {
            return bytes.length() >= MAX_LINE ? Verdict.NO : Verdict.MORE;
        }
        return target(method, text(bytes, space + 1, end));
    }

    /**
     * The rest of a whole request line: a target, then the version. Behind a method of the specifications and a path
     * the version may be damaged: a server refuses that, and it is HTTP that it refuses (RFC 9110 section 15.6.6).
     */
    private static Verdict versioned(String method, String rest) {
        String line = rest.endsWith("\r") ? rest.substring(0, rest.length() - 1) : rest;
        int last = line.lastIndexOf(' ');
        boolean damaged = METHODS.contains(method) && line.startsWith("/") && line.startsWith(PROTOCOL, last + 1);
        return last >= 0 && (damaged || line.startsWith(RESPONSE, last + 1)) ? Verdict.YES : Verdict.NO;
    }

    private static Verdict target(String method, String seen) {
        boolean authority = method.equals("CONNECT");
        if (authority || seen.startsWith("/") || seen.startsWith("http://")) {
            return Verdict.YES;
        }
        return "http://".startsWith(seen) ? Verdict.MORE : Verdict.NO;
    }

    /** Whether a byte may stand in a method: upper case, digits, dash and underscore are all that are used. */
    static boolean token(int b) {
        return b >= 'A' && b <= 'Z' || b == '-' || b == '_' || b >= '0' && b <= '9';
    }
}
