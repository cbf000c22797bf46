package io.wirecase.report.render.markdown;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The anchors that readers of Markdown give to headings: letters, digits, dashes and underscores of the heading in
 * lower case, and a number behind one that was there before.
 */
final class Anchors {

    private final Map<String, Integer> taken = new HashMap<>();

    private Anchors() {}

    /** One for each section. */
    static List<String> of(Document document) {
        Anchors anchors = new Anchors();
        anchors.next(document.title());
        List<String> all = new ArrayList<>();
        for (Section section : document.sections()) {
            all.add(anchors.next(section.title()));
            anchors.groups(section.blocks());
        }
        return all;
    }

    private void groups(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Group group) {
                next(group.title().text());
                groups(group.blocks());
            }
        }
    }

    private String next(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
        int before = taken.merge(plain, 1, Integer::sum) - 1;
        return before == 0 ? plain : plain + "-" + before;
    }
}
