package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Household;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every member of the published shape is there, and filled where the data has it. */
class MembersTest {

    /** Members of a report over the household's captures; a name after a pipe stands in for one not measurable. */
    private static final List<String> MEMBERS = """
            schemaVersion
            id
            generatedAt
            product.{name version}
            scope.minScore
            sources[].{capture site file sha256 bytes packets decoded first last resolution sensor}
            sources[].dropped|droppedNotMeasurable
            completeness.{drained whole byteLayers flowsPublished flowsStored}
            detections.{total shown maxScore maxSeverity}
            detections.bySeverity.*
            detections.counts.http_obsolete_server
            detections.packets.{tcp udp icmp arp}
            detections.direction.{internalToInternal internalToExternal externalToInternal externalToExternal}
            detections.concentration[].{host alerts share}
            detections.endpoints[].{address asSource asDestination total}
            detections.timeline[].{time minute packet protocols codes details}
            detections.timeline[].source.{address port}
            detections.timeline[].destination.{address port}
            traffic.protocols[].{name packets bytes flows}
            traffic.{topTalkers conversations packetsPerSecond}
            traffic.busiestMinute.{minute packets}
            patterns[].{id rank title summary hosts peers entity codes alerts flows protocols risk}
            patterns[].{observations interpretations subPatterns outcomes}
            patterns[].organization
            patterns[].joins[].{pattern rank hosts}
            patterns[].joins[].shared[].{host roleHere roleThere turns}
            patterns[].ports.originator.{class distinct n}
            patterns[].ports.responder.80
            patterns[].durations.{class median}
            patterns[].timing.{class periodSeconds periodLow periodHigh jitter missed n spanSeconds p}
            patterns[].bursts.{n sizeMin sizeMax spanSeconds gapSeconds}
            patterns[].timeOfDay.measurable|notMeasurable
            patterns[].automation.{verdict claims}
            patterns[].volume.originatorToResponder.frame.{min median max total consistency}
            patterns[].volume.originatorToResponder.ip.{min median max total consistency}
            patterns[].volume.responderToOriginator.payload.{min median max total consistency}
            patterns[].volume.symmetry.{value shape}
            patterns[].hypotheses[].{id title disposition posterior for against}
            patterns[].verdict.{hypothesis disposition probability likelihood confidence wouldChange}
            intelligence[].{organization asn prefixes addresses names communication recommendation}
            intelligence[].services
            intelligence[].assessment.{level confidence claims}
            intelligence[].explanations[].{title likelihood}
            intelligence[].notKnown[].{member reason}
            patterns[].subPatterns[].{outcome flows sharePercent first last class n durationMedian}
            assessment.{score scoreOf scoreClaim mostProbable undecided}
            assessment.comparison[].{pattern rank hypothesis disposition likelihood confidence risk timing}
            assessment.scoreBands[].{word from to}
            assessment.{level confidence basis residualConcerns impact typical limits}
            gaps[].{id state}
            actions[].{phase category priority title description pattern asset rationale risk effort undo stopWhen}
            actions[].claims
            actions[].simulation
            claims[].{id value formula grade inputs}
            claims[].unit
            sections[].{id title}
            sections[].statements[].{text claims}
            """.lines().toList();

    /** Members that only patterns that are not benign, and behaviours, have. */
    private static final List<String> OF_A_SCAN = """
            detections.suspiciousAddresses[].{address score codes why}
            patterns[].breadth.{pairs hosts ports attempts failed failedShare}
            """.lines().toList();

    private static List<String> paths(List<String> members) {
        List<String> paths = new ArrayList<>();
        for (String line : members) {
            int brace = line.indexOf('{');
            if (brace < 0) {
                paths.add(line);
                continue;
            }
            for (String name : line.substring(brace + 1, line.length() - 1).split(" ")) {
                paths.add(line.substring(0, brace) + name);
            }
        }
        return paths;
    }

