package io.wirecase.report.render;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.document.Prose;
import java.util.List;

/** The table twin of a chart: the same labels and values, for who cannot see the picture or wants to copy from it. */
public final class ChartTable {

    private static final String WHAT = "";

    private ChartTable() {}

    /** The twin. It adds no word of its own: columns without a name in the chart have none here. */
    public static Block.Table of(Chart chart) {
        return switch (chart) {
            case Chart.Gauge gauge ->
                table(
                        gauge,
                        List.of("", ""),
                        gauge.bands().stream()
                                .map(band ->
                                        List.of(band.label(), inside(gauge, band) ? gauge.value() : Prose.words("")))
                                .toList());
            case Chart.Bars bars ->
                table(
                        bars,
                        List.of(WHAT, bars.unit().text()),
                        bars.bars().stream()
                                .map(bar -> List.of(bar.label(), bar.shown()))
                                .toList());
            case Chart.Timeline timeline ->
                table(
                        timeline,
                        List.of(WHAT, ""),
                        timeline.events().stream()
                                .map(event -> List.of(event.shown(), event.label()))
                                .toList());
            case Chart.Histogram histogram ->
                table(
                        histogram,
                        List.of(histogram.axis().text(), ""),
                        histogram.bins().stream()
                                .map(bin -> List.of(bin.label(), bin.shown()))
                                .toList());
            case Chart.Pairs pairs ->
                table(
                        pairs,
                        List.of(WHAT, side(pairs, pairs.first()), side(pairs, pairs.second())),
                        pairs.pairs().stream()
                                .map(pair -> List.of(pair.label(), pair.firstShown(), pair.secondShown()))
                                .toList());
        };
    }

    private static String side(Chart.Pairs pairs, Prose name) {
        return name.text() + ", " + pairs.unit().text();
    }

    private static boolean inside(Chart.Gauge gauge, Chart.Band band) {
        return gauge.score() >= band.from() && gauge.score() < band.to();
    }

    private static Block.Table table(Chart chart, List<String> columns, List<List<Prose>> rows) {
        List<Boolean> numeric = columns.stream().map(c -> false).toList();
        return new Block.Table(chart.title(), columns, numeric, rows, chart.cut());
    }
}
