package io.wirecase.report.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.net.UntrustedText;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.document.Cover;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.render.Rendering;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlRendererTest {

    private static final String HOSTILE =
            "</style><script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover='x' `\u202e\u0000&amp;";

    private final HtmlRenderer renderer = new HtmlRenderer();

    @Test
    void text_from_packets_never_becomes_markup_wherever_it_stands() {
        Prose hostile = new Prose(List.of(new Prose.FromPackets(new UntrustedText(HOSTILE))), List.of("c1"));

        String page = page(everyBlockOf(hostile));

        assertThat(page).doesNotContain("<script", "<img", "onmouseover='", "\" onmouse", "\u202e", "\u0000");
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(tags(page)).allMatch(tag -> !tag.contains("onerror") || tag.contains("&lt;"));
    }

    @Test
    void words_of_ours_are_escaped_as_well() {
        String page = page(everyBlockOf(Prose.words(HOSTILE)));

        assertThat(page).doesNotContain("<script", "<img", "\u202e", "\u0000");
    }

    @Test
    void names_of_anchors_and_classes_cannot_break_out() {
        Prose fine = Prose.words("fine");
        Block group = new Block.Group("\"><script>", fine, List.of(new Block.Paragraph(List.of(fine))));
        Block verdict = new Block.Verdict(fine, "\"><script>", fine, fine, List.of());
        Document document =
                new Document(cover(HOSTILE), List.of(new Section("\"><script>", HOSTILE, List.of(group, verdict))));

        assertThat(page(document)).doesNotContain("<script");
    }

    @Test
    void a_sentence_leads_to_the_row_of_each_claim_and_only_to_rows_that_are_there() {
        Prose sentence = new Prose(List.of(new Prose.Ours("355 bytes")), List.of("c1", "c2"));
        Prose value = new Prose(List.of(new Prose.Ours("355")), List.of("c1"));
        Block.Table ledger = new Block.Table(
                Prose.words("Claims"),
                List.of("Claim", "Value"),
                List.of(false, true),
                List.of(List.of(Prose.words("c1"), value)),
                null);

        String page = page(List.of(new Block.Paragraph(List.of(sentence)), ledger));

        assertThat(page).containsOnlyOnce("<tr id=\"claim-c1\">");
        assertThat(page).contains("<a href=\"#claim-c1\" title=\"claim c1\">c1</a>");
        assertThat(page).doesNotContain("href=\"#claim-c2\"").contains("title=\"claim c2\"");
    }

    @Test
    void every_link_inside_the_page_leads_somewhere() {
        String page = page(everyBlockOf(new Prose(List.of(new Prose.Ours("words")), List.of("c9"))));

        var links = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        while (links.find()) {
            assertThat(page).contains("id=\"" + links.group(1) + "\"");
        }
    }

    @Test
    void the_page_fetches_nothing_and_runs_nothing() {
        String page = page(everyBlockOf(Prose.words("words")));

        assertThat(page).contains("Content-Security-Policy", "default-src &#39;none&#39;");
        assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http://", "https://", "url(", "@import", " src=\"", "javascript:");
    }

    @Test
    void likelihood_and_confidence_stand_apart_in_a_verdict() {
        Block verdict = new Block.Verdict(
                Prose.words("Pattern 1"),
                "benign",
                Prose.words("Very likely."),
                Prose.words("Confidence is high."),
                List.of(Prose.words("It repeats.")));

        String page = page(List.of(verdict));

        assertThat(page).contains("class=\"verdict benign\"");
        assertThat(page.indexOf("Likelihood")).isLessThan(page.indexOf("Very likely."));
        assertThat(page.indexOf("Very likely.")).isLessThan(page.indexOf(">Confidence<"));
    }

    @Test
    void charts_survive_values_that_cannot_be_drawn() {
        Prose words = Prose.words("a");
        List<Chart.Bar> bars = List.of(
                new Chart.Bar(words, words, Double.NaN),
                new Chart.Bar(words, words, -1),
                new Chart.Bar(words, words, Double.POSITIVE_INFINITY));
        Block chart = new Chart.Bars(words, words, bars, words, null);
        assertThat(page(List.of(chart))).contains("<svg").doesNotContain("NaN", "Infinity");
    }

    @Test
    void the_same_document_gives_the_same_bytes_and_an_empty_one_a_page() {
        Document empty = new Document(cover("Title"), List.of());

        assertThat(renderer.render(rendering(empty))).isEqualTo(new HtmlRenderer().render(rendering(empty)));
        assertThat(page(empty)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    }

    private static List<Block> everyBlockOf(Prose prose) {
        return List.of(
                new Block.Paragraph(List.of(prose, prose)),
                new Block.Items(true, List.of(prose)),
                new Block.Table(prose, List.of(HOSTILE), List.of(true), List.of(List.of(prose)), prose),
                new Block.Verdict(prose, "malicious", prose, prose, List.of(prose)),
                new Chart.Bars(prose, prose, List.of(new Chart.Bar(prose, prose, 1)), prose, prose),
                new Chart.Timeline(prose, List.of(new Chart.Event(prose, prose, 1)), prose, prose),
                new Block.Group(
                        "group",
                        prose,
                        List.of(
                                new Block.Group("one", prose, List.of(new Block.Items(false, List.of(prose)))),
                                new Block.Group("two", prose, List.of(new Block.Items(false, List.of(prose)))))));
    }

    private static List<String> tags(String page) {
        return Pattern.compile("<[^>]*>")
                .matcher(page)
                .results()
                .map(r -> r.group())
                .toList();
    }

    private String page(List<Block> blocks) {
        return page(new Document(cover("Title"), List.of(new Section("s", "Section", blocks))));
    }

    private String page(Document document) {
        return new String(renderer.render(rendering(document)), StandardCharsets.UTF_8);
    }

    private static Rendering rendering(Document document) {
        return new Rendering(document, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static Cover cover(String text) {
        return new Cover(
                text, text, "name", text, text, text, List.of(Prose.words(text)), Prose.words(text), List.of());
    }
}
