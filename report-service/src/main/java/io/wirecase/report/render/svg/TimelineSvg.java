package io.wirecase.report.render.svg;

import io.wirecase.report.document.Chart;
import java.util.List;

/** Events on an axis of time: few of them a row each with their words, many of them as marks on one strip. */
final class TimelineSvg {

    private static final int MOST_ROWS = 24;
    private static final double ROW = 18;
    private static final double GAP = 8;
    private static final double MOST_TIME = 180;
    private static final double AXIS = 190;
    private static final double STRIP = 58;
    private static final double MARK = 26;

    private TimelineSvg() {}

    static void draw(Canvas canvas, Chart.Timeline chart, String id) {
        if (chart.events().size() > MOST_ROWS) {
            strip(canvas, chart, id);
        } else {
            rows(canvas, chart, id);
        }
    }

    private static void rows(Canvas canvas, Chart.Timeline chart, String id) {
        List<Chart.Event> events = chart.events();
        canvas.begin(chart, id, events.size() * ROW + GAP);
        double times = Math.min(
                MOST_TIME,
                events.stream()
                        .mapToDouble(e -> TextFit.width(e.shown().text(), Canvas.TEXT))
                        .max()
                        .orElse(0));
        Scale scale = scale(chart);
        double from = times + 2 * GAP;
        double words = from + AXIS + 2 * GAP;
        double y = ROW - 5;
        for (Chart.Event event : events) {
            canvas.text(TextFit.cut(event.shown().text(), times + 1, Canvas.TEXT), 0, y, "start", Canvas.SOFT);
            canvas.line(from, y - 4, from + AXIS, y - 4, Canvas.LINE);
            canvas.dot(from + scale.share(event.seconds()) * AXIS, y - 4, 3.5);
            canvas.text(
                    TextFit.cut(event.label().text(), Canvas.WIDTH - words, Canvas.TEXT),
                    words,
                    y,
                    "start",
                    Canvas.INK);
            y += ROW;
        }
    }

    private static void strip(Canvas canvas, Chart.Timeline chart, String id) {
        canvas.begin(chart, id, STRIP);
        Scale scale = scale(chart);
        double room = Canvas.WIDTH - 2 * GAP;
        canvas.line(GAP, MARK + GAP, GAP + room, MARK + GAP, Canvas.SOFT);
        for (Chart.Event event : chart.events()) {
            canvas.bar(GAP + scale.share(event.seconds()) * room - 1, GAP, 2, MARK, Canvas.FILL);
        }
        double y = STRIP - 6;
        canvas.text(
                TextFit.cut(chart.events().getFirst().shown().text(), room / 2 - GAP, Canvas.TEXT),
                GAP,
                y,
                "start",
                Canvas.INK);
        canvas.text(
                TextFit.cut(chart.events().getLast().shown().text(), room / 2 - GAP, Canvas.TEXT),
                GAP + room,
                y,
                "end",
                Canvas.INK);
    }

    private static Scale scale(Chart.Timeline chart) {
        return Scale.of(chart.events().stream().mapToDouble(Chart.Event::seconds));
    }
}
