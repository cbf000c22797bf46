package io.wirecase.report.render.markdown;

import io.wirecase.report.document.Prose;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text that stays text in Markdown (CommonMark 0.31, 2.4 and 6.1; GitHub's flavour 4.10 and 6.9). Words of ours get
 * backslashes before whatever could begin markup. What came from packets, and whatever a reader would make a link of,
 * stands in code spans, where nothing begins.
 */
final class Escaped {

    private static final String MARKUP = "\\`*{}[]<>|~&#!$^";

    /** What readers make a link of by themselves: behind a scheme, behind {@code www}, around an at sign. */
    private static final Pattern LINKING = Pattern.compile("://|\\bwww\\.|@|mailto:|xmpp:", Pattern.CASE_INSENSITIVE);

    private Escaped() {}

    /** A sentence or a cell on one line, which may also stand at the start of a line. */
    static String of(Prose prose) {
        StringBuilder out = new StringBuilder();
        for (Prose.Part part : prose.parts()) {
            switch (part) {
                case Prose.Ours ours -> out.append(inside(ours.text()));
                case Prose.FromPackets hostile -> out.append(code(hostile.text().visible(Prose.MAX_UNTRUSTED)));
            }
        }
        return start(out.toString());
    }

    /** Words of ours on one line, which may also stand at the start of a line. */
    static String of(String ours) {
        return start(inside(ours));
    }

    private static String inside(String text) {
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean white = c == '\n' || c == '\t' || c == '\r';
            visible.append(white ? " " : hidden(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return Arrays.stream(visible.toString().split(" ", -1))
                .map(word -> LINKING.matcher(word).find() ? code(word) : word(word))
                .collect(Collectors.joining(" "));
    }

    private static String word(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // An underscore between letters and digits is a part of a code and emphasises nothing.
            boolean emphasis = c == '_' && !(letter(text, i - 1) && letter(text, i + 1));
            if (MARKUP.indexOf(c) >= 0 || emphasis) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    private static boolean letter(String text, int i) {
        return i >= 0 && i < text.length() && Character.isLetterOrDigit(text.charAt(i));
    }

    /** What makes a list, a rule or a heading out of a line only does so at its start. */
    private static String start(String line) {
        String text = line.strip();
        if (text.matches("[-+=].*")) {
            return "\\" + text;
        }
        return text.replaceFirst("^(\\d{1,9})([.)])(?=\\s|$)", "$1\\\\$2");
    }

    /** Pipes end a cell of a table even inside code, so they stand between the pieces. */
    private static String code(String text) {
        return Arrays.stream(text.split("\\|", -1)).map(Escaped::span).collect(Collectors.joining("\\|"));
    }

    private static String span(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String fence = "`".repeat(longestRun(text) + 1);
        boolean pad = text.startsWith("`") || text.endsWith("`") || text.startsWith(" ") && text.endsWith(" ");
        String inner = pad ? " " + text + " " : text;
        return fence + inner + fence;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static boolean hidden(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
