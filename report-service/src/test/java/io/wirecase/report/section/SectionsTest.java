package io.wirecase.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Losses;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Sentences;
import io.wirecase.report.engine.BuiltReport;
import io.wirecase.report.engine.ReportEngine;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Fixtures.Twist;
import io.wirecase.report.fixture.Household;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What whole reports say, sentence by sentence, over the seeds' fixtures. */
class SectionsTest {

    private static final List<String> READING_ORDER = List.of(
            "executive-summary",
            "alert-summary",
            "patterns",
            "observations",
            "interpretations",
            "intelligence",
            "timing",
            "volume",
            "protocols-and-ports",
            "alternative-explanations",
            "confidence",
            "gaps",
            "threat-assessment",
            "actions",
            "detections",
            "traffic",
            "sources",
            "raw-data",
            "ledger");

    private static Document document(CaseInput input) {
        BuiltReport built = new ReportEngine().build(input);
        assertThat(built.refusals()).isEmpty();
        return built.document();
    }

    private static List<String> texts(CaseInput input, String section) {
        return document(input).sections().stream()
                .filter(s -> s.id().equals(section))
                .flatMap(s -> Sentences.of(s).stream())
                .map(Prose::text)
                .toList();
    }

    private static CaseInput check() {
        return Fixtures.poll(Twist.NONE, Fixtures.START);
    }

    @Test
    void everySectionHasItsPlaceInTheReadingOrder() {
        for (CaseInput input : List.of(check(), Household.together(), Fixtures.pageLoad())) {
            assertThat(document(input).sections()).extracting(s -> s.id()).containsExactlyElementsOf(READING_ORDER);
        }
    }

    @Test
    void theSummaryNamesHostOrganisationAndSoftwareOnTheServersSideAndKeepsLikelihoodFromConfidence() {
        List<String> said = texts(check(), "executive-summary");
        assertThat(said)
                .anyMatch(t -> t.startsWith("192.168.50.71 opened 114 flows to “connectivity-check.ubuntu.com” at 3"
                        + " addresses of Canonical Group Limited, HTTP to port 80"))
                .anyMatch(t -> t.contains("The server's side of pattern 1 says it is “nginx/1.18.0 (Ubuntu)”")
                        && t.contains("an old version string is not a known vulnerability"))
                .anyMatch(t -> t.contains("an operating system's connectivity check, almost certain"))
                .contains("Confidence in the assessment of pattern 1: High.")
                .contains("Does policy permit it? Open for pattern 1.")
                .noneMatch(t -> t.contains("almost certain") && t.contains("High"));
    }

    @Test
    void theHighestScoreIsTheScalesWordAndNoGraverOne() {
        assertThat(texts(check(), "alert-summary"))
                .anyMatch(t -> t.startsWith("The highest score is 150, which the scale calls error (from 100; critical"
                        + " begins at 200)"))
                .contains("Filter: minimum score 0; no limit in time.")
                .contains("Of 114 alerts on 1 host 192.168.50.71 has 114 (100 %).");
    }

    @Test
    void whatStaysInsideIsCountedApartAndNamedByPair() {
        assertThat(texts(Household.together(), "alert-summary"))
                .anyMatch(t -> t.matches("\\d+ alerts are between internal hosts: 192\\.168\\.50\\.55 to"
                        + " 192\\.168\\.50\\.189 \\(\\d+\\)\\."));
    }

    @Test
    void aHostSharedByPatternsIsNamedWithItsPartInEach() {
        CaseInput together = Household.together();
        assertThat(texts(together, "patterns"))
                .anyMatch(t -> t.matches("192\\.168\\.50\\.189 is the server here and the client in pattern \\d\\."));
        assertThat(texts(together, "interpretations"))
                .anyMatch(t -> t.matches("If 192\\.168\\.50\\.189 passes on what it is asked here, as a proxy does,"
                        + " pattern \\d is the cause of pattern \\d\\."));
    }

    @Test
    void theClientsOwnResetsBesideAnswersAreNoConcealment() {
        assertThat(texts(Household.downloads(), "interpretations"))
                .anyMatch(t -> t.startsWith("192.168.50.189 itself reset") && t.endsWith("It hides nothing."));
        assertThat(texts(Household.downloads(), "volume"))
                .anyMatch(t -> t.contains("times as much server to client") && t.endsWith(": a download."));
    }

    @Test
    void timingHasItsBasisAndSaysWhatItCannot() {
        assertThat(texts(check(), "timing"))
                .anyMatch(t -> t.startsWith("Timing class periodic: a start every 300 s (5 min), between"))
                .anyMatch(t -> t.startsWith("Time of day is not measurable: the starts cover 11 of 24 hours of a day"))
                .anyMatch(t -> t.startsWith("Verdict on automation: automated, by the period of 300 s"))
                .contains("fitted period 300 s");
        assertThat(texts(Fixtures.scan(ReportScope.ALL), "timing"))
                .anyMatch(t -> t.startsWith("Regularity is not measurable: 1 separate start over"));
    }

