package io.wirecase.report.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.net.UntrustedText;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.render.SampleDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read by a real parser, with tables and with plain addresses made links. */
class MarkdownRendererTest {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    @Test
    void hostileTextBecomesNoLinkNoPictureNoMarkupAndNoHeading() {
        String html = html(SampleDocument.hostile());

        assertThat(html).doesNotContain("<script", "<img", "<!--", "192.0.2.1\"", "mailto");
        assertThat(links(html)).allMatch(href -> href.startsWith("#") || href.equals("https://db-ip.com"));
        assertThat(Pattern.compile("<h[1-6]>\\s*h\\s*</h").matcher(html).find()).isFalse();
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a|b",
                "a\\|b",
                "a\\\\|b\\",
                "`|`",
                "``",
                "`",
                "|",
                "\\",
                " x ",
                "*a*",
                "<https://192.0.2.1>",
                "<b>",
                "&lt;",
                "[a](b)",
                "![a](b)",
                "a@b.example",
                "www.example.com",
                "https://192.0.2.1/",
                "~~a~~",
                "# a",
                "- a",
                "1. a",
                "1) a",
                "===",
                "    code",
                "_a_",
                "__a__"
            })
    void anyTextIsReadAsItIsAndATableKeepsItsCells(String text) {
        for (Prose prose : List.of(Prose.words(text), packet(text))) {
            String html = html(document(prose));
            String read = html.replaceAll("<[^>]*>", "")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");

            assertThat(html.split("<td>", -1)).hasSize(3);
            assertThat(html).containsOnlyOnce("<table>").doesNotContain("<ol", "<em>", "<strong><", "<pre>", "<a ");
            assertThat(read.lines().filter(line -> line.strip().equals(text.strip())))
                    .hasSize(3);
        }
    }

    @Test
    void contentsLeadToTheHeadingsOfSections() {
        Document document = new Document(
                SampleDocument.whole().cover(),
                List.of(
                        section("Timing", new Block.Group("g", Prose.words("Volume"), List.of(paragraph("words")))),
                        section("Volume", paragraph("more words")),
                        section("Detections, endpoints and timeline", paragraph("other words"))));

        assertThat(markdown(document))
                .contains(
                        "- [Timing](#timing)",
                        "- [Volume](#volume-1)",
                        "- [Detections, endpoints and timeline](#detections-endpoints-and-timeline)");
    }

    @Test
    void aChartIsItsWordsAndItsNumbers() {
        String html = html(SampleDocument.whole());

        assertThat(html).contains("Most bytes go from server to client.", "3000120 bytes", "fitted period 300.02 s");
    }

    private static Document document(Prose prose) {
        return new Document(
                SampleDocument.whole().cover(),
                List.of(section(
                        "Only",
                        new Block.Paragraph(List.of(prose)),
                        new Block.Table(
                                Prose.words("caption"),
                                List.of("one", "two"),
                                List.of(false, false),
                                List.of(List.of(prose, prose)),
                                null))));
    }

    private static Section section(String title, Block... blocks) {
        return new Section("id", title, List.of(blocks));
    }

    private static Block paragraph(String words) {
        return new Block.Paragraph(List.of(Prose.words(words)));
    }

    private static Prose packet(String text) {
        return new Prose(List.of(new Prose.FromPackets(new UntrustedText(text))), List.of());
    }

    private static List<String> links(String html) {
        return Pattern.compile("(?:href|src)=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    private static String html(Document document) {
        String html = HTML.render(PARSER.parse(markdown(document)));
        int body = html.indexOf("<h2>Only</h2>");
        int notices = html.indexOf("<p>Owners of addresses");
        return body < 0 ? html : html.substring(body, notices);
    }

    private static String markdown(Document document) {
        return new String(new MarkdownRenderer().render(SampleDocument.rendering(document)), StandardCharsets.UTF_8);
    }
}
