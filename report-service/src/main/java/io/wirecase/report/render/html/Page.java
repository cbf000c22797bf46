package io.wirecase.report.render.html;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Cover;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.render.Markup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is inside the body of a page: cover, contents, sections and notices; the same on screen and on paper. */
public final class Page {

    private static final int SECTION_HEADING = 2;

    private final Markup html;
    private final Document document;
    private final ProseHtml prose;
    private final BlockHtml blocks;

    /**
     * A page that is not yet written.
     *
     * @param html where to
     * @param document what
     * @param paper whether the width is given and columns have to share it
     */
    public Page(Markup html, Document document, boolean paper) {
        this.html = html;
        this.document = document;
        Set<String> listed = Ledger.listed(document);
        this.prose = new ProseHtml(html, listed);
        this.blocks = new BlockHtml(html, prose, new TableHtml(html, prose, listed, paper), paper);
    }

    /** Writes it. */
    public void write() {
        cover();
        html.raw("<div class=\"page\">\n");
        contents();
        html.raw("<main id=\"report\">\n");
        for (Section section : document.sections()) {
            html.open("section", "class", section.appendix() ? "part appendix" : "part", "id", anchor(section));
            html.open("h2").text(section.title()).close("h2").raw("\n");
            blocks.all(section.blocks(), SECTION_HEADING + 1);
            html.close("section").raw("\n");
        }
        notices();
        html.raw("</main>\n</div>\n");
    }

    /** The anchor of a section. */
    public static String anchor(Section section) {
        return Markup.anchor(section.id());
    }

    /** The groups of a section that contents name: what several sections speak of is named once, where it is first. */
    public static List<Block.Group> named(Section section, Set<String> before) {
        return section.blocks().stream()
                .filter(Block.Group.class::isInstance)
                .map(Block.Group.class::cast)
                .filter(group -> before.add(group.title().text()))
                .toList();
    }

    private void cover() {
        Cover cover = document.cover();
        html.raw("<header class=\"cover\">");
        html.open("p", "class", "product")
                .text(cover.product() + " " + cover.version())
                .close("p");
        html.open("h1").text(document.title()).close("h1").raw("\n<ul class=\"scope\">");
        for (Prose line : cover.scope()) {
            html.open("li");
            prose.text(line);
            html.close("li");
        }
        html.raw("</ul>\n<p class=\"made\">")
                .open("time", "datetime", cover.generatedAt())
                .text(cover.generatedAt())
                .close("time")
                .raw(" <span class=\"wording\">");
        prose.text(cover.wording());
        html.raw("</span> <span class=\"id\">").text(cover.id()).raw("</span></p></header>\n");
    }

    private void contents() {
        Set<String> named = new HashSet<>();
        html.raw("<nav class=\"contents\" aria-label=\"Contents\">\n<p class=\"contents-title\">Contents</p>\n<ol>\n");
        for (Section section : document.sections()) {
            html.open("li")
                    .open("a", "href", "#" + anchor(section))
                    .text(section.title())
                    .close("a");
            List<Block.Group> groups = named(section, named);
            if (!groups.isEmpty()) {
                html.open("ol");
                for (Block.Group group : groups) {
                    html.open("li").open("a", "href", "#" + Markup.anchor(group.anchor()));
                    prose.text(group.title());
                    html.close("a").close("li");
                }
                html.close("ol");
            }
            html.close("li").raw("\n");
        }
        html.raw("</ol>\n</nav>\n");
    }

    private void notices() {
        if (document.cover().notices().isEmpty()) {
            return;
        }
        html.raw("<footer class=\"notices\">");
        for (Cover.Notice notice : document.cover().notices()) {
            String link = notice.link().toString();
            html.open("p").text(notice.text()).raw(": ").open("a", "href", link, "rel", "noreferrer noopener");
            html.text(link).close("a").close("p");
        }
        html.raw("</footer>\n");
    }
}
