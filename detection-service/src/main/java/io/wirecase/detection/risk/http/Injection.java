package io.wirecase.detection.risk.http;

import io.wirecase.core.fact.HttpExchange.Request;
import io.wirecase.detection.risk.DetectionContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Attempts to smuggle code through a value in the query of a URL, told by signs of the languages. It takes no grammar
 * of HTML, SQL or a shell: what is hidden better than by percent-encoding is missed.
 */
enum Injection {
    /** What makes a browser run code. */
    SCRIPT(
            List.of(
                    "<\\s*/?\\s*(script|iframe|frameset|svg|object|embed|applet|meta|base|style|xml)\\b",
                    "\\b(javascript|vbscript)\\s*:",
                    "\\bdata\\s*:\\s*text/html",
                    "<[^>]{1,200}[\\s/\"']on[a-z]{3,20}\\s*=",
                    "[\"'][^<>]{0,80}\\son(error|load|click|focus|mouse[a-z]{1,8}|key[a-z]{1,8})\\s*="),
            List.of()),
    /** What changes a query to a database. */
    SQL(
            List.of(
                    "\\bunion\\b[\\s(/*!+]{1,20}(all\\b[\\s(/*!+]{1,20})?select\\b",
                    "['\"]\\s*\\)*\\s*(or|and|\\|\\||&&)\\s+['\"(]?[\\w.]{1,30}['\")]?\\s*(=|<|>|like\\b)",
                    "\\b(or|and)\\s+(\\d{1,9})\\s*=\\s*\\2\\b",
                    "['\"]\\s*\\)*\\s*(--|#|/\\*|;\\s*--)",
                    "\\border\\s+by\\s+\\d{1,4}\\s*(--|#)",
                    ";\\s*(drop|truncate|delete|insert|update|exec|declare|shutdown)\\s+\\w",
                    "\\b(sleep|benchmark|pg_sleep|load_file|extractvalue|updatexml)\\s*\\(",
                    "\\bwaitfor\\s+delay\\b",
                    "\\binformation_schema\\b|\\bxp_cmdshell\\b"),
            List.of()),
    /** What a shell or the server's own language would run. */
    COMMAND(
            List.of(
                    "(^|[\\s;|&`$(])" + Words.COMMANDS + Words.ARGUMENT,
                    "[;|&`$(]\\s*" + Words.COMMANDS + "\\s+\\S",
                    "/(usr/(local/)?)?s?bin/[a-z]",
                    "/etc/(passwd|shadow|group)\\b",
                    "\\bcmd(\\.exe)?\\s*/c\\b|\\bpowershell(\\.exe)?\\s+-",
                    "\\binvoke-(expression|webrequest)\\b|\\biex\\s*\\(",
                    "<\\?php|<php>|php://input|data://text"),
            List.of(
                    "/etc/hosts\\b|(^|[\\s;|&(])(dir|type|tasklist|net|ipconfig)\\s+(/[a-z?]\\b|[a-z]:)",
                    "['\"]" + Words.COMMANDS + Words.ARGUMENT,
                    "[;|&`]\\s*" + Words.COMMANDS + "\\s*($|[;|&`\\r\\n)])",
                    "\\$\\(\\s*" + Words.COMMANDS + "\\b",
                    "\\b(system|exec|popen|eval|assert|phpinfo|base64_decode|file_get_contents)\\s*\\(",
                    "\\b(passthru|shell_exec|proc_open|call_user_func(_array)?)\\b"));

    /** Words that several signs share. */
    private static final class Words {

        /** An option or a path behind it, which no sentence has. */
        static final String ARGUMENT = "\\s+(-\\w|[.~]{0,2}/)";

        static final String COMMANDS =
                "(cat|ls|id|whoami|wget|curl|nc|ncat|bash|sh|uname|ping|rm|cp|mv|chmod|chown|kill"
                        + "|ps|find|grep|php|python[23]?|perl|ruby|echo|printf|telnet|nslookup|ifconfig|netstat)";
    }

    /** Nothing of a language can be written in these alone. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.~+%,:@!*-]*");

    private final List<Pattern> signs = new ArrayList<>();
    private final List<Pattern> ours = new ArrayList<>();

    /**
     * A kind.
     *
     * @param signs what it is told by
     * @param ours what it is told by besides where nDPI sees nothing: commands without a word behind them, calls
     */
    Injection(List<String> signs, List<String> ours) {
        for (String sign : signs) {
            this.signs.add(Pattern.compile(sign));
        }
        for (String sign : ours) {
            this.ours.add(Pattern.compile(sign));
        }
    }

    /** The first kind that a request's query shows; scripts before SQL before commands. */
    static Optional<Injection> in(Request request, DetectionContext context) {
        String target = request.target().raw();
        if (target.startsWith("/shell?") || target.contains("<php>")) {
            return Optional.of(COMMAND);
        }
        int query = target.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        for (String parameter : target.substring(query + 1).split("&", -1)) {
            Optional<Injection> found = value(parameter.substring(parameter.indexOf('=') + 1), context);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Injection> value(String raw, DetectionContext context) {
        String text = decoded(raw).toLowerCase(Locale.ROOT);
        if (HARMLESS.matcher(text).matches()) {
            return Optional.empty();
        }
        int zero = text.indexOf(0);
        String seen = context.ndpiCompatible() && zero >= 0 ? text.substring(0, zero) : text;
        for (Injection kind : values()) {
            boolean told = any(kind.signs, seen) || !context.ndpiCompatible() && any(kind.ours, seen);
            if (told) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static boolean any(List<Pattern> signs, String text) {
        for (Pattern sign : signs) {
            if (sign.matcher(text).find()) {
                return true;
            }
        }
        return false;
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
