package io.wirecase.report.render.html;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.render.Markup;
import java.util.List;
import java.util.Set;

/** Tables: each value leads to its claim, each row of the ledger can be led to. */
final class TableHtml {

    /** From so many columns on a table is set smaller. */
    private static final int MANY_COLUMNS = 6;

    private final Markup html;
    private final ProseHtml prose;
    private final Set<String> listed;
    private final boolean fixedColumns;

    /** @param fixedColumns whether columns get their shares of the width here, since the reader cannot find them */
    TableHtml(Markup html, ProseHtml prose, Set<String> listed, boolean fixedColumns) {
        this.html = html;
        this.prose = prose;
        this.listed = listed;
        this.fixedColumns = fixedColumns;
    }

    void table(Block.Table table) {
        boolean many = table.columns().size() >= MANY_COLUMNS;
        html.raw("<div class=\"scroll\">").open("table", "class", many ? "many" : "few");
        html.raw("<caption>");
        prose.sentence(table.caption());
        html.raw("</caption>\n");
        if (fixedColumns) {
            columns(table, many);
        }
        html.raw("<thead><tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            html.open("th", "scope", "col", "class", style(table, i));
            label(table.columns().get(i));
            html.close("th");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        table.rows().forEach(row -> row(table, row));
        html.raw("</tbody></table></div>\n");
        Prose cut = table.cut();
        if (cut != null) {
            html.open("p", "class", "cut");
            prose.sentence(cut);
            html.close("p").raw("\n");
        }
    }

    private void columns(Block.Table table, boolean many) {
        html.raw("<colgroup>");
        for (double share : ColumnShares.of(table, many)) {
            html.empty("col", "style", "width: " + share + "%");
        }
        html.raw("</colgroup>\n");
    }

    /** A column's label, which may be broken where a code has its underscores. */
    private void label(String label) {
        String[] words = label.split("(?<=_)", -1);
        for (int i = 0; i < words.length; i++) {
            html.raw(i == 0 ? "" : "<wbr/>").text(words[i]);
        }
    }

    private void row(Block.Table table, List<Prose> row) {
        String claim = Ledger.claimOf(row);
        if (claim != null && listed.contains(claim)) {
            html.open("tr", "id", ProseHtml.anchor(claim));
        } else {
            html.open("tr");
        }
        for (int i = 0; i < row.size(); i++) {
            html.open("td", "class", style(table, i));
            if (claim != null) {
                prose.text(row.get(i));
            } else {
                prose.cell(row.get(i));
            }
            html.close("td");
        }
        html.raw("</tr>\n");
    }

    private static String style(Block.Table table, int column) {
        return column < table.numeric().size() && table.numeric().get(column) ? "number" : "words";
    }
}
