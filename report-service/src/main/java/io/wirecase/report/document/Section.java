package io.wirecase.report.document;

import java.util.List;

/**
 * A section.
 *
 * @param id a stable id, for example {@code executive-summary}
 * @param title its title
 * @param blocks its content, never empty
 * @param appendix whether it holds raw data to look things up in: a format for paper shows an excerpt of its tables
 */
public record Section(String id, String title, List<Block> blocks, boolean appendix) {

    /** A section to be read as a whole. */
    public Section(String id, String title, List<Block> blocks) {
        this(id, title, blocks, false);
    }

    /** Keeps its own copy of the list. */
    public Section {
        blocks = List.copyOf(blocks);
    }
}
