package io.wirecase.core.net;

/**
 * Text that came out of a packet: a Host header, a User-Agent, a name in DNS or TLS, a banner. Whoever sent the packet
 * chose it, so it is hostile until an output has escaped it in that output's own way. The type carries it from parser
 * to renderer so that it cannot be mistaken for text of ours. Bytes outside ASCII are kept one char a byte (ISO
 * 8859-1).
 *
 * @param raw the text as it was in the packet, cut to {@link #MAX_LENGTH}
 */
public record UntrustedText(String raw) implements Comparable<UntrustedText> {

    /** The longest text kept, in chars; what is longer is cut. */
    public static final int MAX_LENGTH = 2048;

    /** Cuts what is too long to keep. */
    public UntrustedText {
        if (raw.length() > MAX_LENGTH) {
            raw = raw.substring(0, MAX_LENGTH);
        }
    }

    /**
     * A one-line form without control, formatting (bidirectional, zero-width) or surrogate characters: each is shown
     * as {@code \}{@code u} and four hex digits. Still untrusted: it may hold markup, formulas or instructions.
     *
     * @param limit the longest result, at least 1; a cut is marked with an ellipsis
     */
    public String visible(int limit) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < raw.length() && out.length() <= limit; i++) {
            char c = raw.charAt(i);
            if (hidden(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.length() <= limit ? out.toString() : out.substring(0, limit - 1) + "…";
    }

    private static boolean hidden(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> c >= 0x7F && c <= 0xA0;
        };
    }

    @Override
    public int compareTo(UntrustedText other) {
        return raw.compareTo(other.raw);
    }

    /** The visible form at full length, so that a log line cannot be forged by accident. */
    @Override
    public String toString() {
        return visible(MAX_LENGTH * 6 + 1);
    }
}
