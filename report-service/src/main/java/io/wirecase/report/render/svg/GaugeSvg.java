package io.wirecase.report.render.svg;

import io.wirecase.report.document.Chart;
import java.util.List;

/** A scale from left to right, its parts named below it, a pointer with the score above it. */
final class GaugeSvg {

    private static final double EDGE = 10;
    private static final double TOP = 34;
    private static final double HEIGHT = 20;
    private static final double LINE = 13;
    private static final int MOST_LINES = 3;
    private static final double FULL = 100;
    private static final double GAP = 4;
    /** From calm to grave; each part is named as well, so that colour says nothing alone. */
    private static final List<String> RAMP = List.of("#d7ecdf", "#e6ecd2", "#f6e6c4", "#f6d3b8", "#f3b9b2");

    private GaugeSvg() {}

    static void draw(Canvas canvas, Chart.Gauge gauge, String id) {
        canvas.begin(gauge, id, TOP + HEIGHT + MOST_LINES * LINE + GAP);
        int count = gauge.bands().size();
        for (int i = 0; i < count; i++) {
            Chart.Band band = gauge.bands().get(i);
            double from = x(band.from());
            double to = x(band.to());
            int colour = count == 1 ? 0 : Math.round((RAMP.size() - 1) * (float) i / (count - 1));
            canvas.bar(from, TOP, to - from, HEIGHT, RAMP.get(colour));
            canvas.line(from, TOP, from, TOP + HEIGHT + GAP, Canvas.SOFT);
            double y = TOP + HEIGHT + LINE;
            for (String line : TextFit.wrap(band.label().text(), to - from - 2 * GAP, Canvas.TEXT, MOST_LINES)) {
                canvas.text(line, from + GAP, y, "start", Canvas.SOFT);
                y += LINE;
            }
        }
        canvas.line(x(FULL), TOP, x(FULL), TOP + HEIGHT + GAP, Canvas.SOFT);
        double at = x(gauge.score());
        String score = TextFit.cut(gauge.value().text(), Canvas.WIDTH - 2 * EDGE, Canvas.TEXT);
        double half = TextFit.width(score, Canvas.TEXT) / 2 + GAP;
        canvas.strong(score, Math.clamp(at, half, Math.max(half, Canvas.WIDTH - half)), LINE, "middle");
        canvas.pointer(at, TOP + GAP, 6);
    }

    private static double x(double value) {
        double shown = Double.isNaN(value) ? 0 : Math.clamp(value, 0, FULL);
        return EDGE + shown / FULL * (Canvas.WIDTH - 2 * EDGE);
    }
}
