package io.wirecase.report.render.svg;

import io.wirecase.report.document.Chart;

/** A row for each thing: its label, its bar, its value behind the bar; what is counted below them all. */
final class BarsSvg {

    private static final double ROW = 22;
    private static final double BAR = 13;
    private static final double MOST_LABEL = 230;
    private static final double MOST_VALUE = 130;
    private static final double GAP = 8;
    private static final double UNIT = 18;

    private BarsSvg() {}

    static void draw(Canvas canvas, Chart.Bars chart, String id) {
        canvas.begin(chart, id, chart.bars().size() * ROW + UNIT);
        double labels = Math.min(
                MOST_LABEL,
                chart.bars().stream()
                        .mapToDouble(b -> TextFit.width(b.label().text(), Canvas.TEXT))
                        .max()
                        .orElse(0));
        double values = Math.min(
                MOST_VALUE,
                chart.bars().stream()
                        .mapToDouble(b -> TextFit.width(b.shown().text(), Canvas.TEXT))
                        .max()
                        .orElse(0));
        double from = labels + 2 * GAP;
        double room = Canvas.WIDTH - from - values - 2 * GAP;
        Scale scale = Scale.of(chart.bars().stream().mapToDouble(Chart.Bar::value));
        double y = 2;
        for (Chart.Bar bar : chart.bars()) {
            double length = Math.max(1, scale.share(bar.value()) * room);
            double base = y + BAR - 2;
            canvas.text(TextFit.cut(bar.label().text(), labels + 1, Canvas.TEXT), from - GAP, base, "end", Canvas.INK);
            canvas.bar(from, y, length, BAR, Canvas.FILL);
            canvas.text(
                    TextFit.cut(bar.shown().text(), values + 1, Canvas.TEXT),
                    from + length + GAP,
                    base,
                    "start",
                    Canvas.INK);
            y += ROW;
        }
        canvas.line(from, 0, from, y - (ROW - BAR) + 2, Canvas.SOFT);
        canvas.text(TextFit.cut(chart.unit().text(), room, Canvas.TEXT), from, y + BAR - 4, "start", Canvas.SOFT);
    }
}
