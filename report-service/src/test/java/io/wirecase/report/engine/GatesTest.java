package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Fixtures.Twist;
import io.wirecase.report.section.Sections;
import io.wirecase.report.wording.SectionBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatesTest {

    /** A report with one section more, which says what the data does not say. */
    private static List<Refusal> planted(Prose... sentences) {
        SectionBuilder foreign =
                file -> new Section("planted", "Planted", List.of(new Block.Paragraph(List.of(sentences))));
        List<SectionBuilder> builders = new ArrayList<>(Sections.ALL);
        builders.add(foreign);
        BuiltReport built = new ReportEngine(builders).build(Fixtures.poll(Twist.NONE, Fixtures.START));
        assertThat(built.deliverable()).isFalse();
        return built.refusals();
    }

    @Test
    void aWrongNumberIsRefused() {
        assertThat(planted(Prose.words("The host opened 115 connections.")))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.where()).isEqualTo("planted");
                    assertThat(r.reason()).contains("unbacked").contains("115");
                });
    }

    @Test
    void aNumberThatBelongsToAnotherClaimIsRefused() {
        assertThat(planted(new Prose(List.of(new Prose.Ours("It came from 192.168.50.72.")), List.of("c1"))))
                .anySatisfy(r -> assertThat(r.reason()).contains("192.168.50.72"));
    }

    @Test
    void aClaimThatTheLedgerDoesNotHoldIsRefused() {
        assertThat(planted(new Prose(List.of(new Prose.Ours("It is so.")), List.of("c999999"))))
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("missing_claim"));
    }

    @Test
    void aDirectionWithoutReferenceIsRefused() {
        assertThat(planted(Prose.words("The outbound traffic exceeds the inbound traffic.")))
                .allSatisfy(r -> assertThat(r.reason()).contains("direction"))
                .hasSize(2);
    }

    @Test
    void aSentenceThatStandsInTwoPlacesIsRefused() {
        assertThat(planted(Prose.words("This is said again."), Prose.words("This is said again.")))
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("repeated"));
    }

    @Test
    void aSectionWithoutContentIsRefused() {
        assertThat(planted()).anySatisfy(r -> assertThat(r.reason()).contains("empty"));
    }
}
