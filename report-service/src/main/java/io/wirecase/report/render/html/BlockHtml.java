package io.wirecase.report.render.html;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.document.Prose;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Blocks: each kind in its own shape. */
final class BlockHtml {

    private static final Set<String> DISPOSITIONS = Set.of("benign", "suspicious", "malicious");
    private static final int DEEPEST_HEADING = 6;

    private final Html html;
    private final ProseHtml prose;
    private final ChartHtml charts;
    private final Set<String> listed;
    /** The heading last written: a verdict under it need not say it again. */
    private String title = "";

    BlockHtml(Html html, ProseHtml prose, Set<String> listed) {
        this.html = html;
        this.prose = prose;
        this.charts = new ChartHtml(html, prose);
        this.listed = listed;
    }

    /** Blocks one after the other. @param heading the level of headings in them, 2 to 6 */
    void all(List<Block> blocks, int heading) {
        for (int i = 0; i < blocks.size(); i++) {
            int groups = groupsFrom(blocks, i);
            if (groups > 1 && heading > 3) {
                html.open("div", "class", "side-by-side");
                for (Block group : blocks.subList(i, i + groups)) {
                    one(group, heading);
                }
                html.close("div");
                i += groups - 1;
            } else {
                one(blocks.get(i), heading);
            }
        }
    }

    private void one(Block block, int heading) {
        switch (block) {
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Items items -> items(items);
            case Block.Table table -> table(table);
            case Block.Verdict verdict -> verdict(verdict);
            case Chart chart -> charts.chart(chart);
            case Block.Group group -> group(group, heading);
        }
    }

    private static int groupsFrom(List<Block> blocks, int from) {
        int count = 0;
        while (from + count < blocks.size() && blocks.get(from + count) instanceof Block.Group) {
            count++;
        }
        return count;
    }

    private void paragraph(Block.Paragraph paragraph) {
        html.open("p");
        for (Prose sentence : paragraph.sentences()) {
            prose.sentence(sentence);
            html.raw(" ");
        }
        html.close("p").raw("\n");
    }

    private void items(Block.Items items) {
        String tag = items.ordered() ? "ol" : "ul";
        html.open(tag);
        for (Prose item : items.items()) {
            html.open("li");
            prose.sentence(item);
            html.close("li").raw("\n");
        }
        html.close(tag).raw("\n");
    }

    private void table(Block.Table table) {
        html.raw("<div class=\"scroll\"><table><caption>");
        prose.sentence(table.caption());
        html.raw("</caption>\n<thead><tr>");
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

    /** A column's label, which may be broken where a code has its underscores. */
    private void label(String label) {
        String[] words = label.split("(?<=_)", -1);
        for (int i = 0; i < words.length; i++) {
            html.raw(i == 0 ? "" : "<wbr>").text(words[i]);
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

    private void verdict(Block.Verdict verdict) {
        String disposition = verdict.disposition().toLowerCase(Locale.ROOT);
        String look = DISPOSITIONS.contains(disposition) ? disposition : "undecided";
        html.open("div", "class", "verdict " + look);
        html.raw("<div class=\"verdict-head\">");
        html.open("p", "class", "verdict-title");
        if (!verdict.title().text().equals(title)) {
            prose.text(verdict.title());
        }
        html.close("p").open("p", "class", "badge").text(verdict.disposition()).close("p");
        html.raw("</div>\n<div class=\"verdict-body\">");
        judgement("Likelihood", verdict.likelihood());
        judgement("Confidence", verdict.confidence());
        html.raw("</div>\n");
        if (!verdict.reasons().isEmpty()) {
            html.open("p", "class", "label").text("Why").close("p");
            items(new Block.Items(false, verdict.reasons()));
        }
        html.close("div").raw("\n");
    }

    private void judgement(String label, Prose sentence) {
        html.open("div").open("p", "class", "label").text(label).close("p").open("p");
        prose.sentence(sentence);
        html.close("p").close("div");
    }

    private void group(Block.Group group, int heading) {
        String tag = "h" + Math.min(heading, DEEPEST_HEADING);
        html.open("section", "class", "group level" + heading, "id", Html.anchor(group.anchor()));
        html.open(tag);
        prose.text(group.title());
        html.close(tag).raw("\n");
        title = group.title().text();
        all(group.blocks(), heading + 1);
        html.close("section").raw("\n");
    }
}
