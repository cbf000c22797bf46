package io.wirecase.report.render.svg;

import io.wirecase.report.document.Chart;
import java.util.List;

/** Columns side by side with their counts above and their ranges below; a marked value as a dashed line. */
final class HistogramSvg {

    private static final double EDGE = 10;
    private static final double TOP = 36;
    private static final double PLOT = 120;
    private static final double BELOW = 34;
    private static final double GAP = 4;
    private static final double LINE = 13;
    /** Bins this much wider than others would hide those. */
    private static final double MOST_UNEQUAL = 20;

    private final Canvas canvas;
    private final Chart.Histogram chart;
    private final List<Chart.Bin> bins;
    private final boolean equal;
    private final double low;
    private final double high;

    HistogramSvg(Canvas canvas, Chart.Histogram chart) {
        this.canvas = canvas;
        this.chart = chart;
        this.bins = chart.bins();
        this.low = bins.isEmpty() ? 0 : bins.getFirst().from();
        this.high = bins.isEmpty() ? 1 : bins.getLast().to();
        this.equal = !drawnToScale();
    }

    void draw(String id) {
        canvas.begin(chart, id, TOP + PLOT + BELOW);
        Scale scale = Scale.of(bins.stream().mapToDouble(Chart.Bin::count));
        mark();
        double free = 0;
        for (int i = 0; i < bins.size(); i++) {
            Chart.Bin bin = bins.get(i);
            double from = left(i);
            double to = left(i + 1);
            double height = bin.count() > 0 ? Math.max(1, scale.share(bin.count()) * PLOT) : 0;
            if (height > 0) {
                canvas.edged(from + 0.5, TOP + PLOT - height, to - from - 1, height, Canvas.SECOND);
            }
            count(bin, from, to, TOP + PLOT - height - GAP);
            free = label(bin, i, from, to, free);
        }
        canvas.line(EDGE, TOP + PLOT, Canvas.WIDTH - EDGE, TOP + PLOT, Canvas.SOFT);
        canvas.text(
                TextFit.cut(chart.axis().text(), Canvas.WIDTH - 2 * EDGE, Canvas.TEXT),
                Canvas.WIDTH / 2.0,
                TOP + PLOT + 2 * LINE + GAP,
                "middle",
                Canvas.SOFT);
    }

    /** Counts stand above their columns where there is room, on white, since the marked value may run through. */
    private void count(Chart.Bin bin, double from, double to, double y) {
        String text = bin.shown().text();
        double width = TextFit.width(text, Canvas.TEXT);
        if (bin.count() > 0 && width <= to - from + 2 * GAP) {
            canvas.bar((from + to - width) / 2, y - LINE + 3, width, LINE - 2, Canvas.PAPER);
            canvas.text(text, (from + to) / 2, y, "middle", Canvas.INK);
        }
    }

    /** Ranges stand below their columns where there is room. @return where the next one may begin */
    private double label(Chart.Bin bin, int index, double from, double to, double free) {
        String text = bin.label().text();
        double half = TextFit.width(text, Canvas.TEXT) / 2;
        double middle = Math.clamp((from + to) / 2, Math.min(half, Canvas.WIDTH / 2.0), Canvas.WIDTH - half);
        if (middle - half < free || index > 0 && half > Canvas.WIDTH / 4.0) {
            return free;
        }
        canvas.text(TextFit.cut(text, Canvas.WIDTH, Canvas.TEXT), middle, TOP + PLOT + LINE, "middle", Canvas.SOFT);
        return middle + half + 2 * GAP;
    }

    private void mark() {
        Chart.Mark mark = chart.mark();
        if (mark == null || bins.isEmpty()) {
            return;
        }
        double x = x(mark.position());
        String text = TextFit.cut(mark.label().text(), Canvas.WIDTH - 2 * EDGE, Canvas.TEXT);
        double half = TextFit.width(text, Canvas.TEXT) / 2;
        canvas.dashed(x, LINE + GAP, x, TOP + PLOT, Canvas.INK);
        canvas.strong(text, Math.clamp(x, half, Math.max(half, Canvas.WIDTH - half)), LINE, "middle");
    }

    private double left(int index) {
        if (equal || index == bins.size()) {
            return EDGE + (double) index / bins.size() * (Canvas.WIDTH - 2 * EDGE);
        }
        return EDGE + (bins.get(index).from() - low) / (high - low) * (Canvas.WIDTH - 2 * EDGE);
    }

    /** Where a value is, by the bin that holds it; what lies outside is drawn at the end. */
    private double x(double value) {
        for (int i = 0; i < bins.size(); i++) {
            Chart.Bin bin = bins.get(i);
            if (value < bin.to() || i == bins.size() - 1) {
                double share = (value - bin.from()) / (bin.to() - bin.from());
                double inside = Double.isFinite(share) ? Math.clamp(share, 0, 1) : 0.5;
                return left(i) + inside * (left(i + 1) - left(i));
            }
        }
        return EDGE;
    }

    private boolean drawnToScale() {
        if (bins.isEmpty() || !Double.isFinite(low) || !Double.isFinite(high)) {
            return false;
        }
        double widest = 0;
        double narrowest = Double.MAX_VALUE;
        double end = low;
        for (Chart.Bin bin : bins) {
            if (bin.from() < end - 1e-9 || !(bin.to() > bin.from())) {
                return false;
            }
            end = bin.to();
            widest = Math.max(widest, bin.to() - bin.from());
            narrowest = Math.min(narrowest, bin.to() - bin.from());
        }
        return widest <= MOST_UNEQUAL * narrowest;
    }
}
