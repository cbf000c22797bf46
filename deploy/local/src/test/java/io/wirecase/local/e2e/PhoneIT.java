package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The phone of the second seed pattern, the panel that asks it, and the check that nobody named. */
@ExtendWith(RunningStack.class)
class PhoneIT {

    private static final String PHONE = "192.168.50.189";
    private static final String PANEL = "192.168.50.55";
    private static final String DESK = "192.168.50.71";

    /** Where explanations are weighed against each other, each is named, the wrong ones too. */
    private static final Set<String> WEIGHING = Set.of("alternative-explanations", "confidence");

    @Test
    void downloadsAreBenignAndNoSectionSaysOtherwise(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = Cases.of(stack, "A2").report();

        assertThat(Told.patterns(report, PHONE)).isNotEmpty().allSatisfy(pattern -> {
            assertThat(Told.disposition(pattern)).isEqualTo("benign");
            assertThat(pattern.path("volume").path("symmetry").toString()).doesNotContain("upload");
        });
        assertThat(report.path("assessment").path("level").asText()).isEqualTo("benign");
        assertThat(Told.statements(report, WEIGHING))
                .isNotEmpty()
                .noneMatch(said -> said.matches("(?is).*\\b(exfiltrat|(port |network |horizontal |vertical )?scan).*"));
    }

    @Test
    void resetsByAClientThatRacedAddressesAreNotCalledEvasion(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = Cases.of(stack, "A2").report();

        assertThat(report.path("detections").path("counts").path("tcp_issues").asInt())
                .isEqualTo(18);
        assertThat(Told.everyText(report))
                .noneMatch(text -> text.toLowerCase(Locale.ROOT).matches("(?s).*\\b(evasi|evad).*"));
    }

    @Test
    void theTunnelLeadsAndTheSensorsWordsSayWhereTlsBelongs(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = Cases.of(stack, "A2-tunnel").report();
        JsonNode tunnel = Told.patterns(report, PHONE).stream()
                .filter(pattern -> Told.texts(pattern.path("codes")).contains("known_protocol_on_non_standard_port"))
                .findFirst()
                .orElseThrow();

        assertThat(tunnel.path("verdict").path("hypothesis").asText()).contains("tunnel");
        assertThat(Told.disposition(tunnel)).isIn("suspicious", "malicious");
        assertThat(report.path("assessment").path("level").asText()).isNotEqualTo("benign");
        assertThat(Told.everyText(report.path("detections")))
                .anyMatch(text -> text.startsWith("TLS found on 80, expected on 443"));
        assertThat(Told.statements(report, Set.of()))
                .anyMatch(text -> text.contains("TLS found on 80, expected on 443"));
        assertThat(Told.statements(report, Set.of())).anyMatch(text -> text.contains("relay.copper-finch.example"));
    }

    @Test
    void theDownloadsBesideTheTunnelStayDownloads(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = Cases.of(stack, "A2-tunnel").report();

        assertThat(Told.patterns(report, PHONE))
                .filteredOn(pattern -> Told.texts(pattern.path("codes")).contains("tcp_issues"))
                .isNotEmpty()
                .allSatisfy(pattern -> assertThat(Told.disposition(pattern)).isEqualTo("benign"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"executive-summary", "patterns", "timing", "volume", "protocols-and-ports", "threat-assessment"})
    void everySectionThatIsToldSpeaksOfThePanelsPoll(String section, RunningStack.Stack stack)
            throws InterruptedException {
        JsonNode report = Cases.of(stack, "A3").report();
        JsonNode poll = Told.patterns(report, PANEL).getFirst();
        String called = "(?is).*\\bpattern " + poll.path("rank").asInt() + "\\b.*";

        assertThat(Told.statements(report, section)).anyMatch(said -> said.matches(called) || said.contains(PANEL));
    }

    @Test
    void thePanelsPollIsWeighedAskedAboutAndActedOnLikeAnyOther(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = Cases.of(stack, "A3").report();
        JsonNode poll = Told.patterns(report, PANEL).getFirst();

        assertThat(poll.path("timing").path("periodSeconds").asDouble()).isCloseTo(120, within(1.0));
        assertThat(poll.path("observations")).isNotEmpty();
        assertThat(poll.path("interpretations")).isNotEmpty();
        assertThat(poll.path("hypotheses")).hasSizeGreaterThan(3);
        assertThat(poll.path("verdict").path("confidence").asText()).isNotEmpty();
        assertThat(report.path("gaps"))
                .isNotEmpty()
                .allSatisfy(gap -> assertThat(gap.path("answers").findValuesAsText("pattern"))
                        .contains(poll.path("rank").asText()));
        assertThat(report.path("actions").findValuesAsText("pattern"))
                .contains(poll.path("id").asText());
    }

    @Test
    void theHostThatThePanelAsksIsNamedAsTheOneThatDownloads(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = Cases.of(stack, "A3").report();
        JsonNode poll = Told.patterns(report, PANEL).getFirst();
        JsonNode downloads = Told.patterns(report, PHONE).getFirst();

        assertThat(List.of(poll, downloads))
                .allSatisfy(pattern -> assertThat(pattern.path("joins").findValuesAsText("host"))
                        .contains(PHONE));
        assertThat(poll.path("joins").findValuesAsText("pattern"))
                .contains(downloads.path("id").asText());
    }

    @Test
    void anExchangeWithoutANameNamesNoService(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = Cases.of(stack, "A1-nameless").report();
        JsonNode pattern = Told.patterns(report, DESK).getFirst();

        assertThat(pattern.path("entityFrom").asText()).isNotEqualTo("name");
        assertThat(pattern.path("exchange").path("whole").asInt(0)).isZero();
        assertThat(pattern.path("verdict").path("hypothesis").asText()).isNotEqualTo("connectivity_check");
        report.path("intelligence").forEach(organisation -> {
            assertThat(organisation.path("names")).isEmpty();
            assertThat(organisation.path("services")).isEmpty();
        });
        assertThat(Told.everyText(report))
                .noneMatch(text -> text.contains("connectivity-check.") || text.contains("NetworkManager"));
    }
}
