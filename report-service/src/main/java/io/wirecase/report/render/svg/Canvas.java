package io.wirecase.report.render.svg;

import io.wirecase.report.document.Chart;
import io.wirecase.report.render.Markup;
import java.util.Locale;

/**
 * Shapes and text of one picture. Looks are attributes and not a style sheet, so that a page, a PDF and a picture cut
 * out of either look the same.
 */
final class Canvas {

    /** The width of every picture: what fits between the margins of an A4 page at 96 dots an inch. */
    static final int WIDTH = 660;

    /** The size of text. */
    static final double TEXT = 11;

    static final String PAPER = "#ffffff";
    static final String INK = "#17212d";
    static final String SOFT = "#4c5a69";
    static final String LINE = "#c9d2dc";
    static final String FILL = "#2f6fb3";
    static final String SECOND = "#b9d0e8";

    private static final String FONTS = "'Liberation Sans', Arial, Helvetica, sans-serif";

    private final Markup out;

    Canvas(Markup out) {
        this.out = out;
    }

    /** Begins a picture. @param id unique in the document */
    void begin(Chart chart, String id, double height) {
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                WIDTH + "px",
                "height",
                number(height) + "px",
                "viewBox",
                "0 0 " + WIDTH + " " + number(height),
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "font-family",
                FONTS,
                "font-size",
                number(TEXT));
        out.open("title", "id", id + "-title").text(chart.title().text()).close("title");
        out.open("desc", "id", id + "-desc").text(chart.inWords().text()).close("desc");
        out.raw("\n");
    }

    void end() {
        out.close("svg").raw("\n");
    }

    /** Text on a line. @param anchor {@code start}, {@code middle} or {@code end} */
    void text(String text, double x, double y, String anchor, String colour) {
        out.open("text", "x", number(x), "y", number(y), "text-anchor", anchor, "fill", colour)
                .text(text)
                .close("text")
                .raw("\n");
    }

    /** Text on a line, bold. */
    void strong(String text, double x, double y, String anchor) {
        out.open("text", "x", number(x), "y", number(y), "text-anchor", anchor, "fill", INK, "font-weight", "bold")
                .text(text)
                .close("text")
                .raw("\n");
    }

    void bar(double x, double y, double width, double height, String fill) {
        out.empty(
                        "rect",
                        "x",
                        number(x),
                        "y",
                        number(y),
                        "width",
                        number(Math.max(0, width)),
                        "height",
                        number(Math.max(0, height)),
                        "fill",
                        fill)
                .raw("\n");
    }

    /** A bar with an edge, so that a pale one is seen on paper. */
    void edged(double x, double y, double width, double height, String fill) {
        out.empty(
                        "rect",
                        "x",
                        number(x),
                        "y",
                        number(y),
                        "width",
                        number(Math.max(0, width)),
                        "height",
                        number(Math.max(0, height)),
                        "fill",
                        fill,
                        "stroke",
                        FILL,
                        "stroke-width",
                        "0.8")
                .raw("\n");
    }

    void line(double x1, double y1, double x2, double y2, String colour) {
        line(x1, y1, x2, y2, colour, "none");
    }

    void dashed(double x1, double y1, double x2, double y2, String colour) {
        line(x1, y1, x2, y2, colour, "4 3");
    }

    private void line(double x1, double y1, double x2, double y2, String colour, String dashes) {
        out.empty(
                        "line",
                        "x1",
                        number(x1),
                        "y1",
                        number(y1),
                        "x2",
                        number(x2),
                        "y2",
                        number(y2),
                        "stroke",
                        colour,
                        "stroke-width",
                        "1",
                        "stroke-dasharray",
                        dashes)
                .raw("\n");
    }

    void dot(double x, double y, double radius) {
        out.empty("circle", "cx", number(x), "cy", number(y), "r", number(radius), "fill", FILL)
                .raw("\n");
    }

    /** A triangle that points down to a place. */
    void pointer(double x, double y, double size) {
        String path = "M" + number(x) + " " + number(y) + " L" + number(x - size) + " " + number(y - size * 1.6) + " L"
                + number(x + size) + " " + number(y - size * 1.6) + " Z";
        out.empty("path", "d", path, "fill", INK).raw("\n");
    }

    /** A number of the drawing; it is never read, and what cannot be drawn is drawn at the edge. */
    private static String number(double value) {
        double drawn = Double.isFinite(value) ? value : 0;
        return String.format(Locale.ROOT, "%.1f", drawn);
    }
}
