package io.wirecase.report.hypothesis;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.wirecase.report.claim.Template;
import io.wirecase.report.engine.Explanations;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void noTitleStatesAFact() {
        for (EvidenceKind kind : EvidenceKind.values()) {
            assertThatCode(() -> Template.of(kind.title())).as(kind.name()).doesNotThrowAnyException();
        }
        for (Hypothesis hypothesis : Explanations.ALL) {
            assertThatCode(() -> Template.of(hypothesis.title()))
                    .as(hypothesis.id())
                    .doesNotThrowAnyException();
        }
    }
}
