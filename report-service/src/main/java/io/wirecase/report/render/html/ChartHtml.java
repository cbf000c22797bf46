package io.wirecase.report.render.html;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.render.ChartTable;
import io.wirecase.report.render.Markup;
import io.wirecase.report.render.svg.ChartSvg;

/** A chart: its picture, what is to be seen in it, and the same numbers as a table. */
final class ChartHtml {

    /** A longer table beside a picture is folded away until somebody wants it. */
    private static final int MOST_OPEN = 14;

    private final Markup html;
    private final ProseHtml prose;
    private final TableHtml tables;
    private final boolean paper;
    private int drawn;

    /** @param paper whether nothing can be folded away */
    ChartHtml(Markup html, ProseHtml prose, TableHtml tables, boolean paper) {
        this.paper = paper;
        this.html = html;
        this.prose = prose;
        this.tables = tables;
    }

    void chart(Chart chart) {
        drawn++;
        Block.Table twin = ChartTable.of(chart);
        boolean small = twin.rows().size() <= MOST_OPEN;
        html.open("figure", "class", small ? "chart small" : "chart").raw("\n<figcaption class=\"chart-title\">");
        prose.sentence(chart.title());
        html.raw("</figcaption>\n<div class=\"picture\">");
        ChartSvg.write(html, chart, "chart-" + drawn);
        html.raw("</div>\n<p class=\"in-words\">");
        prose.sentence(chart.inWords());
        html.raw("</p>\n<div class=\"twin\">");
        twin(twin, small);
        html.raw("</div></figure>\n");
    }

    private void twin(Block.Table table, boolean small) {
        boolean folded = !paper && !small;
        html.raw(folded ? "<details><summary>As a table</summary>" : "");
        tables.table(table);
        html.raw(folded ? "</details>" : "");
    }
}
