package io.wirecase.report.render;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.document.Prose;
import java.util.List;
import java.util.stream.IntStream;

/** The table twin of a chart: the same labels and values, for who cannot see the picture or copies from it. */
public final class ChartTable {

    private static final String WHAT = "What";
    private static final double FULL = 100;

    private ChartTable() {}

    /** The twin of a chart, under its title. */
    public static Block.Table of(Chart chart) {
        return switch (chart) {
            case Chart.Gauge gauge -> gauge(gauge);
            case Chart.Bars bars ->
                table(
                        bars,
                        List.of(WHAT, bars.unit().text()),
                        bars.bars().stream()
                                .map(bar -> List.of(bar.label(), bar.shown()))
                                .toList());
            case Chart.Timeline timeline ->
                new Block.Table(
                        timeline.title(),
                        List.of("When", WHAT),
                        List.of(false, false),
                        timeline.events().stream()
                                .map(event -> List.of(event.shown(), event.label()))
                                .toList(),
                        timeline.cut());
            case Chart.Histogram histogram ->
                table(
                        histogram,
                        List.of(histogram.axis().text(), "Count"),
                        histogram.bins().stream()
                                .map(bin -> List.of(bin.label(), bin.shown()))
                                .toList());
            case Chart.Pairs pairs -> pairs(pairs);
        };
    }

    private static Block.Table gauge(Chart.Gauge gauge) {
        double score = Math.clamp(gauge.score(), 0, FULL);
        return table(
                gauge,
                List.of("Band", "Score"),
                gauge.bands().stream()
                        .map(band -> List.of(band.label(), holds(band, score) ? gauge.value() : Prose.words("")))
                        .toList());
    }

    private static boolean holds(Chart.Band band, double score) {
        return score >= band.from() && (score < band.to() || band.to() >= FULL);
    }

    private static Block.Table pairs(Chart.Pairs pairs) {
        return table(
                pairs,
                List.of(WHAT, side(pairs, pairs.first()), side(pairs, pairs.second())),
                pairs.pairs().stream()
                        .map(pair -> List.of(pair.label(), pair.firstShown(), pair.secondShown()))
                        .toList());
    }

    private static String side(Chart.Pairs pairs, Prose name) {
        return name.text() + ", " + pairs.unit().text();
    }

    /** A table whose first column holds words and whose others hold numbers. */
    private static Block.Table table(Chart chart, List<String> columns, List<List<Prose>> rows) {
        List<Boolean> numeric =
                IntStream.range(0, columns.size()).mapToObj(i -> i > 0).toList();
        return new Block.Table(chart.title(), columns, numeric, rows, chart.cut());
    }
}
