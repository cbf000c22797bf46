package io.wirecase.report.render.html;

/**
 * Writes HTML. Text and attribute values are escaped here and nowhere else, so nothing that came out of a packet can
 * become markup; tag and attribute names are ours.
 */
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup of ours, as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text, escaped. */
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i));
        }
        return this;
    }

    /** An opening tag with attributes: names and values in turn. */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    /** A closing tag. */
    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    /** A name for an anchor: what is no letter, digit, dash or underscore becomes a dash. */
    static String anchor(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void escape(char c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '`' -> out.append("&#96;");
            default -> out.append(visible(c) ? c : '\uFFFD');
        }
    }

    /** Characters that HTML does not allow, or that turn the direction of text, are shown as replaced. */
    private static boolean visible(char c) {
        boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7F && c <= 0x9F;
        boolean turning = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return !control && !turning && !Character.isSurrogate(c);
    }
}
