package io.wirecase.report.render.markdown;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.document.Prose;
import io.wirecase.report.render.ChartTable;
import java.util.List;
import java.util.stream.Collectors;

/** Blocks: each kind in its own shape. */
final class BlockMarkdown {

    private static final int DEEPEST_HEADING = 6;

    private final StringBuilder out;
    /** What every line begins with: nothing, or the mark of a quotation. */
    private final String margin;

    BlockMarkdown(StringBuilder out, String margin) {
        this.out = out;
        this.margin = margin;
    }

    /** Blocks one after the other. @param heading the level of headings in them, 2 to 6 */
    void all(List<Block> blocks, int heading) {
        blocks.forEach(block -> one(block, heading));
    }

    private void one(Block block, int heading) {
        switch (block) {
            case Block.Paragraph paragraph ->
                paragraph(
                        paragraph.sentences().stream().map(BlockMarkdown::cited).collect(Collectors.joining(" ")));
            case Block.Items items -> items(items);
            case Block.Table table -> table(table, true);
            case Block.Verdict verdict -> new BlockMarkdown(out, "> ").verdict(verdict);
            case Chart chart -> chart(chart);
            case Block.Group group -> {
                String level = "#".repeat(Math.min(heading, DEEPEST_HEADING));
                paragraph(level + " " + Escaped.of(group.title()));
                all(group.blocks(), heading + 1);
            }
        }
    }

    private void items(Block.Items items) {
        int number = 0;
        for (Prose item : items.items()) {
            number++;
            line((items.ordered() ? number + ". " : "- ") + cited(item));
        }
        between();
    }

    private void table(Block.Table table, boolean captioned) {
        if (captioned) {
            paragraph("**" + Escaped.of(table.caption()) + "**");
        }
        int columns = table.columns().size();
        if (columns > 0) {
            line(row(table.columns().stream().map(Escaped::of).toList()));
            line(row(table.numeric().stream().map(n -> n ? "---:" : "---").toList()));
            table.rows().forEach(row -> line(row(row.stream().map(Escaped::of).toList())));
            between();
        }
        Prose cut = table.cut();
        if (cut != null) {
            paragraph(cited(cut));
        }
    }

    private void chart(Chart chart) {
        paragraph("**" + Escaped.of(chart.title()) + "**");
        paragraph(cited(chart.inWords()));
        if (chart instanceof Chart.Histogram histogram && histogram.mark() != null) {
            paragraph(cited(histogram.mark().label()));
        }
        table(ChartTable.of(chart), false);
    }

    private void verdict(Block.Verdict verdict) {
        paragraph("**" + Escaped.of(verdict.title()) + "**: " + Escaped.of(verdict.disposition()));
        paragraph("**Likelihood**: " + cited(verdict.likelihood()));
        paragraph("**Confidence**: " + cited(verdict.confidence()));
        if (!verdict.reasons().isEmpty()) {
            paragraph("**Why**:");
            items(new Block.Items(false, verdict.reasons()));
        }
        // The quotation ends with an empty line outside it.
        out.append('\n');
    }

    /** A sentence with the claims it rests on behind it. */
    private static String cited(Prose prose) {
        String text = Escaped.of(prose);
        return prose.claims().isEmpty()
                ? text
                : text + " \\["
                        + prose.claims().stream().distinct().map(Escaped::of).collect(Collectors.joining(" "))
                        + "\\]";
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private void paragraph(String text) {
        line(text);
        between();
    }

    private void line(String text) {
        out.append(margin).append(text).append('\n');
    }

    private void between() {
        out.append(margin.stripTrailing()).append('\n');
    }
}
