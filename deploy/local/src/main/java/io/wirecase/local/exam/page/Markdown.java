package io.wirecase.local.exam.page;

import java.util.List;

/** The page as Markdown. */
final class Markdown {

    private Markdown() {}

    static String of(String title, String lead, List<Section> sections) {
        StringBuilder page = new StringBuilder("# " + title + "\n\n" + lead + "\n");
        for (Section section : sections) {
            page.append("\n## ").append(section.title()).append("\n\n");
            if (!section.text().isEmpty()) {
                page.append(section.text()).append("\n\n");
            }
            if (!section.rows().isEmpty()) {
                row(page, section.header());
                row(page, section.header().stream().map(any -> "---").toList());
                section.rows().forEach(each -> row(page, each));
            }
            for (String plot : section.plots()) {
                page.append("\n![")
                        .append(section.title())
                        .append("](images/exam-")
                        .append(plot)
                        .append(".svg)\n");
            }
        }
        return page.toString();
    }

    private static void row(StringBuilder page, List<String> cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
