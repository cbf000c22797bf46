package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.wire.Codec;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Fixtures.Twist;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.Completeness;
import io.wirecase.report.input.ReportScope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final long TEN_YEARS_EARLIER =
            Instant.parse("2016-03-02T08:00:00Z").getEpochSecond() * 1_000_000_000L;

    private static JsonNode report(CaseInput input) {
        BuiltReport built = new ReportEngine().build(input);
        assertThat(built.refusals()).isEmpty();
        assertThat(built.deliverable()).isTrue();
        return built.report();
    }

    private static JsonNode check() {
        return report(Fixtures.poll(Twist.NONE, Fixtures.START));
    }

    @Test
    void theCheckIsOneBenignPatternWithItsPeriod() {
        JsonNode report = check();
        assertThat(report.path("patterns")).hasSize(1);
        JsonNode pattern = report.path("patterns").path(0);
        assertThat(pattern.path("verdict").path("hypothesis").asText()).isEqualTo("connectivity_check");
        assertThat(pattern.path("verdict").path("disposition").asText()).isEqualTo("benign");
        JsonNode timing = pattern.path("timing");
        assertThat(timing.path("periodSeconds").asDouble()).isBetween(299.0, 301.0);
        assertThat(timing.path("n").asInt()).isEqualTo(114);
        assertThat(timing.path("missed").asInt()).isEqualTo(7);
        assertThat(timing.path("spanSeconds").asDouble()).isGreaterThan(35_000);
        assertThat(report.path("assessment").path("level").asText()).isEqualTo("benign");
    }

    @Test
    void theChecksVolumeIsToldByDirectionAndLayer() {
        JsonNode volume = check().path("patterns").path(0).path("volume");
        JsonNode sent = volume.path("originatorToResponder").path("ip");
        assertThat(sent.path("min").asLong()).isEqualTo(355);
        assertThat(sent.path("max").asLong()).isEqualTo(419);
        assertThat(sent.path("mode").asLong()).isEqualTo(355);
        assertThat(volume.path("responderToOriginator")
                        .path("ip")
                        .path("median")
                        .asLong())
                .isEqualTo(405);
    }

    @Test
    void theChecksScoreIsShownAsItsSumWithTheAccountableSides() {
        JsonNode report = check();
        assertThat(report.path("detections").path("maxScore").asInt()).isEqualTo(150);
        assertThat(texts(report, "alert-summary"))
                .contains("114 alerts score 150 = 100 (http_suspicious_user_agent, client side)"
                        + " + 50 (http_obsolete_server, server side).");
    }

    @Test
    void noActionOnTheCheckTouchesTheServer() {
        JsonNode actions = check().path("actions");
        assertThat(actions).isNotEmpty();
        for (JsonNode action : actions) {
            assertThat(action.path("asset").asText()).isEqualTo(Fixtures.DESK.toString());
            assertThat(action.toString().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("nginx")
                    .doesNotContain("patch")
                    .doesNotContain("upgrade");
        }
    }

    @Test
    void whatTheDataDoesNotShowIsSaidToBeNotMeasurable() {
        JsonNode pattern = check().path("patterns").path(0);
        assertThat(pattern.path("timeOfDay").path("measurable").asBoolean()).isFalse();
        JsonNode scan = report(Fixtures.scan(ReportScope.ALL)).path("patterns").path(0);
        assertThat(scan.path("timing").has("periodSeconds")).isFalse();
        assertThat(scan.path("timing").path("notMeasurable").asText()).contains("separate starts");
    }

    @Test
    void eachEvilVariantLeavesBenignAndSaysAtWhichExchangeAndWhy() {
        for (Twist twist : List.of(Twist.BODY, Twist.POST, Twist.ADDRESS)) {
            JsonNode pattern = report(Fixtures.poll(twist, Fixtures.START))
                    .path("patterns")
                    .path(0);
            assertThat(pattern.path("verdict").path("disposition").asText())
                    .as("%s", twist)
                    .isNotEqualTo("benign");
            JsonNode broken = pattern.path("exchange").path("firstBroken");
            assertThat(broken.path("ordinal").asInt()).isEqualTo(41);
            assertThat(broken.path("packet").asLong()).isEqualTo(481);
            assertThat(pattern.path("verdict").path("why").path(0).asText())
                    .contains("At exchange 41 of 114 (2026-03-02T11:25:00.001000Z, packet 481")
                    .contains(broken.path("checks").path(0).path("id").asText());
        }
    }

    @Test
    void theTwinIsNotBenign() {
        JsonNode pattern = report(Fixtures.poll(Twist.TWIN, Fixtures.START))
                .path("patterns")
                .path(0);
        assertThat(pattern.path("verdict").path("disposition").asText()).isNotEqualTo("benign");
        assertThat(pattern.has("exchange")).isFalse();
    }

    @Test
    void aPageLoadHasNoPatternAndNoScan() {
        JsonNode report = report(Fixtures.pageLoad());
        assertThat(report.path("patterns")).isEmpty();
        assertThat(report.path("actions")).isEmpty();
        assertThat(report.path("assessment").has("level")).isFalse();
    }

    @Test
    void aScanIsOnePatternWithBreadthAndFailureShareAndTakesItsProbes() {
        JsonNode report = report(Fixtures.scan(ReportScope.ALL));
        assertThat(report.path("patterns")).hasSize(1);
        JsonNode pattern = report.path("patterns").path(0);
        assertThat(pattern.path("behaviour").asText()).isEqualTo("horizontal_scan");
        assertThat(pattern.path("alerts").asInt()).isEqualTo(123);
        assertThat(pattern.path("breadth").path("pairs").asInt()).isEqualTo(129);
        assertThat(pattern.path("breadth").path("hosts").asInt()).isEqualTo(43);
        assertThat(pattern.path("breadth").path("failedShare").asDouble()).isBetween(0.94, 0.95);
        assertThat(report.path("detections").path("packets").path("tcp").asLong())
                .isPositive();
    }

    @Test
    void alertsBelowTheMinimumScoreAreCountedAndNotShown() {
        JsonNode report = report(Fixtures.scan(new ReportScope(null, null, 100, List.of(), List.of())));
        JsonNode detections = report.path("detections");
        assertThat(detections.path("total").asInt()).isEqualTo(123);
        assertThat(detections.path("shown").asInt()).isEqualTo(1);
        assertThat(detections.path("notShown").asInt()).isEqualTo(122);
        assertThat(report.path("patterns").path(0).path("alerts").asInt()).isEqualTo(1);
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(Codec.encode(check())).isEqualTo(Codec.encode(check()));
    }

    @Test
    void tenYearsEarlierOnlyTheTimesAreOthers() {
        BuiltReport now = new ReportEngine().build(Fixtures.poll(Twist.NONE, Fixtures.START));
        BuiltReport then = new ReportEngine().build(Fixtures.poll(Twist.NONE, TEN_YEARS_EARLIER));
        assertThat(then.refusals()).isEmpty();
        String dated = now.report().toString().replaceAll("2026-03-02", "DAY");
        assertThat(then.report().toString().replaceAll("2016-03-02", "DAY")).isEqualTo(dated);
    }

    @Test
    void theReportHasEveryMemberOfItsShape() {
        Set<String> members = new TreeSet<>();
        check().fieldNames().forEachRemaining(members::add);
        assertThat(members)
                .contains(
                        "schemaVersion",
                        "id",
                        "generatedAt",
                        "product",
                        "scope",
                        "sources",
                        "completeness",
                        "detections",
                        "traffic",
                        "patterns",
                        "intelligence",
                        "assessment",
                        "gaps",
                        "actions",
                        "claims",
                        "sections");
        assertThat(check().path("gaps")).hasSize(10);
    }

    @Test
    void aStoreThatDoesNotHoldEverythingLowersTheConfidenceAndSaysSo() {
        CaseInput whole = Fixtures.poll(Twist.NONE, Fixtures.START);
        JsonNode report = report(new CaseInput(
                whole.id(),
                whole.generatedAt(),
                whole.product(),
                whole.scope(),
                whole.sources(),
                new Completeness(true, 200, 114, List.of("the store holds fewer flows than were published")),
                whole.alerts(),
                whole.alertsTotal(),
                whole.flows()));
        assertThat(report.path("assessment").path("confidence").asText()).isEqualTo("Low");
        assertThat(report.path("completeness").path("whole").asBoolean()).isFalse();
        assertThat(texts(report, "threat-assessment"))
                .anyMatch(t -> t.contains("114 of 200 flow records") && t.contains("not complete"));
    }

    @Test
    void onlyTheOddEndsOfACheckThatTurnedAreSuspicious() {
        JsonNode report = report(Fixtures.poll(Twist.ADDRESS, Fixtures.START));
        List<String> suspicious = new java.util.ArrayList<>();
        report.path("detections")
                .path("suspiciousAddresses")
                .forEach(a -> suspicious.add(a.path("address").asText()));
        assertThat(suspicious).containsExactly("192.168.50.71", "203.0.113.77");
    }

    @Test
    void everyClaimCitedIsInTheLedger() {
        for (CaseInput input : List.of(
                Fixtures.poll(Twist.NONE, Fixtures.START), Fixtures.pageLoad(), Fixtures.scan(ReportScope.ALL))) {
            JsonNode report = report(input);
            Set<String> ledger = new TreeSet<>();
            report.path("claims").forEach(c -> ledger.add(c.path("id").asText()));
            for (JsonNode section : report.path("sections")) {
                for (JsonNode statement : section.path("statements")) {
                    statement.path("claims").forEach(id -> assertThat(ledger).contains(id.asText()));
                }
            }
        }
    }

    @Test
    void noMemberIsNullOrAnEmptyText() {
        for (Twist twist : Twist.values()) {
            noNulls(report(Fixtures.poll(twist, Fixtures.START)));
        }
    }

    private static void noNulls(JsonNode node) {
        assertThat(node.isNull()).isFalse();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(p -> {
                boolean unit = p.getKey().equals("unit");
                assertThat(!unit
                                && p.getValue().isTextual()
                                && p.getValue().asText().isEmpty())
                        .as(p.getKey())
                        .isFalse();
            });
        }
        node.forEach(ReportTest::noNulls);
    }

    private static List<String> texts(JsonNode report, String section) {
        return StreamSupport.stream(report.path("sections").spliterator(), false)
                .filter(s -> s.path("id").asText().equals(section))
                .flatMap(s -> StreamSupport.stream(s.path("statements").spliterator(), false))
                .map(s -> s.path("text").asText())
                .toList();
    }
}
