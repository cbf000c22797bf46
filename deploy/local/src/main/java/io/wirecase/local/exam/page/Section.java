package io.wirecase.local.exam.page;

import java.util.List;

/**
 * A part of the page.
 *
 * @param title its heading
 * @param text a sentence or two before the table; may be empty
 * @param header the table's columns; empty without a table
 * @param rows its rows, each as wide as the header
 * @param plots names of plots below it
 */
record Section(String title, String text, List<String> header, List<List<String>> rows, List<String> plots) {

    /** Keeps its own copies. */
    Section {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        plots = List.copyOf(plots);
    }
}
