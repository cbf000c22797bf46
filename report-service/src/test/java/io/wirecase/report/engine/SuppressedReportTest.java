package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.suppression.RuleBook;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.suppression.Tripwires;
import io.wirecase.platform.testing.Schemas;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Fixtures.Twist;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.suppression.Sieve;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rules hide is in no pattern, score or timeline of a report, and in its count of what was left out. */
class SuppressedReportTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final String REASON = "=cmd|<script>alert(1)</script> Malicious? No: 99 % sure, see **here**";

    @Test
    void whatARuleHidesIsCountedWithReasonOwnerAndEndAndNowhereElse() {
        Suppression rule = rule(match("192.168.50.0/24", null), "2027-01-31T00:00:00Z", null);
        JsonNode report = report(Fixtures.poll(Twist.NONE, Fixtures.START), rule);

        JsonNode detections = report.path("detections");
        assertThat(detections.path("total").asInt()).isZero();
        assertThat(detections.path("timeline")).isEmpty();
        assertThat(report.path("patterns")).isEmpty();
        assertThat(report.path("traffic").path("flows").asInt()).isEqualTo(114);
        JsonNode suppressed = detections.path("suppressed");
        assertThat(suppressed.path("alerts").asInt()).isEqualTo(114);
        JsonNode by = suppressed.path("rules").path(0);
        assertThat(by.path("rule").asText()).isEqualTo(rule.id().toString());
        assertThat(by.path("reason").asText()).isEqualTo(REASON);
        assertThat(by.path("owner").asText()).isEqualTo("net team");
        assertThat(by.path("expires").asText()).isEqualTo("2027-01-31T00:00:00Z");
        assertThat(by.path("alerts").asInt()).isEqualTo(114);
        assertThat(report.path("sections").toString())
                .contains("1 suppression rule covers alerts in scope: 114 alerts are left out");
    }

    @Test
    void aSuppressedExchangeThatGrowsAlertsAndSaysFromWhatToWhat() {
        Tripwires wires = new Tripwires(new Tripwires.Size(276, null, null), null, null, null);
        JsonNode report =
                report(Fixtures.poll(Twist.BODY, Fixtures.START), rule(match("192.168.50.71", null), null, wires));

        JsonNode detections = report.path("detections");
        assertThat(detections.path("suppressed").path("alerts").asInt()).isEqualTo(40);
        assertThat(detections.path("total").asInt()).isEqualTo(74);
        assertThat(detections
                        .path("suppressed")
                        .path("rules")
                        .path(0)
                        .path("moved")
                        .asInt())
                .isEqualTo(74);
        JsonNode moved = detections
                .path("timeline")
                .path(0)
                .path("suppressed")
                .path(0)
                .path("moved")
                .path(0);
        assertThat(moved.path("tripwire").asText()).isEqualTo("size");
        assertThat(moved.path("expected").asText()).isEqualTo("at most 276 bytes");
        assertThat(moved.path("observed").asText()).endsWith(" bytes");
        assertThat(report.path("sections").toString()).contains("until its tripwire moved; size was to be");
    }

    @Test
    void aRuleForOneFindingLeavesTheAlertWithTheOthersAndALowerScore() {
        JsonNode report = report(
                Fixtures.poll(Twist.NONE, Fixtures.START), rule(match(null, "http_obsolete_server"), null, null));

        JsonNode detections = report.path("detections");
        assertThat(detections.path("total").asInt()).isEqualTo(114);
        assertThat(detections.path("maxScore").asInt()).isEqualTo(100);
        assertThat(detections.path("counts").has("http_obsolete_server")).isFalse();
        assertThat(detections.path("suppressed").path("alerts").asInt()).isZero();
        assertThat(detections.path("suppressed").path("partly").asInt()).isEqualTo(114);
    }

    @Test
    void aRemovedRuleBringsEverythingBack() {
        CaseInput input = Fixtures.poll(Twist.NONE, Fixtures.START);

        assertThat(report(input).path("detections").path("total").asInt()).isEqualTo(114);
        assertThat(report(input).path("sections").toString()).doesNotContain("suppression rule");
    }

    @Test
    void exchangesOutOfTheirIntervalAreFoundWhateverTheOrderTheyAreReadIn() {
        Tripwires wires = new Tripwires(null, null, new Tripwires.Period(290, 310), null);
        JsonNode report =
                report(Fixtures.poll(Twist.NONE, Fixtures.START), rule(match("192.168.50.71", null), null, wires));

        // Beats 17, 58 to 62 and 93 are missed: three gaps.
        assertThat(report.path("detections").path("total").asInt()).isEqualTo(3);
        assertThat(report.path("detections").path("suppressed").path("alerts").asInt())
                .isEqualTo(111);
        assertThat(report.path("sections").toString()).contains("290 to 310 s");
    }

    private static JsonNode report(CaseInput input, Suppression... rules) {
        Sieve sieve = new Sieve(new RuleBook(List.of(rules)), NOW);
        if (sieve.keepsTime()) {
            input.alerts().forEach(sieve::time);
        }
        List<EnrichedAlert> left = input.alerts().reversed().stream()
                .flatMap(alert -> sieve.pass(alert).stream())
                .toList()
                .reversed();
        CaseInput passed = new CaseInput(
                input.id(),
                input.generatedAt(),
                input.product(),
                input.scope(),
                input.sources(),
                input.completeness(),
                left,
                left.size(),
                input.flows(),
                sieve.leftOut());
        BuiltReport built = new ReportEngine().build(passed);
        assertThat(built.refusals()).isEmpty();
        assertThat(Schemas.faults("report.v1", built.report())).isEmpty();
        return built.report();
    }

    private static Suppression.Match match(@Nullable String source, @Nullable String code) {
        return new Suppression.Match(source, null, null, null, null, code, null, null);
    }

    private static Suppression rule(Suppression.Match match, @Nullable String expires, @Nullable Tripwires tripwires) {
        String when = "2026-01-01T00:00:00Z";
        return new Suppression(new UUID(5, 6), 2, match, REASON, "net team", expires, when, when, tripwires);
    }
}
