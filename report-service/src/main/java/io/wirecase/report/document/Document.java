package io.wirecase.report.document;

import java.util.List;

/**
 * A report in reading order.
 *
 * @param cover what it says of itself
 * @param sections its sections, none of them empty
 */
public record Document(Cover cover, List<Section> sections) {

    /** Keeps its own copy of the list. */
    public Document {
        sections = List.copyOf(sections);
    }

    /** Its title. */
    public String title() {
        return cover.title();
    }
}
