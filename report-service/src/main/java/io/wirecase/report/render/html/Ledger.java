package io.wirecase.report.render.html;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rows that list claims, so that sentences can lead to them. */
final class Ledger {

    private Ledger() {}

    /** The claims that some table of the document lists. */
    static Set<String> listed(Document document) {
        Set<String> listed = new HashSet<>();
        for (Section section : document.sections()) {
            collect(section.blocks(), listed);
        }
        return listed;
    }

    /** The claim a row lists: its first cell is the name that its second cell rests on; null for any other row. */
    static @Nullable String claimOf(List<Prose> row) {
        if (row.size() < 2 || !row.get(0).claims().isEmpty()) {
            return null;
        }
        String name = row.get(0).text();
        return row.get(1).claims().equals(List.of(name)) ? name : null;
    }

    private static void collect(List<Block> blocks, Set<String> listed) {
        for (Block block : blocks) {
            if (block instanceof Block.Table table) {
                for (List<Prose> row : table.rows()) {
                    String claim = claimOf(row);
                    if (claim != null) {
                        listed.add(claim);
                    }
                }
            } else if (block instanceof Block.Group group) {
                collect(group.blocks(), listed);
            }
        }
    }
}
