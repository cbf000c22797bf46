package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.report.claim.ConsistencyGate;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Refusal;
import io.wirecase.report.claim.Refusal.Reason;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Household;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.tally.Tally;
import io.wirecase.report.wording.CaseFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What two published reports' counters, tables and headings got wrong, done to our own reports. */
class SeedTablesTest {

    private static CaseFile file(CaseInput input) {
        return ReportEngine.investigate(input, new Ledger());
    }

    private static CaseFile with(CaseFile file, Tally tally) {
        return new CaseFile(
                file.input(),
                file.patterns(),
                tally,
                file.totals(),
                file.assessment(),
                file.gaps(),
                file.actions(),
                file.facts());
    }

    private static List<Refusal> sums(CaseFile file) {
        ConsistencyGate gate = new ConsistencyGate();
        Sums.check(gate, file);
        return gate.refusals();
    }

    /** The tally of the first five alerts, under the total of all. */
    private static Tally firstFive(Tally t) {
        return new Tally(
                t.total(),
                t.shown(),
                t.maxScore(),
                t.bySeverity(),
                t.counts(),
                t.packets(),
                t.direction(),
                t.concentration(),
                List.of(new Tally.EndpointCount(Fixtures.MACHINE, 5, 0)),
                t.timeline().subList(0, 5));
    }

    private static Tally withoutPackets(Tally t) {
        return new Tally(
                t.total(),
                t.shown(),
                t.maxScore(),
                t.bySeverity(),
                t.counts(),
                new Tally.Packets(0, 0, 0, 0),
                t.direction(),
                t.concentration(),
                t.endpoints(),
                t.timeline());
    }

    private static Document household(UnaryOperator<Section> turned) {
        Ledger ledger = new Ledger();
        CaseFile file = ReportEngine.investigate(Household.together(), ledger);
        Document document = new ReportEngine().write(file, ledger);
        return new Document(
                document.cover(), document.sections().stream().map(turned).toList());
    }

    private static List<Refusal> consistency(UnaryOperator<Section> turned) {
        return Gates.consistency(household(turned), file(Household.together())).stream()
                .map(r -> new Refusal(
                        Reason.valueOf(r.reason().split(":")[0].toUpperCase(java.util.Locale.ROOT)),
                        r.reason(),
                        r.sentence()))
                .toList();
    }

    @Test
    void aTableOfTheFirstFiveUnderTheCountOfAllIsRefused() {
        CaseFile scan = file(Fixtures.scan(ReportScope.ALL));
        assertThat(sums(scan)).isEmpty();
        assertThat(sums(with(scan, firstFive(scan.tally()))))
                .extracting(Refusal::sentence)
                .containsExactly("alerts by source address", "alerts on the timeline");
    }

    @Test
    void noPacketsOfFlowsThatHaveFindingsIsRefused() {
        CaseFile scan = file(Fixtures.scan(ReportScope.ALL));
        assertThat(sums(with(scan, withoutPackets(scan.tally()))))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.reason()).isEqualTo(Reason.SUM);
                    assertThat(r.sentence()).isEqualTo("packets of flows with findings");
                });
    }

    @Test
    void aPatternThatIsAnnouncedAndNotAnalysedIsRefused() {
        assertThat(consistency(s -> s)).isEmpty();
        List<Refusal> refusals = consistency(s -> s.id().equals("timing")
                ? new Section(
                        s.id(), s.title(), s.blocks().subList(0, s.blocks().size() - 1))
                : s);
        assertThat(refusals).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(Reason.INCOMPLETE);
            assertThat(r.detail()).contains("nothing on pattern 3");
        });
    }

    @Test
    void aHeadingWithNothingUnderItIsRefused() {
        Block heading = new Block.Group("key-facts", Prose.words("Key facts"), List.of());
        List<Refusal> refusals = consistency(s -> {
            List<Block> blocks = new ArrayList<>(s.blocks());
            if (s.id().equals("confidence")) {
                blocks.add(heading);
            }
            return new Section(s.id(), s.title(), blocks);
        });
        assertThat(refusals).extracting(Refusal::reason).containsExactly(Reason.EMPTY);
    }
}
