package io.wirecase.report.render.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is drawn, by rule of thumb: SVG neither wraps nor measures. The shares of the font's size are those of
 * Helvetica and its metric twins, rounded up, so that what is said to fit does.
 */
final class TextFit {

    private static final String NARROW = "iljtfrI.,:;!|'()[]{}/\\ -\"";
    private static final String WIDE = "mwMW@%—…";
    private static final double NARROW_SHARE = 0.34;
    private static final double WIDE_SHARE = 0.92;
    private static final double CAPITAL_SHARE = 0.72;
    private static final double USUAL_SHARE = 0.57;
    private static final int LAST_LATIN = 0x24F;

    private TextFit() {}

    /** The width of a text, at least. */
    static double width(String text, double size) {
        return text.chars().mapToDouble(TextFit::share).sum() * size;
    }

    /** The text, or as much of it as fits with an ellipsis behind it. */
    static String cut(String text, double width, double size) {
        if (width(text, size) <= width) {
            return text;
        }
        double room = width - WIDE_SHARE * size;
        int end = 0;
        while (end < text.length() && width(text.substring(0, end + 1), size) <= room) {
            end++;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** Lines that fit, broken at spaces; the last of at most so many is cut. */
    static List<String> wrap(String text, double width, double size, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean last = lines.size() == most - 1;
            if (line.isEmpty() || last || width(longer, size) <= width) {
                line = longer;
            } else {
                lines.add(cut(line, width, size));
                line = word;
            }
        }
        lines.add(cut(line, width, size));
        return lines;
    }

    private static double share(int c) {
        if (NARROW.indexOf(c) >= 0) {
            return NARROW_SHARE;
        }
        if (WIDE.indexOf(c) >= 0) {
            return WIDE_SHARE;
        }
        if (c > LAST_LATIN) {
            return 1;
        }
        return Character.isUpperCase(c) ? CAPITAL_SHARE : USUAL_SHARE;
    }
}
