package io.wirecase.report.document;

import java.util.ArrayList;
import java.util.List;

/** Everything a section says, in reading order. */
public final class Sentences {

    private Sentences() {}

    /** All sentences and cells of a section. */
    public static List<Prose> of(Section section) {
        List<Prose> all = new ArrayList<>();
        section.blocks().forEach(block -> collect(block, true, all));
        return all;
    }

    /** The sentences of a section without the cells of its tables and the labels of its charts. */
    public static List<Prose> withoutCells(Section section) {
        List<Prose> all = new ArrayList<>();
        section.blocks().forEach(block -> collect(block, false, all));
        return all;
    }

    private static void collect(Block block, boolean cells, List<Prose> all) {
        switch (block) {
            case Block.Paragraph paragraph -> all.addAll(paragraph.sentences());
            case Block.Items items -> all.addAll(items.items());
            case Block.Table table -> {
                all.add(table.caption());
                if (cells) {
                    table.rows().forEach(all::addAll);
                }
                if (table.cut() != null) {
                    all.add(table.cut());
                }
            }
            case Block.Verdict verdict -> {
                all.add(verdict.title());
                all.add(verdict.likelihood());
                all.add(verdict.confidence());
                all.addAll(verdict.reasons());
            }
            case Chart chart -> chart(chart, cells, all);
            case Block.Group group -> {
                all.add(group.title());
                group.blocks().forEach(inner -> collect(inner, cells, all));
            }
        }
    }

    private static void chart(Chart chart, boolean cells, List<Prose> all) {
        all.add(chart.title());
        if (cells) {
            all.addAll(chart.names());
            all.addAll(chart.shown());
        }
        all.add(chart.inWords());
        Prose cut = chart.cut();
        if (cut != null) {
            all.add(cut);
        }
    }
}
