package io.wirecase.capture.application.login;

/** Counts written in digits. */
final class Numbers {

    private Numbers() {}

    /** The number, or 0 when the text is none or is absurd. */
    static long parse(String digits) {
        if (digits.isEmpty() || digits.length() > 12 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return Long.parseLong(digits);
    }

    /** The length of a literal that begins after this line (RFC 9051 section 4.3), or 0. */
    static long literal(String line) {
        int open = line.endsWith("}") ? line.lastIndexOf('{') : -1;
        if (open < 0) {
            return 0;
        }
        String inside = line.substring(open + 1, line.length() - 1);
        return parse(inside.endsWith("+") ? inside.substring(0, inside.length() - 1) : inside);
    }
}
