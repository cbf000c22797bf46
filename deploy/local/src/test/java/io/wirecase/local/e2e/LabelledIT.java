package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.scenarios.fixture.Fixture;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.GroundTruth;
import io.wirecase.scenarios.fixture.GroundTruth.ExpectedPattern;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every labelled capture through the whole system, held against what is true of it; all are sent before one is read.
 */
@ExtendWith(RunningStack.class)
class LabelledIT {

    @BeforeAll
    static void sendAll(RunningStack.Stack stack) {
        names().forEach(name -> Cases.of(stack, name));
    }

    static Stream<String> names() {
        return Fixtures.all().stream().map(Fixture::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void itHasTheFindingsOfItsTruthAsOftenAsItSaysAndNoneThatItExcludes(String name, RunningStack.Stack stack)
            throws InterruptedException {
        GroundTruth truth = Fixtures.named(name).truth();
        Case its = Cases.of(stack, name);
        its.report();
        Map<String, Map<String, Integer>> found = new TreeMap<>();
        for (JsonNode line : its.export("alerts")) {
            JsonNode alert = line.path("alert");
            String host = alert.path("subject").path("host").asText();
            alert.path("findings")
                    .forEach(finding -> found.computeIfAbsent(host, any -> new TreeMap<>())
                            .merge(finding.path("code").asText(), 1, Integer::sum));
        }

        truth.codes()
                .forEach((host, codes) -> assertThat(found.getOrDefault(host, Map.of()))
                        .as("findings on " + host)
                        .containsAllEntriesOf(codes));
        assertThat(found.values().stream().flatMap(codes -> codes.keySet().stream()))
                .as("codes that must not appear")
                .doesNotContainAnyElementsOf(truth.absent());
    }

    @ParameterizedTest
    @MethodSource("names")
    void itHasThePatternsOfItsTruthWithTheirVerdictAndTheirPeriod(String name, RunningStack.Stack stack)
            throws InterruptedException {
        JsonNode report = Cases.of(stack, name).report();

        for (ExpectedPattern expected : Fixtures.named(name).truth().patterns()) {
            assertThat(Told.patterns(report, expected.host()))
                    .as(expected.title() + " of " + expected.host())
                    .anyMatch(pattern -> fits(pattern, expected));
        }
    }

    private static boolean fits(JsonNode pattern, ExpectedPattern expected) {
        boolean judged = expected.dispositions().stream()
                .anyMatch(each -> each.name().toLowerCase(Locale.ROOT).equals(Told.disposition(pattern)));
        double period = pattern.path("timing").path("periodSeconds").asDouble(-1);
        // A pattern of what stands out holds that alone, and the period of all is not its own.
        boolean standsOut = pattern.path("behaviour").asText().endsWith("_outlier");
        boolean timed = expected.periodSeconds().isEmpty()
                || standsOut
                || Math.abs(period - expected.periodSeconds().getAsInt()) <= 1;
        return judged && timed;
    }
}