    private static boolean filled(JsonNode report, String path) {
        int last = path.lastIndexOf('.') + 1;
        for (String name : path.substring(last).split("\\|")) {
            if (!JsonPath.find(report, path.substring(0, last) + name).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode report(CaseInput input) {
        BuiltReport built = new ReportEngine().build(input);
        assertThat(built.refusals()).isEmpty();
        return built.report();
    }

    @Test
    void everyMemberOfTheShapeIsFilled() {
        JsonNode report = report(Household.together());
        assertThat(paths(MEMBERS).stream().filter(p -> !filled(report, p))).isEmpty();
        JsonNode scan = report(Fixtures.scan(ReportScope.ALL));
        assertThat(paths(OF_A_SCAN).stream().filter(p -> !filled(scan, p))).isEmpty();
    }

    @Test
    void aScansReportHasTheSameMembersOfAPatternAsOneOfPolls() {
        Set<String> scan =
                names(report(Fixtures.scan(ReportScope.ALL)).path("patterns").path(0));
        Set<String> poll = names(report(Household.together()).path("patterns").path(0));
        scan.remove("breadth");
        for (String sometimes : List.of("organization", "exchange")) {
            poll.remove(sometimes);
            scan.remove(sometimes);
        }
        assertThat(scan).isEqualTo(poll);
    }

    @Test
    void patternsThatShareAHostAreJoinedBothWays() {
        JsonNode patterns = report(Household.together()).path("patterns");
        for (String host : List.of(Household.PHONE.toString(), Household.PANEL.toString())) {
            JsonNode one = pattern(patterns, host);
            String other =
                    host.equals(Household.PHONE.toString()) ? Household.PANEL.toString() : Household.PHONE.toString();
            assertThat(one.path("joins")).as(host).hasSize(1);
            JsonNode join = one.path("joins").path(0);
            assertThat(join.path("hosts").toString()).isEqualTo("[\"" + Household.PHONE + "\"]");
            assertThat(join.path("pattern").asText())
                    .isEqualTo(pattern(patterns, other).path("id").asText());
        }
        assertThat(pattern(patterns, Fixtures.DESK.toString()).path("joins")).isEmpty();
    }

    @Test
    void aCaptureThatCouldNotBeReadIsListedWithItsFailureAndNoCounts() {
        CaseInput good = Household.status();
        CaptureState failed = new CaptureState(
                new UUID(1, 2),
                1,
                "lab",
                "upload",
                "broken.pcap",
                "11".repeat(32),
                7,
                CaptureState.State.FAILED,
                0,
                null,
                "not a capture file",
                null);
        CaseInput both = new CaseInput(
                good.id(),
                good.generatedAt(),
                good.product(),
                good.scope(),
                List.of(good.sources().getFirst(), failed),
                good.completeness(),
                good.alerts(),
                good.alertsTotal(),
                good.flows());
        JsonNode source = report(both).path("sources").path(1);
        assertThat(source.path("failure").asText()).isEqualTo("not a capture file");
        assertThat(source.path("state").asText()).isEqualTo("failed");
        assertThat(source.has("packets")).isFalse();
    }

    @Test
    void aPathLeadsOnlyToWhatIsFilled() {
        JsonNode report = report(Fixtures.scan(ReportScope.ALL));
        assertThat(JsonPath.find(report, "sections[id=timing].statements[].text"))
                .isNotEmpty();
        assertThat(JsonPath.find(report, "sections[id=nowhere].statements[].text"))
                .isEmpty();
        assertThat(JsonPath.find(report, "patterns[].timing.periodSeconds")).isEmpty();
        assertThat(JsonPath.find(report, "scope.hosts")).isEmpty();
    }

    private static JsonNode pattern(JsonNode patterns, String host) {
        for (JsonNode pattern : patterns) {
            if (pattern.path("hosts").path(0).asText().equals(host)) {
                return pattern;
            }
        }
        throw new AssertionError("no pattern of " + host);
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
