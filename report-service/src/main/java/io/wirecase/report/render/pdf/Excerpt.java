package io.wirecase.report.render.pdf;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import java.util.List;

/** The document as it is printed: tables of appendices are cut, since the attached JSON has all of them. */
final class Excerpt {

    /** Rows of an appendix's table on paper: enough to see what the attached file is made of. */
    static final int MOST_ROWS = 60;

    private Excerpt() {}

    static Document of(Document document) {
        return new Document(
                document.cover(),
                document.sections().stream().map(Excerpt::section).toList());
    }

    private static Section section(Section section) {
        return section.appendix()
                ? new Section(section.id(), section.title(), blocks(section.blocks()), true)
                : section;
    }

    private static List<Block> blocks(List<Block> blocks) {
        return blocks.stream()
                .map(block -> switch (block) {
                    case Block.Table table -> table(table);
                    case Block.Group group -> new Block.Group(group.anchor(), group.title(), blocks(group.blocks()));
                    default -> block;
                })
                .toList();
    }

    private static Block table(Block.Table table) {
        int rows = table.rows().size();
        if (rows <= MOST_ROWS) {
            return table;
        }
        return new Block.Table(
                table.caption(),
                table.columns(),
                table.numeric(),
                table.rows().subList(0, MOST_ROWS),
                Prose.words("Shown " + MOST_ROWS + " of the " + rows + " rows that the report as a web page lists;"
                        + " the attached report.json has all."));
    }
}
