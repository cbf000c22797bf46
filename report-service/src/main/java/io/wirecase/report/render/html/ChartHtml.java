package io.wirecase.report.render.html;

import io.wirecase.report.document.Block;
import java.util.List;
import java.util.Locale;

/**
 * Charts as SVG inside the page. Lengths show the values; the only words and numbers are the document's labels, which
 * are checked against the ledger.
 */
final class ChartHtml {

    private static final int WIDTH = 760;
    private static final int ROW = 26;
    private static final int BAR = 14;
    private static final int LABELS = 260;
    private static final int STRIP = 64;
    private static final int MARGIN = 8;
    private static final int LONGEST_LABEL = 38;

    private final Html html;
    private final ProseHtml prose;

    ChartHtml(Html html, ProseHtml prose) {
        this.html = html;
        this.prose = prose;
    }

    void chart(Block.Chart chart) {
        html.raw("<figure class=\"chart\">\n<figcaption class=\"chart-title\">");
        prose.sentence(chart.title());
        html.raw("</figcaption>\n");
        if (!chart.points().isEmpty()) {
            switch (chart.kind()) {
                case BARS -> bars(chart);
                case TIMELINE -> timeline(chart);
            }
        }
        html.raw("<p class=\"in-words\">");
        prose.sentence(chart.inWords());
        html.raw("</p></figure>\n");
    }

    private void bars(Block.Chart chart) {
        double most = chart.points().stream()
                .mapToDouble(Block.Point::value)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        svg(chart.points().size() * ROW + 2, chart);
        int y = 2;
        for (Block.Point point : chart.points()) {
            double share = most > 0 && point.value() > 0 ? Math.min(1, point.value() / most) : 0;
            label(point, LABELS - MARGIN, y + BAR - 2, "end");
            rect("bar", LABELS, y + 1, Math.max(1, share * (WIDTH - LABELS - MARGIN)), BAR);
            y += ROW;
        }
        html.close("svg").raw("\n");
    }

    private void timeline(Block.Chart chart) {
        List<Block.Point> points = chart.points();
        double last = points.stream()
                .mapToDouble(Block.Point::value)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        svg(STRIP, chart);
        rect("axis", MARGIN, STRIP / 2, WIDTH - 2 * MARGIN, 1);
        for (Block.Point point : points) {
            double share = last > 0 && point.value() > 0 ? Math.min(1, point.value() / last) : 0;
            rect("tick", MARGIN + share * (WIDTH - 2 * MARGIN) - 1, MARGIN, 2, STRIP / 2 - MARGIN);
        }
        label(points.getFirst(), MARGIN, STRIP - MARGIN, "start");
        if (points.size() > 1) {
            label(points.getLast(), WIDTH - MARGIN, STRIP - MARGIN, "end");
        }
        html.close("svg").raw("\n");
    }

    private void svg(int height, Block.Chart chart) {
        html.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-label",
                chart.inWords().text());
    }

    private void label(Block.Point point, double x, double y, String end) {
        String text = point.label().text();
        html.open("text", "x", number(x), "y", number(y), "text-anchor", end)
                .text(text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL - 1) + "…" : text)
                .close("text");
    }

    private void rect(String look, double x, double y, double width, double height) {
        html.open(
                        "rect",
                        "class",
                        look,
                        "x",
                        number(x),
                        "y",
                        number(y),
                        "width",
                        number(width),
                        "height",
                        number(height))
                .close("rect");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
