package io.wirecase.report.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which words state a fact, and which no report may use. */
final class Words {

    /** Terms of the field that hold a digit and state no fact. */
    private static final Set<String> TERMS = Set.of(
            "ipv4", "ipv6", "sha-256", "sha256", "ja3", "ja4", "base64", "uuidv5", "http/1", "layer-3", "icmpv6", "mp3",
            "oauth2", "http2", "p95");

    /** Direction words that do not say whose direction they mean. */
    private static final Set<String> FORBIDDEN = Set.of("inbound", "outbound", "incoming", "outgoing");

    /** Number words: a count spelled out is still a count. */
    private static final Set<String> NUMBER_WORDS = Set.of(
            "zero",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "dozen",
            "dozens",
            "hundred",
            "hundreds",
            "thousand",
            "thousands",
            "million",
            "millions",
            "half",
            "twice",
            "double");

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/%+-]*");
    private static final Pattern DOTTED_NAME =
            Pattern.compile("(?i)[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.[a-z]{2,}", Pattern.CASE_INSENSITIVE);
    private static final Set<String> DOTTED_WORDS = Set.of("e.g", "i.e", "report.json", "report.html");

    private Words() {}

    /** Tokens that state a number, an address, a name or a time, or are forbidden. */
    static List<String> unbacked(String text) {
        List<String> found = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String word = trimmed(token.group());
            String folded = word.toLowerCase(Locale.ROOT);
            if (FORBIDDEN.contains(folded) || NUMBER_WORDS.contains(folded) || states(folded)) {
                found.add(word);
            }
        }
        return found;
    }

    /** Whether a word is a direction without a reference. */
    static boolean forbidden(String word) {
        return FORBIDDEN.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean states(String folded) {
        if (TERMS.contains(folded) || DOTTED_WORDS.contains(folded)) {
            return false;
        }
        return folded.chars().anyMatch(Character::isDigit)
                || folded.contains("::")
                || DOTTED_NAME.matcher(folded).matches();
    }

    private static String trimmed(String token) {
        int end = token.length();
        while (end > 0 && ".:,/-%+".indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(0, end);
    }
}
