package io.wirecase.local.cli;

/** Makes text safe for a terminal: what came out of packets may hold escape sequences that move the cursor or worse. */
final class PlainText {

    private static final int LONGEST = 400;
    private static final char STAND_IN = '\uFFFD';

    private PlainText() {}

    /**
     * Replaces control, format and unpaired surrogate characters, which includes escapes and marks that turn the
     * reading direction, and cuts what is longer than a few lines.
     *
     * @param text anything
     * @return printable text on one line
     */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints().limit(LONGEST).forEach(point -> plain.appendCodePoint(isPlain(point) ? point : STAND_IN));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            plain.append("...");
        }
        return plain.toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
