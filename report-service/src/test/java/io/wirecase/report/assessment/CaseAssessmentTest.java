package io.wirecase.report.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.report.claim.Ledger;
import io.wirecase.report.engine.Explanations;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Fixtures.Twist;
import io.wirecase.report.fixture.Household;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.EvidenceFinder;
import io.wirecase.report.hypothesis.Ranker;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Measurer;
import io.wirecase.report.measurement.PatternFacts;
import io.wirecase.report.pattern.Pattern;
import io.wirecase.report.pattern.PatternFinder;
import io.wirecase.report.pattern.PatternKey.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseAssessmentTest {

    private final Ledger ledger = new Ledger();

    private CaseAssessment assess(CaseInput input) {
        Ranker ranker = new Ranker(Explanations.ALL);
        List<PatternCase> cases = new ArrayList<>();
        for (Pattern pattern : new PatternFinder(0).find(input.alerts()).patterns()) {
            Measurement measured = new Measurer(input.flows()).measure(pattern);
            Facts facts = PatternFacts.state(measured, ledger, 6);
            cases.add(new Assessor(true, input.sources())
                    .assess(measured, facts, ranker.rank(EvidenceFinder.find(measured, facts))));
        }
        return new CaseAssessment(Assessor.ranked(cases));
    }

    @Test
    void theHostThatIsAskedHereAndAsksThereJoinsTwoPatterns() {
        CaseAssessment household = assess(Household.together());

        Join join = household.joins().getFirst();

        assertThat(join.host()).isEqualTo(Household.PHONE);
        assertThat(join.turns()).isTrue();
        Join fromThePanel = join.from(household.cases().stream()
                .filter(c -> c.pattern().key().host().equals(Household.PANEL))
                .findFirst()
                .orElseThrow());
        assertThat(fromThePanel.roleHere()).isEqualTo(Role.SERVER);
        assertThat(fromThePanel.roleThere()).isEqualTo(Role.CLIENT);
        assertThat(fromThePanel
                        .facts(ledger)
                        .say("{sharedHost} is the {roleHere} of pattern {here} and the {roleThere} of pattern {there}.")
                        .text())
                .isEqualTo("192.168.50.189 is the server of pattern "
                        + fromThePanel.here().number() + " and the client of pattern "
                        + fromThePanel.there().number() + ".");
        assertThat(household.joins()).hasSize(1);
    }

    @Test
    void theThreatScoreStaysInTheBandOfTheLevel() {
        for (Twist twist : Twist.values()) {
            CaseAssessment assessed = assess(Fixtures.poll(twist, Fixtures.START));
            Disposition level = assessed.level().orElseThrow();
            int score = assessed.cases().getFirst().threat();
            assertThat(score)
                    .as("%s", twist)
                    .isBetween(
                            level == Disposition.BENIGN ? 1 : level == Disposition.SUSPICIOUS ? 20 : 80,
                            level == Disposition.BENIGN ? 19 : level == Disposition.SUSPICIOUS ? 79 : 99);
        }
    }

    @Test
    void theCasesScoreIsThatOfItsGravestPatternAndItsInputsAreAllOfThem() {
        CaseAssessment household = assess(Household.together());
        int gravest =
                household.cases().stream().mapToInt(PatternCase::threat).max().orElseThrow();

        assertThat(household.threat(ledger)).hasValueSatisfying(claim -> {
            assertThat(claim.text()).isEqualTo(Integer.toString(gravest));
            assertThat(claim.inputsTotal()).isEqualTo(household.cases().size());
        });
        assertThat(assess(Fixtures.pageLoad()).threat(ledger)).isEmpty();
        assertThat(assess(Fixtures.scan(ReportScope.ALL)).cases().getFirst().threat())
                .isGreaterThanOrEqualTo(80);
    }
}
