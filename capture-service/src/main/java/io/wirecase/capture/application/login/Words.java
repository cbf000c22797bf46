package io.wirecase.capture.application.login;

import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Verdict;
import java.util.Locale;

/** Lines cut into words, and first lines told from other bytes. */
final class Words {

    /** A greeting that has not ended by now is judged as it is. */
    static final int MAX_GREETING = 512;

    private Words() {}

    /** The first word in upper case. */
    static String verb(String line) {
        return word(line, 0).toUpperCase(Locale.ROOT);
    }

    /** A word by its place from 0, or "" beyond the last. */
    static String word(String line, int place) {
        int from = start(line, place);
        int to = from;
        while (to < line.length() && line.charAt(to) != ' ') {
            to++;
        }
        return line.substring(from, to);
    }

    /** All from a word on, or "". */
    static String from(String line, int place) {
        return line.substring(start(line, place)).strip();
    }

    private static int start(String line, int place) {
        int at = 0;
        for (int word = 0; at < line.length(); word++) {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            if (word == place) {
                return at;
            }
            while (at < line.length() && line.charAt(at) != ' ') {
                at++;
            }
        }
        return line.length();
    }

    /** The code of a reply that begins with three digits (RFC 5321 section 4.2, RFC 959 section 4.2), or -1. */
    static int code(String line) {
        if (line.length() < 3) {
            return -1;
        }
        int code = 0;
        for (int i = 0; i < 3; i++) {
            char c = line.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            code = code * 10 + (c - '0');
        }
        return code;
    }

    /** The text of such a reply. */
    static String text(String line) {
        return line.length() > 4 ? line.substring(4) : "";
    }

    /** Whether the first line of a look is whole, or so long that it is judged without its end. */
    static boolean lineSeen(Look look) {
        return look.indexOf('\n', 0, MAX_GREETING) >= 0 || look.length() >= MAX_GREETING;
    }

    /** Whether the first line holds a word, given in lower case. */
    static boolean lineHolds(Look look, String lower) {
        int end = look.indexOf('\n', 0, MAX_GREETING);
        return look.holds(lower, end < 0 ? MAX_GREETING : end);
    }

    /** What the first bytes say of a line that begins with one of these commands, in any case. */
    static Verdict command(Look look, String... commands) {
        Verdict best = Verdict.NO;
        for (String command : commands) {
            int at = 0;
            while (at < command.length() && at < look.length() && upper(look.u8(at)) == command.charAt(at)) {
                at++;
            }
            if (at == command.length()) {
                return Verdict.YES;
            }
            best = at == look.length() ? Verdict.MORE : best;
        }
        return best;
    }

    private static int upper(int b) {
        return b >= 'a' && b <= 'z' ? b - ('a' - 'A') : b;
    }
}
