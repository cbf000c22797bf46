package io.wirecase.report.render.svg;

import io.wirecase.report.document.Chart;
import io.wirecase.report.render.Markup;

/** Draws charts as SVG that needs nothing else; the same in a page and in a PDF. */
public final class ChartSvg {

    private ChartSvg() {}

    /**
     * Writes the picture of a chart.
     *
     * @param out where to
     * @param chart what
     * @param id an id for its title and description, unique in the document
     */
    public static void write(Markup out, Chart chart, String id) {
        Canvas canvas = new Canvas(out);
        switch (chart) {
            case Chart.Gauge gauge -> GaugeSvg.draw(canvas, gauge, id);
            case Chart.Bars bars -> BarsSvg.draw(canvas, bars, id);
            case Chart.Timeline timeline -> TimelineSvg.draw(canvas, timeline, id);
            case Chart.Histogram histogram -> new HistogramSvg(canvas, histogram).draw(id);
            case Chart.Pairs pairs -> PairsSvg.draw(canvas, pairs, id);
        }
        canvas.end();
    }
}
