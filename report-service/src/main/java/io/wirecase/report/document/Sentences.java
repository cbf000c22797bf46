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

    /** The sentences of a section without the cells of its tables. */
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
            case Block.Chart chart -> {
                all.add(chart.title());
                chart.points().forEach(p -> all.add(p.label()));
                all.add(chart.inWords());
            }
            case Block.Group group -> {
                all.add(group.title());
                group.blocks().forEach(inner -> collect(inner, cells, all));
            }
        }
    }
}
