package io.wirecase.report.render.html;

import io.wirecase.report.document.Chart;
import io.wirecase.report.document.Prose;
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
    private static final int MARGIN = 8;
    private static final int LONGEST_LABEL = 38;

    private final Html html;
    private final ProseHtml prose;

    ChartHtml(Html html, ProseHtml prose) {
        this.html = html;
        this.prose = prose;
    }

    void chart(Chart chart) {
        html.raw("<figure class=\"chart\">\n<figcaption class=\"chart-title\">");
        prose.sentence(chart.title());
        html.raw("</figcaption>\n");
        if (chart instanceof Chart.Bars bars) {
            bars(bars);
        } else {
            list(chart);
        }
        html.raw("<p class=\"in-words\">");
        prose.sentence(chart.inWords());
        html.raw("</p></figure>\n");
    }

    private void list(Chart chart) {
        html.raw("<ul>");
        for (Prose shown : chart.shown()) {
            html.raw("<li>");
            prose.sentence(shown);
            html.raw("</li>");
        }
        html.raw("</ul>");
    }

    private void bars(Chart.Bars chart) {
        double most = chart.bars().stream()
                .mapToDouble(Chart.Bar::value)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        html.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + (chart.bars().size() * ROW + 2),
                "role",
                "img",
                "aria-label",
                chart.inWords().text());
        int y = 2;
        for (Chart.Bar bar : chart.bars()) {
            double share = most > 0 && bar.value() > 0 ? Math.min(1, bar.value() / most) : 0;
            label(bar.label().text() + ": " + bar.shown().text(), LABELS - MARGIN, y + BAR - 2);
            rect(LABELS, y + 1, Math.max(1, share * (WIDTH - LABELS - MARGIN)));
            y += ROW;
        }
        html.close("svg").raw("\n");
    }

    private void label(String text, double x, double y) {
        html.open("text", "x", number(x), "y", number(y), "text-anchor", "end")
                .text(text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL - 1) + "…" : text)
                .close("text");
    }

    private void rect(double x, double y, double width) {
        html.open("rect", "class", "bar", "x", number(x), "y", number(y), "width", number(width), "height", "" + BAR)
                .close("rect");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
