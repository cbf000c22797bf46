package io.wirecase.report.render.svg;

import io.wirecase.report.document.Chart;
import java.util.stream.DoubleStream;

/** Two bars for each thing that grow from the middle to either side, so that place and not colour tells them apart. */
final class PairsSvg {

    private static final double ROW = 36;
    private static final double HEAD = 18;
    private static final double BAR = 13;
    private static final double GAP = 6;
    private static final double MOST_VALUE = 110;
    private static final double MIDDLE = Canvas.WIDTH / 2.0;

    private PairsSvg() {}

    static void draw(Canvas canvas, Chart.Pairs chart, String id) {
        canvas.begin(chart, id, HEAD + chart.pairs().size() * ROW + GAP);
        canvas.strong(side(chart.first().text(), chart), MIDDLE - GAP, HEAD - 6, "end");
        canvas.strong(side(chart.second().text(), chart), MIDDLE + GAP, HEAD - 6, "start");
        Scale scale = Scale.of(chart.pairs().stream().flatMapToDouble(p -> DoubleStream.of(p.first(), p.second())));
        double room = MIDDLE - MOST_VALUE - GAP;
        double y = HEAD;
        for (Chart.Pair pair : chart.pairs()) {
            double base = y + 11;
            canvas.text(
                    TextFit.cut(pair.label().text(), Canvas.WIDTH - 2 * GAP, Canvas.TEXT),
                    MIDDLE,
                    base,
                    "middle",
                    Canvas.INK);
            double top = base + 5;
            double first = length(scale, pair.first(), room);
            double second = length(scale, pair.second(), room);
            canvas.bar(MIDDLE - first, top, first, BAR, Canvas.FILL);
            canvas.edged(MIDDLE, top, second, BAR, Canvas.SECOND);
            canvas.text(value(pair.firstShown().text()), MIDDLE - first - GAP, top + BAR - 2, "end", Canvas.INK);
            canvas.text(value(pair.secondShown().text()), MIDDLE + second + GAP, top + BAR - 2, "start", Canvas.INK);
            canvas.line(MIDDLE, top - 2, MIDDLE, top + BAR + 2, Canvas.SOFT);
            y += ROW;
        }
    }

    private static String side(String name, Chart.Pairs chart) {
        return TextFit.cut(name + ", " + chart.unit().text(), MIDDLE - 2 * GAP, Canvas.TEXT);
    }

    private static double length(Scale scale, double value, double room) {
        return value > 0 ? Math.max(1, scale.share(value) * room) : 0;
    }

    private static String value(String shown) {
        return TextFit.cut(shown, MOST_VALUE, Canvas.TEXT);
    }
}
