package io.wirecase.report.document;

import java.util.List;

/**
 * A section.
 *
 * @param id a stable id, for example {@code executive-summary}
 * @param title its title
 * @param blocks its content, never empty
 */
public record Section(String id, String title, List<Block> blocks) {

    /** Keeps its own copy of the list. */
    public Section {
        blocks = List.copyOf(blocks);
    }
}
