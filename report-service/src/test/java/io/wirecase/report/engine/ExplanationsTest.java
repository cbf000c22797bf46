package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Hypothesis;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    private static String page(String name) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("docs").resolve(name))) {
            here = here.getParent();
        }
        assertThat(here).as("a folder above with docs/%s", name).isNotNull();
        return Files.readString(here.resolve("docs").resolve(name));
    }

    @Test
    void everyExplanationHasAParagraph() throws IOException {
        String page = page("explanations.md");
        for (Hypothesis hypothesis : Explanations.ALL) {
            String heading = "## " + hypothesis.id() + "\n";
            assertThat(page).contains(heading);
            String paragraph = page.substring(page.indexOf(heading) + heading.length());
            int next = paragraph.indexOf("\n## ");
            assertThat(next < 0 ? paragraph : paragraph.substring(0, next))
                    .as(hypothesis.id())
                    .hasSizeGreaterThan(120);
        }
    }

    @Test
    void everyStartValueIsWrittenDown() throws IOException {
        String page = page("explanations.md");
        for (Hypothesis hypothesis : Explanations.ALL) {
            String percent = BigDecimal.valueOf(hypothesis.prior())
                    .movePointRight(2)
                    .stripTrailingZeros()
                    .toPlainString();
            assertThat(page)
                    .contains("| `" + hypothesis.id() + "` | " + percent + " % | " + hypothesis.priorReason() + " |");
        }
    }

    @Test
    void thereAreBenignAndMaliciousExplanations() {
        assertThat(Explanations.ALL.stream().filter(h -> h.disposition() == Disposition.BENIGN))
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(Explanations.ALL.stream().filter(h -> h.disposition() == Disposition.MALICIOUS))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(Explanations.ALL.stream().map(Hypothesis::id)).doesNotHaveDuplicates();
    }

    @Test
    void theRuleOfTheAssessmentIsWrittenDown() throws IOException {
        assertThat(page("assessment.md"))
                .contains("80 %")
                .contains("High")
                .contains("Moderate")
                .contains("Low");
    }
}
