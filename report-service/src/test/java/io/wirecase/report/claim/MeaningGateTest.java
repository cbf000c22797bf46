package io.wirecase.report.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.measure.Symmetry;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.claim.Refusal.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeaningGateTest {

    private final Ledger ledger = new Ledger();
    private final MeaningGate gate = new MeaningGate(ledger);
    private final String host = ledger.address(IpAddress.of("192.168.50.71"), Basis.measured("host", List.of()))
            .id();
    private final String finding = ledger.word("horizontal scan", Basis.reported("the detector's code", List.of()))
            .id();
    private final String starts =
            ledger.count(114, "", Basis.measured("starts", List.of())).id();
    private final String period = ledger.number(
                    300, 1, "s", Basis.measured("median of intervals, n 114 starts over 36000 s", List.of()))
            .id();

    private List<Reason> reasons(String text, String... cited) {
        return gate.check(text, List.of(cited)).stream().map(Refusal::reason).toList();
    }

    @Test
    void aJudgementNeedsAFindingOrAnExplanationOfThatMeaning() {
        assertThat(reasons("The scan by 192.168.50.71 was wide.", host)).containsExactly(Reason.JUDGEMENT);
        assertThat(reasons("The scan by 192.168.50.71 was wide; the finding is horizontal scan.", host, finding))
                .isEmpty();
        assertThat(reasons("This is exfiltration, found by horizontal scan.", finding))
                .containsExactly(Reason.JUDGEMENT);
    }

    @Test
    void aMeasurementAndAPacketsOwnWordsCarryNoJudgement() {
        String counted =
                ledger.word("scan", Basis.measured("a word", List.of())).id();
        String said = ledger.packet(new UntrustedText("scan.example"), Basis.reported("Host", List.of()))
                .id();
        assertThat(reasons("It was a scanning host.", counted, said)).containsExactly(Reason.JUDGEMENT);
    }

    @Test
    void aDenialIsNoJudgement() {
        assertThat(reasons("No alert carries a scan finding.")).isEmpty();
        assertThat(reasons("An old version string is not a known vulnerability."))
                .isEmpty();
    }

    @Test
    void regularityNeedsATimingClaimWithNumberAndSpan() {
        assertThat(reasons("It connects every 5 minutes.")).contains(Reason.TIMING);
        assertThat(reasons("114 regular starts.", starts)).containsExactly(Reason.TIMING);
        assertThat(reasons("Regular: one every 300 s.", period)).isEmpty();
        assertThat(reasons("Regularity is not measurable from 114 starts.", starts))
                .isEmpty();
    }

    @Test
    void aTimeOfDayNeedsTheHoursThatTheDataCovers() {
        String hours = ledger.count(24, "", Basis.measured("hours of the day with starts", List.of()))
                .id();
        assertThat(reasons("It does not vary by time of day.")).containsExactly(Reason.COVERAGE);
        assertThat(reasons("Time of day: 24 hours have starts.", hours)).isEmpty();
    }

    @Test
    void aConclusionFromMissingDataNeedsItsCount() {
        assertThat(reasons("The absence of ports indicates a hidden target.")).containsExactly(Reason.MISSING_DATA);
        assertThat(reasons("In 114 of them the field is missing, which points to one client.", starts))
                .isEmpty();
        assertThat(reasons("The field is missing.")).isEmpty();
    }

    @Test
    void noneOfWhatTheLedgerCountedIsAContradiction() {
        assertThat(reasons("There were no TCP packets.")).isEmpty();
        ledger.count(904, "", Basis.measured("packets of TCP flows with findings", List.of()));
        assertThat(reasons("There were no TCP packets.")).containsExactly(Reason.CONTRADICTION);
        assertThat(reasons("There were no UDP packets.")).isEmpty();
    }

    @Test
    void adjectivesComeFromAScale() {
        assertThat(reasons("This is a critical finding.")).containsExactly(Reason.ADJECTIVE);
        assertThat(reasons("The timing is perfect.")).containsExactly(Reason.ADJECTIVE);
        String level = ledger.word("critical", Basis.inferred("word for the score", List.of()))
                .id();
        assertThat(reasons("The score's word is critical.", level)).isEmpty();
        String score = ledger.count(150, "", Basis.measured("highest score of any alert shown", List.of()))
                .id();
        assertThat(reasons("A score of 150 is critical.", level, score)).containsExactly(Reason.ADJECTIVE);
    }

    @Test
    void whoGotMoreNeedsTheBytesOfBothDirections() {
        assertThat(reasons("This was a download.")).containsExactly(Reason.DIRECTION);
        String symmetry = ledger.number(-0.7, 3, "", Basis.measured(Symmetry.FORMULA, List.of()))
                .id();
        assertThat(reasons("Symmetry -0.7: a download.", symmetry)).isEmpty();
        assertThat(reasons("Symmetry -0.7: an upload.", symmetry)).containsExactly(Reason.CONTRADICTION);
    }

    @Test
    void whatIsUnusualNeedsSomethingUsual() {
        assertThat(reasons("That is unusual for HTTP.")).containsExactly(Reason.BASELINE);
        String limit = ledger.number(25, 0, "pairs", Basis.reported("limit of distinct pairs", List.of()))
                .id();
        assertThat(reasons("More than 25 pairs is unusual.", limit)).isEmpty();
    }

    @Test
    void softwareIsRepairedOnAHostThatTheSentenceNames() {
        assertThat(reasons("Update the server components.")).containsExactly(Reason.FOREIGN_ASSET);
        assertThat(reasons("Update the client on 192.168.50.71.", host)).isEmpty();
    }

    @Test
    void ownershipIsNoReassurance() {
        assertThat(reasons("These are legitimate servers.")).containsExactly(Reason.JUDGEMENT);
    }
}
