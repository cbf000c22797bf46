package io.wirecase.local.exam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirecase.local.exam.mark.Curve;
import io.wirecase.local.exam.mark.Results;
import io.wirecase.local.exam.page.Pages;
import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sit.Plan;
import io.wirecase.scenarios.exam.paper.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of an exam: the same numbers in each, plots that can be drawn. */
class PagesTest {

    @TempDir
    private Path folder;

    @Test
    void everyPageHasTheNumbersAndEveryPlotIsAPicture() throws Exception {
        List<Answer> answers = new ArrayList<>();
        answers.add(Sheets.answer(
                "23-syn-scan",
                1,
                List.of(Sheets.expected("vertical_scan")),
                Set.of(),
                Sheets.raised("vertical_scan", 100, Sheets.ACTOR)));
        answers.add(Sheets.answer("08-browsing-burst", 1, List.of(), Set.of()));
        answers.add(Sheets.timed("76-poisson", 1, Sheets.series(0, 0, 0.8)));
        for (Paper paper : Plan.of(List.of("42"), 1, 1)) {
            Answer plain = Sheets.timed("42-beacon-jitter-30", 1, Sheets.series(300, 300, 0.9));
            answers.add(new Answer(paper, plain.label(), List.of(), plain.series(), null, 1));
        }

        List<Path> written = Pages.write(Results.of("1.2.3", answers), folder);

        assertThat(written).hasSize(3);
        assertThat(Files.readString(folder.resolve("exam.md")))
                .contains("Wirecase 1.2.3", "vertical_scan | 1 | 1 | 1", "images/exam-beacon-jitter.svg");
        assertThat(Files.readString(folder.resolve("exam.html"))).contains("vertical_scan", "<svg ", "</html>");
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("exam.json").toFile());
        assertThat(json.path("kinds").path(0).path("kind").asText()).isEqualTo("vertical_scan");
        assertThat(json.path("curves")).hasSize(2);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("images/exam-beacon-jitter.svg").toFile());
    }

    @Test
    void aPlanAsksEachFamilyByItsSeedsAndTheBurstAHundredTimesOnceItIsAskedOften() {
        assertThat(Plan.of(List.of("08"), 3, 0)).hasSize(3);
        assertThat(Plan.of(List.of("08"), 20, 0)).hasSize(100);
        Curve curve = Curve.ALL.getFirst();
        assertThat(Plan.of(List.of("42"), 4, 2).stream()
                        .filter(paper -> paper.group().equals(curve.id())))
                .hasSize(2 * curve.values().size());
        assertThat(Plan.of(List.of(), 2, 2).stream().map(Paper::name)).doesNotHaveDuplicates();
    }

    @Test
    void pagesReplaceWhatWasThere() throws IOException {
        Pages.write(Results.of("1", List.of()), folder);
        List<Path> again = Pages.write(Results.of("2", List.of()), folder);
        assertThat(Files.readString(again.getFirst())).contains("Wirecase 2,").doesNotContain("Wirecase 1,");
    }
}
