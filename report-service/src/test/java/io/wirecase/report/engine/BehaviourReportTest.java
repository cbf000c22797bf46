package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Talks;
import io.wirecase.report.pattern.Behaviours;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever detection reports of a host becomes a pattern that can be explained and a report that passes its gates. */
class BehaviourReportTest {

    @Test
    void everyBehaviourGivesAReportThatStands() {
        for (String code : new TreeSet<>(Behaviours.codes())) {
            BuiltReport built = new ReportEngine().build(Talks.behaviour(code));
            assertThat(built.refusals()).as(code).isEmpty();
            assertThat(built.report().path("patterns").path(0).path("behaviour").asText())
                    .isEqualTo(code);
        }
    }

    @Test
    void aBehaviourLeadsToTheExplanationThatItMeans() {
        Map.of(
                        "arp_spoof", "spoofing",
                        "syn_flood", "flood",
                        "icmp_tunnel", "tunnel",
                        "brute_force", "brute_force",
                        "horizontal_scan", "scan")
                .forEach((code, explanation) -> {
                    JsonNode pattern = new ReportEngine()
                            .build(Talks.behaviour(code))
                            .report()
                            .path("patterns")
                            .path(0);
                    assertThat(pattern.path("verdict").path("hypothesis").asText())
                            .as(code)
                            .isEqualTo(explanation);
                });
    }

    @Test
    void anAddressThatSeveralStationsClaimIsNotBlamedForIt() {
        JsonNode report = new ReportEngine().build(Talks.behaviour("arp_spoof")).report();

        JsonNode pattern = report.path("patterns").path(0);
        String host = pattern.path("hosts").path(0).asText();
        assertThat(pattern.path("title").asText()).isEqualTo("Pattern 1: claims to the address " + host);
        assertThat(report.path("actions"))
                .isNotEmpty()
                .allSatisfy(action -> assertThat(action.path("title").asText())
                        .doesNotContain("Examine " + host)
                        .doesNotContain("isolate " + host)
                        .doesNotContain("many targets"));
    }

    @Test
    void aStationThatClaimsSeveralAddressesIsToldWithEachOfThem() {
        BuiltReport built = new ReportEngine().build(Talks.claims());

        assertThat(built.refusals()).isEmpty();
        JsonNode pattern = built.report().path("patterns").path(0);
        assertThat(pattern.path("title").asText()).endsWith("and others");
        assertThat(pattern.path("verdict").path("hypothesis").asText()).isEqualTo("spoofing");
        assertThat(built.report().toString())
                .contains("one device that claims addresses which others claim")
                .contains("02:16:3e:50:06:66” claimed " + Fixtures.DESK + " from");
    }

    @Test
    void whereAResolverStandsIsNoEvidenceOnWhatItsLookupsCarry() {
        BuiltReport built = new ReportEngine().build(Talks.lookups("dns_tunnel"));

        assertThat(built.refusals()).isEmpty();
        assertThat(built.report().toString()).contains("tunnel").doesNotContain("the other end is internal");
        assertThat(built.report().path("actions"))
                .isNotEmpty()
                .noneMatch(a -> a.path("category").asText().equals("isolate"));
    }
}
