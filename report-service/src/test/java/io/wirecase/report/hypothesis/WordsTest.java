package io.wirecase.report.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.MeaningGate;
import io.wirecase.report.claim.Refusal;
import io.wirecase.report.claim.Template;
import io.wirecase.report.engine.Explanations;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void noTitleStatesAFact() {
        for (EvidenceKind kind : EvidenceKind.values()) {
            assertThatCode(() -> Template.of(kind.title())).as(kind.name()).doesNotThrowAnyException();
            assertThat(new MeaningGate(new Ledger()).check(kind.title(), List.of()))
                    .as(kind.name())
                    .noneMatch(r -> r.reason() == Refusal.Reason.JUDGEMENT);
        }
        for (Hypothesis hypothesis : Explanations.ALL) {
            assertThatCode(() -> Template.of(hypothesis.title()))
                    .as(hypothesis.id())
                    .doesNotThrowAnyException();
        }
    }
}