    @Test
    void organisationsHaveNoFactThatNoDataFileHas() {
        assertThat(texts(check(), "intelligence"))
                .anyMatch(t -> t.startsWith("not in the data file (made owners, 2026-01-01)"))
                .contains("AS41231, listed as Canonical Group Limited")
                .noneMatch(t -> t.contains("founded") || t.contains("1995"));
    }

    @Test
    void theOtherSideIsArguedWhicheverLeads() {
        assertThat(texts(check(), "alternative-explanations"))
                .contains("The case against it being harmless")
                .anyMatch(t -> t.startsWith("If it were a command-and-control beacon"));
        assertThat(texts(Fixtures.scan(ReportScope.ALL), "alternative-explanations"))
                .contains("The case for it being harmless");
    }

    @Test
    void anExchangeThatTurnedIsToldInTheSummary() {
        assertThat(texts(Fixtures.poll(Twist.BODY, Fixtures.START), "executive-summary"))
                .anyMatch(t -> t.startsWith("At exchange 41 of 114") && t.contains("reply-body should be none"));
    }

    @Test
    void aScanIsNotOrderedToStopBeforeAnybodyWasAskedAndEveryBlockSaysWhatItWouldHit() {
        List<String> said = texts(Fixtures.scan(ReportScope.ALL), "actions");
        assertThat(said)
                .anyMatch(t -> t.startsWith("Ask whether the horizontal scan by 192.168.153.154 was ordered"))
                .anyMatch(t -> t.contains("It would have hit 129 stored flows of 192.168.153.154"))
                .anyMatch(t -> t.contains("detection_filter:track by_src, count 25, seconds 60; sid:1000010; rev:1;)"));
        assertThat(texts(Fixtures.scan(ReportScope.ALL), "threat-assessment"))
                .anyMatch(t -> t.contains("answer: 7 opened."));
    }

    @Test
    void everyPhaseHasAnActionForARecognisedExchange() {
        assertThat(texts(check(), "actions"))
                .contains("Phase: verification", "Phase: containment", "Phase: investigation", "Phase: remediation")
                .anyMatch(t -> t.contains("flowbits:isset,wirecase.pattern1; http.stat_code; content:!\"204\";"));
    }

    @Test
    void whatTheSensorLostLimitsTheClaims() {
        CaseInput whole = check();
        Losses losses = new Losses(9_000, 114, 19, 12, 500, 1, 3_600_000_000_000L);
        List<String> said = texts(damaged(whole, losses), "threat-assessment");
        assertThat(said)
                .contains("77 of 1196 packets are kept in part only: what a header or body said beyond the cut was not"
                        + " read, and its absence is no evidence.")
                .anyMatch(
                        t -> t.startsWith("Of 114 connections 19 hold the packets of either end alone: silence there is"
                                + " the sensor's"))
                .anyMatch(t -> t.startsWith("The recording clock ran backwards before 1 packet:"))
                .contains("“fixture.pcap”: the recorder lost packets.");
    }

    private static CaseInput damaged(CaseInput whole, Losses losses) {
        return new CaseInput(
                whole.id(),
                whole.generatedAt(),
                whole.product(),
                whole.scope(),
                List.of(damaged(whole.sources().getFirst(), losses)),
                whole.completeness(),
                whole.alerts(),
                whole.alertsTotal(),
                whole.flows());
    }

    private static CaptureState damaged(CaptureState source, Losses losses) {
        Accounts a = source.accounts();
        assertThat(a).isNotNull();
        Accounts bad = new Accounts(
                1196,
                1196,
                Map.of(),
                77,
                a.bytes(),
                a.firstNanos(),
                a.lastNanos(),
                a.resolution(),
                a.linkTypes(),
                a.flows(),
                0,
                List.of("the recorder lost packets"),
                losses);
        return new CaptureState(
                source.id(),
                source.revision(),
                source.site(),
                source.sensor(),
                source.name(),
                source.sha256(),
                source.bytes(),
                source.state(),
                source.progress(),
                bad,
                null,
                source.publication());
    }

    @Test
    void theSummarySectionsSayNoSentenceOfAParagraphTwiceAndCountsAgreeWithTheirNouns() {
        for (CaseInput input : List.of(check(), Household.together(), Fixtures.scan(ReportScope.ALL))) {
            List<String> all = new ArrayList<>();
            document(input).sections().stream()
                    .filter(s -> !s.id().equals("ledger"))
                    .forEach(s -> Sentences.withoutCells(s).forEach(p -> all.add(p.text())));
            assertThat(all).noneMatch(t -> t.matches(".*\\b1 (?:alerts|flows|patterns|addresses|hosts|captures)\\b.*"));
        }
    }
}
