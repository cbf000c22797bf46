package io.wirecase.report.document;

import java.util.List;

/**
 * A report in reading order.
 *
 * @param id the report's id
 * @param title its title
 * @param generatedAt when it was made, RFC 3339 in UTC
 * @param product name and version of what made it
 * @param sections its sections, none of them empty
 */
public record Document(String id, String title, String generatedAt, String product, List<Section> sections) {

    /** Keeps its own copy of the list. */
    public Document {
        sections = List.copyOf(sections);
    }
}
