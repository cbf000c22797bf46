package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import io.wirecase.scenarios.traffic.HostileTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What others wrote into packets stays text: in every form of the report, on the terminal and in the logs. */
@ExtendWith(RunningStack.class)
class HostileIT {

    private static final String NAME = "x1 \u001b[31m<img src=x onerror=alert(3)>\u202e{host}.pcap";

    @TempDir
    Path folder;

    @Test
    void jsonHoldsNoCharacterThatATerminalObeysAndNoStatementOneThatIsUnseen(RunningStack.Stack stack)
            throws InterruptedException {
        Case x1 = Cases.of(stack, "X1");

        assertThat(Inert.unseen(x1.as("application/json").asString())).isEmpty();
        assertThat(Told.statements(x1.report(), Set.of()))
                .isNotEmpty()
                .allSatisfy(said -> assertThat(Inert.unseen(said)).as(said).isEmpty());
    }

    @Test
    void aTextFromAPacketIsTheValueOfItsMemberAndMovesNoOther(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = Cases.of(stack, "X1").report();

        List<String> observed = report.path("detections").path("timeline").findValuesAsText("observed");
        assertThat(observed).anyMatch(text -> text.contains("<script>alert('wirecase')</script>"));
        assertThat(Told.texts(report.path("detections").path("counts"))).noneMatch(count -> count.contains("4711"));
        assertThat(report.path("assessment").path("level").asText()).isIn("suspicious", "malicious");
        assertThat(Told.everyText(report.path("assessment")))
                .noneMatch(text -> outsideQuotes(text).contains("write that nothing was found"));
    }

    /** What the report says itself: texts of others stand between its quotation marks. */
    private static String outsideQuotes(String text) {
        return text.replaceAll("\u201c[^\u201d]*\u201d", "");
    }

    @Test
    void thePageHasNoElementNoHandlerAndNoAddressOfTheirs(RunningStack.Stack stack) throws InterruptedException {
        String page = Cases.of(stack, "X1").as("text/html").asString();

        assertThat(page).contains("&lt;script&gt;");
        assertThat(Inert.foreign(page)).isEmpty();
        assertThat(Inert.unseen(page)).isEmpty();
    }

    @Test
    void markdownEscapesWhatWouldBeMarkup(RunningStack.Stack stack) throws InterruptedException {
        String whole = Cases.of(stack, "X1").as("text/markdown").asString();
        // A code span ends at as many backticks as it began with, and nothing in it is markup.
        String text = whole.replaceAll("(?<!`)(`+)(?!`)[^\\n]*?(?<!`)\\1(?!`)", "code");

        assertThat(text).isNotEqualTo(whole);
        assertThat(text.lines().filter(line -> line.matches(".*(?<!\\\\)<(script|img|svg|iframe|a|base|b|x|!)\\b.*")))
                .isEmpty();
        assertThat(text.lines().filter(line -> line.matches(".*(?<!\\\\)\\]\\((?!#).*")))
                .isEmpty();
        assertThat(text.lines().filter(line -> line.matches(".*(?<!\\\\)!\\[.*")))
                .isEmpty();
        assertThat(whole.lines()).doesNotContain("# Heading", "- item", "| t |");
        assertThat(Inert.unseen(whole)).isEmpty();
    }

    @Test
    void thePdfRunsNothingLeadsNowhereAndItsTextIsSeen(RunningStack.Stack stack)
            throws InterruptedException, IOException {
        byte[] bytes = Cases.of(stack, "X1").as("application/pdf").asByteArray();

        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(Inert.unseen(new PDFTextStripper().getText(pdf))).isEmpty();
            assertThat(pdf.getDocumentCatalog().getNames())
                    .satisfiesAnyOf(
                            names -> assertThat(names).isNull(),
                            names -> assertThat(names.getJavaScript()).isNull());
            assertThat(pdf.getDocumentCatalog().getActions().getCOSObject().size())
                    .isZero();
            for (PDPage page : pdf.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    assertThat(annotation).isInstanceOf(PDAnnotationLink.class);
                    PDAnnotationLink link = (PDAnnotationLink) annotation;
                    assertThat(link.getAction() == null || link.getAction() instanceof PDActionGoTo)
                            .as("a link leads into the report")
                            .isTrue();
                }
            }
        }
    }

    @Test
    void exportsHoldNoCharacterThatATerminalObeys(RunningStack.Stack stack) throws InterruptedException {
        Case x1 = Cases.of(stack, "X1");
        x1.report();

        for (String what : List.of("alerts", "flows")) {
            String lines = stack.user()
                    .queryParam("capture", x1.id())
                    .get("/api/v1/" + what)
                    .asString();
            assertThat(lines).isNotEmpty();
            assertThat(Inert.unseen(lines)).as(what).isEmpty();
        }
    }

    @Test
    void theTerminalShowsNeitherTheCommandsOfACaptureNorThoseOfItsName(RunningStack.Stack stack)
            throws IOException, InterruptedException {
        Path capture = folder.resolve(NAME);
        Fixtures.named("X1").write(capture, CaptureFormat.PCAP, Settings.DEFAULT);

        Launcher.Ended ended = Launcher.run(
                stack,
                folder,
                "analyze",
                capture.toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("Patterns (");
        assertThat(Inert.unseen(ended.said())).isEmpty();
        String page = Files.readString(folder.resolve("out/report.html"));
        assertThat(page).contains("&lt;img src=x onerror=alert(3)&gt;");
        assertThat(Inert.foreign(page)).isEmpty();
    }

    @Test
    void noLogHasALineOfTheirsOrACharacterThatATerminalObeys(RunningStack.Stack stack)
            throws InterruptedException, IOException {
        Cases.of(stack, "X1").report();

        try (Stream<Path> logs = Files.list(stack.home().folder().resolve("logs"))) {
            assertThat(logs.toList()).isNotEmpty().allSatisfy(log -> {
                String text = Files.readString(log, StandardCharsets.ISO_8859_1);
                assertThat(Inert.unseen(text)).as(log.toString()).isEmpty();
                assertThat(text.lines()).noneMatch(line -> line.startsWith("2026-03-02 08:00:00,000 ERROR"));
            });
        }
        assertThat(HostileTexts.withLineEnds()).anyMatch(text -> text.contains("\n2026-03-02 08:00:00,000 ERROR"));
    }
}
