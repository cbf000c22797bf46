package io.wirecase.detection.risk.http;

import io.wirecase.core.flow.HttpExchange.Request;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Attempts to smuggle code through the query of a URL, by plain signs. It takes no grammar of HTML, SQL or a shell:
 * what
 * is hidden better than by percent-encoding is missed.
 */
enum Injection {
    SCRIPT(
            "<\\s*/?\\s*(script|iframe|svg|object|embed)\\b",
            "\\bjavascript\\s*:",
            "<[^>]{1,80}\\bon(error|load|click|focus|mouseover)\\s*="),
    SQL(
            "\\bunion\\s+(all\\s+)?select\\b",
            "['\"]\\s*\\)?\\s*(or|and)\\s+['\"(]?\\w{1,30}['\")]?\\s*(=|<|>|like)",
            ";\\s*(drop|truncate|delete|insert|update|exec)\\s+\\w",
            "\\b(sleep|benchmark|pg_sleep)\\s*\\(\\s*\\d",
            "\\bwaitfor\\s+delay\\b",
            "\\binformation_schema\\b"),
    COMMAND(
            "[;|&`(]\\s*(cat|ls|id|whoami|wget|curl|nc|ncat|bash|sh|uname|ping|rm|chmod|python|perl|echo)\\b",
            "/bin/(ba|da|z)?sh\\b",
            "/etc/(passwd|shadow)\\b",
            "\\b(cmd\\.exe|powershell)\\b",
            "\\b(system|passthru|shell_exec|proc_open|popen|eval|phpinfo|call_user_func_array)\\b\\s*\\(?",
            "<\\?php|php://input|data://text");

    private final List<Pattern> signs = new ArrayList<>();

    Injection(String... signs) {
        for (String sign : signs) {
            this.signs.add(Pattern.compile(sign));
        }
    }

    /** The first kind that a request's query shows; scripts before SQL before commands. */
    static Optional<Injection> in(Request request) {
        String target = request.target().raw();
        if (target.startsWith("/shell?") || target.contains("<php>")) {
            return Optional.of(COMMAND);
        }
        int query = target.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        String text = decoded(target.substring(query + 1)).toLowerCase(Locale.ROOT);
        for (Injection kind : values()) {
            if (kind.signs.stream().anyMatch(sign -> sign.matcher(text).find())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Percent-decoding (RFC 3986 section 2.1) and plus for a space; what is no code stays as it is. */
    private static String decoded(String query) {
        ByteBuffer out = ByteBuffer.allocate(query.length());
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            int code = c == '%' && i + 2 < query.length() ? hex(query.charAt(i + 1), query.charAt(i + 2)) : -1;
            if (code >= 0) {
                out.put((byte) code);
                i += 2;
            } else {
                out.put((byte) (c == '+' ? ' ' : c));
            }
        }
        return new String(out.array(), 0, out.position(), StandardCharsets.ISO_8859_1);
    }

    private static int hex(char high, char low) {
        int a = Character.digit(high, 16);
        int b = Character.digit(low, 16);
        return a < 0 || b < 0 ? -1 : a << 4 | b;
    }
}
