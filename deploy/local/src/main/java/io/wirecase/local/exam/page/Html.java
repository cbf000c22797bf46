package io.wirecase.local.exam.page;

import java.util.List;
import java.util.Map;

/** The page as one HTML file with its plots in it. */
final class Html {

    private static final String STYLE = """
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem;
               color: #1b1f24; background: #fff; }
        table { border-collapse: collapse; margin: 1rem 0; font-size: 14px; }
        th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #d8dee4;
                 vertical-align: top; }
        th { font-weight: 600; }
        td { font-variant-numeric: tabular-nums; }
        h2 { margin-top: 2.5rem; font-size: 1.15rem; }
        td:first-child { white-space: nowrap; }
        code { font-family: ui-monospace, monospace; font-size: .95em; }
        .missed { color: #b3261e; font-weight: 600; }
        svg { max-width: 100%; height: auto; }
        """;

    private Html() {}

    static String of(String title, String lead, List<Section> sections, Map<String, String> plots) {
        StringBuilder page =
                new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                        + escaped(title) + "</title><style>\n" + STYLE + "</style></head><body><h1>" + escaped(title)
                        + "</h1><p>" + coded(lead) + "</p>\n");
        for (Section section : sections) {
            page.append("<h2>").append(escaped(section.title())).append("</h2>\n");
            if (!section.text().isEmpty()) {
                page.append("<p>").append(escaped(section.text())).append("</p>\n");
            }
            if (!section.rows().isEmpty()) {
                page.append("<table><thead>");
                row(page, section.header(), "th");
                page.append("</thead><tbody>\n");
                section.rows().forEach(each -> row(page, each, "td"));
                page.append("</tbody></table>\n");
            }
            section.plots().forEach(plot -> page.append(plots.getOrDefault(plot, "")));
        }
        return page.append("</body></html>\n").toString();
    }

    private static void row(StringBuilder page, List<String> cells, String tag) {
        page.append("<tr>");
        for (String cell : cells) {
            boolean missed = cell.startsWith("**");
            page.append('<').append(tag).append(missed ? " class=\"missed\">" : ">");
            page.append(escaped(cell.replace("**", "")))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        page.append("</tr>\n");
    }

    private static String coded(String text) {
        return escaped(text).replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
