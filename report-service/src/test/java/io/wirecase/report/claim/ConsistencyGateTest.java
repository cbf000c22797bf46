package io.wirecase.report.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Cover;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyGateTest {

    @Test
    void partsThatDoNotSumToTheirTotalAreRefused() {
        assertThat(new ConsistencyGate().sum("alerts", 10, List.of(4.0, 6.0)).refusals())
                .isEmpty();
        assertThat(new ConsistencyGate().sum("alerts", 10, List.of(4.0, 5.0)).refusals())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.SUM);
    }

    @Test
    void aMetricWithTwoAdjectivesIsRefused() {
        assertThat(new ConsistencyGate()
                        .adjective("p1 symmetry", "download")
                        .adjective("p1 symmetry", "upload")
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.ADJECTIVE);
    }

    @Test
    void anAlertInNoPatternIsRefused() {
        assertThat(new ConsistencyGate().placed(10, 8, 1).refusals())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.UNPLACED);
        assertThat(new ConsistencyGate().placed(10, 8, 2).refusals()).isEmpty();
    }

    @Test
    void anEmptySectionAndARepeatedSentenceAreRefused() {
        Prose sentence = Prose.words("It is so.");
        Document document = new Document(
                new Cover("id", "title", "name", "now", "product", "1", List.of(), Prose.words("None.")),
                List.of(
                        new Section("empty", "Empty", List.of()),
                        new Section("one", "One", List.of(new Block.Paragraph(List.of(sentence)))),
                        new Section("two", "Two", List.of(new Block.Paragraph(List.of(sentence))))));

        assertThat(new ConsistencyGate().document(document).refusals())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.EMPTY, Refusal.Reason.REPEATED);
    }
}
