package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.scenarios.fixture.GroundTruth;
import io.wirecase.scenarios.fixture.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labelled captures through the whole system: what a right report says of each. */
@ExtendWith(RunningStack.class)
class CaseIT {

    @TempDir
    Path folder;

    @Test
    void theConnectivityCheckIsOneBenignPatternOfFiveMinutes(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = report(stack, "A1", Settings.DEFAULT);

        JsonNode pattern = only(report.path("patterns"));
        assertThat(pattern.path("verdict").path("disposition").asText()).isEqualTo("benign");
        assertThat(pattern.path("verdict").path("hypothesis").asText()).contains("connectivity");
        JsonNode timing = pattern.path("timing");
        assertThat(timing.path("periodSeconds").asDouble()).isCloseTo(300, within(1.0));
        assertThat(timing.path("n").asInt()).isPositive();
        assertThat(timing.path("spanSeconds").asDouble()).isPositive();
        assertThat(timing.has("missed")).isTrue();
        assertThat(ipMedian(pattern, "originatorToResponder")).isIn(355.0, 419.0);
        assertThat(ipMedian(pattern, "responderToOriginator")).isEqualTo(405.0);
        assertThat(report.path("detections").path("maxScore").asInt()).isEqualTo(150);
        report.path("actions")
                .forEach(action -> assertThat(action.toString().toLowerCase(Locale.ROOT))
                        .doesNotContain("nginx")
                        .doesNotContain("patch the server"));
    }

    @Test
    void tenYearsEarlierTheConnectivityCheckGivesTheSameReport(RunningStack.Stack stack) throws InterruptedException {
        Instant tenYearsEarlier = Instant.parse("2016-03-02T08:00:00Z");
        JsonNode now = report(stack, "A1", Settings.DEFAULT);
        JsonNode then = report(stack, "A1", new Settings(Settings.DEFAULT.seed(), tenYearsEarlier));

        assertThat(timeless(then)).isEqualTo(timeless(now));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1-evil-body", "A1-evil-post", "A1-evil-address", "A1-twin"})
    void aCheckThatTurnsIntoSomethingElseIsNotBenign(String fixture, RunningStack.Stack stack)
            throws InterruptedException {
        JsonNode report = report(stack, fixture, Settings.DEFAULT);

        assertThat(dispositions(report)).containsAnyOf("suspicious", "malicious");
    }

    @ParameterizedTest
    @CsvSource({"A1-evil-body,reply-body", "A1-evil-post,method", "A1-evil-address,resolved"})
    void aCheckThatTurnsSaysAtWhichExchangeAndWhy(String fixture, String check, RunningStack.Stack stack)
            throws InterruptedException {
        JsonNode pattern =
                report(stack, fixture, Settings.DEFAULT).path("patterns").path(0);

        JsonNode broken = pattern.path("exchange").path("firstBroken");
        assertThat(broken.path("ordinal").asInt()).isEqualTo(41);
        assertThat(broken.path("checks").findValuesAsText("id")).contains(check);
        assertThat(pattern.path("verdict").path("why").path(0).asText()).startsWith("At exchange 41 of 114 (");
    }

    @Test
    void aPageLoadIsNoScan(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = report(stack, "B1", Settings.DEFAULT);

        assertThat(codes(report)).doesNotContainAnyElementsOf(GroundTruth.SCANS);
    }

    @Test
    void aScanIsExactlyOneFinding(RunningStack.Stack stack) throws InterruptedException {
        Case scan = Cases.of(stack, "B1-scan");
        JsonNode report = scan.report();

        long scans = scan.export("alerts").stream()
                .flatMap(alert -> findings(alert).stream())
                .filter(GroundTruth.SCANS::contains)
                .count();
        assertThat(scans).isOne();
        assertThat(codes(report)).containsAnyElementsOf(GroundTruth.SCANS);
    }

    @Test
    void everyPacketOfTheOfficeDayIsAccountedFor(RunningStack.Stack stack) throws InterruptedException {
        Case day = Cases.of(stack, "OfficeDay");
        JsonNode report = day.report();

        JsonNode source = only(report.path("sources"));
        long undecodable = 0;
        for (JsonNode reason : source.path("undecodable")) {
            undecodable += reason.asLong();
        }
        assertThat(source.path("decoded").asLong() + undecodable)
                .isPositive()
                .isEqualTo(source.path("packets").asLong());
        assertThat(report.path("completeness").path("drained").asBoolean()).isTrue();
        assertThat(day.export("flows"))
                .hasSize(day.state().path("publication").path("flows").asInt());
        assertThat(dispositions(report)).contains("benign");
        assertThat(codes(report)).doesNotContainAnyElementsOf(GroundTruth.SCANS);
    }

    private JsonNode report(RunningStack.Stack stack, String fixture, Settings settings) throws InterruptedException {
        if (settings.equals(Settings.DEFAULT)) {
            return Cases.of(stack, fixture).report();
        }
        Path capture = Case.write(folder, fixture, settings);
        return Case.send(stack, capture, fixture + "-" + System.nanoTime()).report();
    }

    private static double ipMedian(JsonNode pattern, String direction) {
        return pattern.path("volume").path(direction).path("ip").path("median").asDouble();
    }

    private static JsonNode only(JsonNode array) {
        assertThat(array).hasSize(1);
        return array.get(0);
    }

    private static Set<String> dispositions(JsonNode report) {
        Set<String> found = new TreeSet<>();
        report.path("patterns")
                .forEach(each ->
                        found.add(each.path("verdict").path("disposition").asText()));
        return found;
    }

    private static Set<String> codes(JsonNode report) {
        Set<String> found = new TreeSet<>();
        report.path("detections").path("counts").fieldNames().forEachRemaining(found::add);
        return found;
    }

    private static List<String> findings(JsonNode alert) {
        List<String> codes = new ArrayList<>();
        JsonNode own = alert.has("alert") ? alert.path("alert") : alert;
        own.path("findings").forEach(finding -> codes.add(finding.path("code").asText()));
        return codes;
    }

    /** What must not change when only the year does: verdicts, timing, volumes, detections. */
    private static List<String> timeless(JsonNode report) {
        List<String> facts = new ArrayList<>();
        report.path("patterns").forEach(pattern -> {
            for (String member : List.of("title", "codes", "alerts", "flows", "durations", "volume", "ports")) {
                facts.add(member + " " + pattern.path(member));
            }
            facts.add("period " + pattern.path("timing").path("periodSeconds"));
            facts.add("missed " + pattern.path("timing").path("missed"));
            facts.add("verdict " + pattern.path("verdict").path("hypothesis")
                    + pattern.path("verdict").path("probability"));
        });
        facts.add("counts " + report.path("detections").path("counts"));
        facts.add("level " + report.path("assessment").path("level"));
        return facts;
    }
}
