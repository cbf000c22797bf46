package io.wirecase.report.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.document.Sentences;
import io.wirecase.report.render.Readable;
import io.wirecase.report.render.ReportRenderer;
import io.wirecase.report.render.SampleDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every renderer of the catalog, on the same documents. */
class RendererContractTest {

    static List<ReportRenderer> renderers() {
        return Renderers.ALL;
    }

    @Test
    void noTwoRenderersShareAMediaTypeOrAnEnding() {
        assertThat(renderers()).extracting(ReportRenderer::mediaType).doesNotHaveDuplicates();
        assertThat(renderers()).extracting(ReportRenderer::fileExtension).doesNotHaveDuplicates();
        assertThat(renderers()).extracting(ReportRenderer::fileExtension).allMatch(e -> e.matches("[a-z]+"));
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void everySentenceCellAndLabelOfEveryBlockCanBeRead(ReportRenderer renderer) {
        List<Block> blocks = new ArrayList<>(textBlocks());
        blocks.addAll(charts());
        Document document =
                new Document(SampleDocument.whole().cover(), List.of(new Section("distinct", "Distinct", blocks)));

        String read = read(renderer, document);

        for (Prose prose : Sentences.of(document.sections().getFirst())) {
            assertThat(read).contains(prose.text());
        }
        assertThat(read).contains("Traffic case", "Distinct", "suspicious", "Xcolumnx", "Wirecase 0.1.0");
        assertThat(read).contains("No language model was used.", "https://db-ip.com", "Packets from");
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void hostileTextEverywhereIsRenderedAndItsHiddenCharactersAreShown(ReportRenderer renderer) {
        String read = read(renderer, SampleDocument.hostile());

        assertThat(read).doesNotContain("\u202e", "\u0000", "\u001b");
        assertThat(read).contains("alert").contains("\\u202e", "\\u0000", "\\u001b");
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void anEmptyReportIsAReport(ReportRenderer renderer) {
        assertThat(read(renderer, SampleDocument.empty())).contains("Traffic case", "2026-03-02T18:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void theSameDocumentGivesTheSameBytesOnAnyThread(ReportRenderer renderer) {
        byte[] once = renderer.render(SampleDocument.rendering(SampleDocument.whole()));

        List<byte[]> again = IntStream.range(0, 3)
                .parallel()
                .mapToObj(i -> renderer.render(SampleDocument.rendering(SampleDocument.whole())))
                .toList();

        assertThat(again).allSatisfy(bytes -> assertThat(bytes).isEqualTo(once));
    }

    @ParameterizedTest
    @MethodSource("renderers")
    void valuesThatCannotBeDrawnDoNoHarm(ReportRenderer renderer) {
        for (double odd : List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.0, 1e308)) {
            Prose label = words("odd");
            List<Block> charts = List.of(
                    new Chart.Gauge(label, odd, label, List.of(new Chart.Band(label, odd, odd)), label),
                    new Chart.Bars(label, label, List.of(new Chart.Bar(label, label, odd)), label, null),
                    new Chart.Timeline(label, List.of(new Chart.Event(label, label, odd)), label, null),
                    new Chart.Histogram(
                            label,
                            label,
                            List.of(new Chart.Bin(label, odd, odd, label, odd)),
                            new Chart.Mark(label, odd),
                            label),
                    new Chart.Pairs(
                            label,
                            label,
                            label,
                            label,
                            List.of(new Chart.Pair(label, label, odd, label, odd)),
                            label,
                            null));
            Document document =
                    new Document(SampleDocument.whole().cover(), List.of(new Section("odd", "Odd values", charts)));

            assertThat(read(renderer, document)).contains("Odd values").doesNotContain("NaN", "Infinity");
        }
    }

    private static List<Block> textBlocks() {
        return List.of(
                new Block.Paragraph(List.of(words("paragraph"))),
                new Block.Items(true, List.of(words("ordered"))),
                new Block.Items(false, List.of(words("unordered"))),
                new Block.Table(
                        words("caption"),
                        List.of("Xcolumnx"),
                        List.of(true),
                        List.of(List.of(words("cell"))),
                        words("cutoff")),
                new Block.Verdict(
                        words("about"), "suspicious", words("likely"), words("confident"), List.of(words("reason"))),
                new Block.Group("g", words("group"), List.of(new Block.Paragraph(List.of(words("inner"))))));
    }

    private static List<Block> charts() {
        return List.of(
                new Chart.Gauge(
                        words("gauge"),
                        5,
                        words("score"),
                        List.of(new Chart.Band(words("band"), 0, 100)),
                        words("gaugewords")),
                new Chart.Bars(
                        words("bars"),
                        words("unit"),
                        List.of(new Chart.Bar(words("bar"), words("value"), 2)),
                        words("barswords"),
                        words("barscut")),
                new Chart.Timeline(
                        words("timeline"),
                        List.of(new Chart.Event(words("event"), words("moment"), 0)),
                        words("timelinewords"),
                        null),
                new Chart.Histogram(
                        words("histogram"),
                        words("axis"),
                        List.of(new Chart.Bin(words("bin"), 0, 1, words("count"), 3)),
                        new Chart.Mark(words("mark"), 0.5),
                        words("histogramwords")),
                new Chart.Pairs(
                        words("pairs"),
                        words("bytes"),
                        words("first"),
                        words("second"),
                        List.of(new Chart.Pair(words("pair"), words("up"), 1, words("down"), 2)),
                        words("pairswords"),
                        null));
    }

    private static String read(ReportRenderer renderer, Document document) {
        return Readable.text(renderer, renderer.render(SampleDocument.rendering(document)));
    }

    private static Prose words(String text) {
        return Prose.words("X" + text + "x");
    }
}
