package io.wirecase.report.render.html;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.document.Prose;
import io.wirecase.report.render.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Blocks: each kind in its own shape. */
final class BlockHtml {

    private static final Set<String> DISPOSITIONS = Set.of("benign", "suspicious", "malicious");
    private static final int DEEPEST_HEADING = 6;

    private final Markup html;
    private final ProseHtml prose;
    private final ChartHtml charts;
    private final TableHtml tables;
    /** The heading last written: a verdict under it need not say it again. */
    private String title = "";

    BlockHtml(Markup html, ProseHtml prose, TableHtml tables, boolean paper) {
        this.html = html;
        this.prose = prose;
        this.tables = tables;
        this.charts = new ChartHtml(html, prose, tables, paper);
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
            case Block.Table table -> tables.table(table);
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
        html.open("section", "class", "group level" + heading, "id", Markup.anchor(group.anchor()));
        html.open(tag);
        prose.text(group.title());
        html.close(tag).raw("\n");
        title = group.title().text();
        all(group.blocks(), heading + 1);
        html.close("section").raw("\n");
    }
}
