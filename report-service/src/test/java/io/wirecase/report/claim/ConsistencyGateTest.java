package io.wirecase.report.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Cover;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
                new Cover("id", "title", "name", "now", "product", "1", List.of(), Prose.words("None."), List.of()),
                List.of(
                        new Section("empty", "Empty", List.of()),
                        new Section("one", "One", List.of(new Block.Paragraph(List.of(sentence)))),
                        new Section("two", "Two", List.of(new Block.Paragraph(List.of(sentence))))));

        assertThat(new ConsistencyGate().document(document).refusals())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.EMPTY, Refusal.Reason.REPEATED);
    }

    private static Document of(Section... sections) {
        return new Document(
                new Cover("id", "title", "name", "now", "product", "1", List.of(), Prose.words("None."), List.of()),
                List.of(sections));
    }

    private static Block group(String anchor) {
        return new Block.Group(
                anchor,
                Prose.words("A pattern"),
                List.of(new Block.Items(false, List.of(Prose.words("It is " + anchor)))));
    }

    private static Section table(Prose cut, String... cells) {
        List<List<Prose>> rows =
                Stream.of(cells).map(c -> List.of(Prose.words(c))).toList();
        return new Section(
                "table",
                "Table",
                List.of(new Block.Table(Prose.words("Addresses"), List.of("Address"), List.of(false), rows, cut)));
    }

    @Test
    void aPatternThatASectionLeavesOutIsRefused() {
        Section timing = new Section("timing", "Timing", List.of(group("timing-1"), group("timing-2")));
        assertThat(new ConsistencyGate()
                        .analysed(of(timing), Set.of("timing"), Set.of(1, 2))
                        .refusals())
                .isEmpty();
        assertThat(new ConsistencyGate()
                        .analysed(of(timing), Set.of("timing"), Set.of(1, 2, 3))
                        .refusals())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.reason()).isEqualTo(Refusal.Reason.INCOMPLETE);
                    assertThat(r.detail()).contains("pattern 3");
                });
    }

    @Test
    void anAnnouncementThatNothingFollowsIsRefused() {
        Block either = new Block.Paragraph(List.of(Prose.words("It could be either:")));
        assertThat(new ConsistencyGate()
                        .document(of(new Section("one", "One", List.of(either))))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.EMPTY);
        assertThat(new ConsistencyGate()
                        .document(of(new Section(
                                "one",
                                "One",
                                List.of(
                                        either,
                                        new Block.Items(false, List.of(Prose.words("this"), Prose.words("that")))))))
                        .refusals())
                .isEmpty();
    }

    @Test
    void aTableWithoutAValueOrWithOtherRowsThanItSaysIsRefused() {
        assertThat(new ConsistencyGate().document(of(table(null, "–", " "))).refusals())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.EMPTY);
        assertThat(new ConsistencyGate()
                        .document(of(table(Prose.words("Shown 5 of 129 alerts."), "a", "b")))
                        .refusals())
                .extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.INCOMPLETE);
        assertThat(new ConsistencyGate()
                        .document(of(table(Prose.words("Shown 2 of 129 alerts."), "a", "b")))
                        .refusals())
                .isEmpty();
    }
}
