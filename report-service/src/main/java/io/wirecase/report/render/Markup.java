package io.wirecase.report.render;

import java.util.function.IntPredicate;

/**
 * Writes markup that is both HTML and XML. Text and attribute values are escaped here and nowhere else, so nothing that
 * came out of a packet can become markup; tag and attribute names are ours.
 */
public final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final IntPredicate drawable;

    /** Markup for a reader that can show every character. */
    public Markup() {
        this(c -> true);
    }

    /**
     * Markup for a reader that cannot show every character.
     *
     * @param drawable whether it can show a character; what it cannot show is written as {@code \}{@code u} and four
     *     hex digits, as hidden characters of packets are
     */
    public Markup(IntPredicate drawable) {
        this.drawable = drawable;
    }

    /** Markup of ours, as it is. */
    public Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text, escaped. */
    public Markup text(String text) {
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i));
        }
        return this;
    }

    /** An opening tag with attributes: names and values in turn. */
    public Markup open(String tag, String... attributes) {
        return begin(tag, attributes).raw(">");
    }

    /** A tag without content, with attributes: names and values in turn. */
    public Markup empty(String tag, String... attributes) {
        return begin(tag, attributes).raw("/>");
    }

    /** A closing tag. */
    public Markup close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /** A name for an anchor: what is no letter, digit, dash or underscore becomes a dash. */
    public static String anchor(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private Markup begin(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
        return this;
    }

    private void escape(char c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '`' -> out.append("&#96;");
            case '\n', '\t' -> out.append(c);
            default -> plain(c);
        }
    }

    private void plain(char c) {
        if (visible(c) && drawable.test(c)) {
            out.append(c);
        } else {
            out.append(String.format("\\u%04x", (int) c));
        }
    }

    /** Not so: characters that HTML or XML does not allow, or that turn the direction of text. */
    private static boolean visible(char c) {
        boolean control = c < 0x20 || c >= 0x7F && c <= 0x9F;
        boolean turning = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return !control && !turning && !Character.isSurrogate(c) && c < 0xFFFE;
    }
}
