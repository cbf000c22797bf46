package io.wirecase.report.render.pdf;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Cover;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.render.Markup;
import io.wirecase.report.render.html.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The page with what only paper has: bookmarks and a footer. */
final class PaperPage {

    private PaperPage() {}

    static String write(Document document, String style, PaperFonts fonts) {
        Markup html = new Markup(fonts::has);
        html.raw("<html lang=\"en\"><head>")
                .open("title")
                .text(document.title())
                .close("title");
        Cover cover = document.cover();
        html.empty("meta", "name", "author", "content", cover.product() + " " + cover.version());
        html.empty("meta", "name", "subject", "content", Finish.subject(cover));
        html.empty("meta", "name", "description", "content", Finish.subject(cover));
        html.raw("<style>").text(style).raw("</style>");
        bookmarks(html, document);
        html.raw("</head><body>\n");
        foot(html, cover);
        new Page(html, document, true).write();
        return html.raw("</body></html>").toString();
    }

    private static void bookmarks(Markup html, Document document) {
        Set<String> named = new HashSet<>();
        html.raw("<bookmarks>");
        for (Section section : document.sections()) {
            html.open("bookmark", "name", section.title(), "href", "#" + Page.anchor(section));
            List<Block.Group> groups = Page.named(section, named);
            for (Block.Group group : groups) {
                html.empty("bookmark", "name", group.title().text(), "href", "#" + Markup.anchor(group.anchor()));
            }
            html.close("bookmark");
        }
        html.raw("</bookmarks>");
    }

    private static void foot(Markup html, Cover cover) {
        Prose wording = cover.wording();
        html.raw("<div class=\"foot\">")
                .text(cover.product() + " " + cover.version())
                .raw(" · ")
                .text(wording.text())
                .raw("</div>\n");
    }
}
