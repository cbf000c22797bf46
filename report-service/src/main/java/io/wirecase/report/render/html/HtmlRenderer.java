package io.wirecase.report.render.html;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Cover;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Section;
import io.wirecase.report.render.Rendering;
import io.wirecase.report.render.ReportRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Renders a document as one HTML page that needs nothing else: no script, no font, no image from anywhere. */
public final class HtmlRenderer implements ReportRenderer {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    private static final int SECTION_HEADING = 2;

    private final String style = style();

    /** A renderer. */
    public HtmlRenderer() {}

    @Override
    public String mediaType() {
        return "text/html";
    }

    @Override
    public String fileExtension() {
        return "html";
    }

    @Override
    public byte[] render(Rendering rendering) {
        Document document = rendering.document();
        Cover cover = document.cover();
        Html html = new Html();
        Set<String> listed = Ledger.listed(document);
        ProseHtml prose = new ProseHtml(html, listed);
        BlockHtml blocks = new BlockHtml(html, prose, listed);
        head(html, document);
        html.raw("<body>\n<header class=\"cover\">");
        html.open("p", "class", "product")
                .text(cover.product() + " " + cover.version())
                .close("p");
        html.open("h1").text(document.title()).close("h1");
        html.open("p", "class", "made")
                .open("time", "datetime", cover.generatedAt())
                .text(cover.generatedAt())
                .close("time")
                .raw(" <span class=\"id\">")
                .text(cover.id())
                .raw("</span></p></header>\n<div class=\"page\">\n");
        contents(html, prose, document.sections());
        html.raw("<main>\n");
        for (Section section : document.sections()) {
            html.open("section", "class", "part", "id", Html.anchor(section.id()));
            html.open("h2").text(section.title()).close("h2").raw("\n");
            blocks.all(section.blocks(), SECTION_HEADING + 1);
            html.close("section").raw("\n");
        }
        html.raw("</main>\n</div>\n</body>\n</html>\n");
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void head(Html html, Document document) {
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        + "<meta name=\"referrer\" content=\"no-referrer\">\n")
                .open("title")
                .text(document.title())
                .close("title");
        html.raw("\n<style>\n").raw(style).raw("</style>\n</head>\n");
    }

    private static void contents(Html html, ProseHtml prose, List<Section> sections) {
        Set<String> named = new HashSet<>();
        html.raw("<nav class=\"contents\" aria-label=\"Contents\">\n<ol>\n");
        for (Section section : sections) {
            html.open("li")
                    .open("a", "href", "#" + Html.anchor(section.id()))
                    .text(section.title())
                    .close("a");
            // What several sections speak of is named once, where it comes first.
            List<Block.Group> groups = section.blocks().stream()
                    .filter(Block.Group.class::isInstance)
                    .map(Block.Group.class::cast)
                    .filter(group -> named.add(group.title().text()))
                    .toList();
            if (!groups.isEmpty()) {
                html.open("ol");
                for (Block.Group group : groups) {
                    html.open("li").open("a", "href", "#" + Html.anchor(group.anchor()));
                    prose.text(group.title());
                    html.close("a").close("li");
                }
                html.close("ol");
            }
            html.close("li").raw("\n");
        }
        html.raw("</ol>\n</nav>\n");
    }

    private static String style() {
        try (InputStream css = HtmlRenderer.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is not in the service's jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException brokenJar) {
            throw new UncheckedIOException(brokenJar);
        }
    }
}
