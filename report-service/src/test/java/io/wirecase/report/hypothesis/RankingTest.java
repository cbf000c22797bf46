package io.wirecase.report.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirecase.report.claim.Ledger;
import io.wirecase.report.engine.Explanations;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Fixtures.Twist;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Measurer;
import io.wirecase.report.measurement.PatternFacts;
import io.wirecase.report.pattern.PatternFinder;
import io.wirecase.report.pattern.Patterns;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final long HOUR = 3_600_000_000_000L;

    private static List<EvidenceKind> kinds(Ranking ranking) {
        return ranking.evidence().stream().map(Evidence::kind).toList();
    }

    private static double share(Ranking ranking, String id) {
        return ranking.ranked().stream()
                .filter(r -> r.hypothesis().id().equals(id))
                .mapToDouble(Ranker.Ranked::share)
                .sum();
    }

    private static Ranking only(CaseInput input) {
        Patterns patterns = new PatternFinder(input.scope().minScore()).find(input.alerts());
        assertThat(patterns.patterns()).hasSize(1);
        Measurement measured =
                new Measurer(input.flows()).measure(patterns.patterns().getFirst());
        return new Ranker(Explanations.ALL)
                .rank(EvidenceFinder.find(measured, PatternFacts.state(measured, new Ledger(), 6)));
    }

    @Test
    void aConnectivityCheckLeadsAndIsBenign() {
        Ranking ranking = only(Fixtures.poll(Twist.NONE, Fixtures.START));
        assertThat(ranking.leader().hypothesis().id()).isEqualTo("connectivity_check");
        assertThat(ranking.leader().posterior()).isGreaterThan(0.9);
        assertThat(ranking.disposition()).isEqualTo(Disposition.BENIGN);
        assertThat(ranking.fragile()).isFalse();
    }

    @Test
    void aCheckThatStopsBeingOneLeavesBenign() {
        for (Twist twist : List.of(Twist.BODY, Twist.POST, Twist.ADDRESS)) {
            Ranking ranking = only(Fixtures.poll(twist, Fixtures.START));
            assertThat(ranking.disposition()).as("%s", twist).isNotEqualTo(Disposition.BENIGN);
        }
    }

    @Test
    void aBeaconWithTheChecksShapeIsNotBenign() {
        Ranking ranking = only(Fixtures.poll(Twist.TWIN, Fixtures.START));
        assertThat(ranking.disposition()).isNotEqualTo(Disposition.BENIGN);
        assertThat(ranking.leader().hypothesis().id()).isEqualTo("c2_beacon");
    }

    @Test
    void aScanIsOnePatternAndLeads() {
        Ranking ranking = only(Fixtures.scan(ReportScope.ALL));
        assertThat(ranking.leader().hypothesis().id()).isEqualTo("scan");
        assertThat(ranking.disposition()).isEqualTo(Disposition.MALICIOUS);
    }

    @Test
    void aScanThatTakesDaysIsNoAcquaintanceOfWhatItTries() {
        Ranking slow = only(Fixtures.scan(ReportScope.ALL, 2 * HOUR, 1));
        assertThat(kinds(slow)).doesNotContain(EvidenceKind.LONG_KNOWN);
        assertThat(slow.leader().hypothesis().id()).isEqualTo("scan");
        assertThat(slow.disposition()).isEqualTo(Disposition.MALICIOUS);
    }

    @Test
    void aScanThatComesBackToTheSameTargetsMayBePlanned() {
        Ranking weekly = only(Fixtures.scan(ReportScope.ALL, 2 * HOUR, 2));
        assertThat(kinds(weekly)).contains(EvidenceKind.LONG_KNOWN);
        assertThat(share(weekly, "approved_scanner"))
                .isGreaterThan(share(only(Fixtures.scan(ReportScope.ALL, 2 * HOUR, 1)), "approved_scanner"));
    }

    @Test
    void attemptsAtOneServiceAreRetriesAndAtManyPortsAreNot() {
        Ranking same = only(Fixtures.knocks(1));
        assertThat(kinds(same)).contains(EvidenceKind.FAILED_RETRIES).doesNotContain(EvidenceKind.MANY_TARGETS_FAILED);
        assertThat(same.leader().hypothesis().id()).isEqualTo("misconfiguration");
        assertThat(kinds(same)).as("nobody talked").doesNotContain(EvidenceKind.LONG_KNOWN);
        Ranking many = only(Fixtures.knocks(40));
        assertThat(kinds(many)).contains(EvidenceKind.FAILED_ONCE).doesNotContain(EvidenceKind.FAILED_RETRIES);
    }

    @Test
    void allPriorsTogetherAreOneAndEveryKindOfEvidenceTellsSomething() {
        assertThat(Explanations.ALL.stream().mapToDouble(Hypothesis::prior).sum())
                .isCloseTo(1, within(1e-9));
        for (EvidenceKind kind : EnumSet.allOf(EvidenceKind.class)) {
            assertThat(Explanations.ALL).as("%s", kind).anyMatch(h -> h.likelihood(kind) != 0);
        }
    }
}
