package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A capture of a bad sensor: what it cannot show is said, and nothing is claimed as surely as from a good one. */
@ExtendWith(RunningStack.class)
class DamagedIT {

    private static final String DESK = "192.168.50.71";
    private static final String CHECK = "connectivity_check";

    @Test
    void theSourceSaysWhatWasCutLostOneSidedAndOutOfTime(RunningStack.Stack stack) throws InterruptedException {
        JsonNode source = Cases.of(stack, "X2").report().path("sources").path(0);
        JsonNode losses = source.path("losses");

        assertThat(source.path("truncated").asInt()).isPositive();
        assertThat(losses.path("cutBytes").asInt()).isPositive();
        assertThat(losses.path("oneSided").asInt()).isEqualTo(19);
        assertThat(losses.path("incomplete").asInt()).isPositive();
        assertThat(losses.path("missingBytes").asInt()).isPositive();
        assertThat(losses.path("stepsBack").asInt()).isOne();
        assertThat(losses.path("farthestStepSeconds").asDouble()).isBetween(3_200.0, 3_600.0);
        assertThat(Told.texts(source.path("notes"))).anyMatch(note -> note.startsWith("reading ended at byte "));
    }

    @Test
    void theLimitsAreStatedAndAreStatements(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = Cases.of(stack, "X2").report();

        for (String limit : List.of("kept in part|are cut", "either end alone", "acknowledged", "ran backwards")) {
            String pattern = "(?is).*(" + limit + ").*";
            assertThat(Told.texts(report.path("assessment").path("limits"))).anyMatch(said -> said.matches(pattern));
            assertThat(Told.statements(report, Set.of())).anyMatch(said -> said.matches(pattern));
        }
    }

    @Test
    void aWholeCaptureStatesNoSuchLimit(RunningStack.Stack stack) throws InterruptedException {
        JsonNode report = Cases.of(stack, "A1").report();

        assertThat(Told.texts(report.path("assessment").path("limits")))
                .isNotEmpty()
                .noneMatch(said -> said.matches("(?is).*(kept in part|either end alone|ran backwards).*"));
    }

    @Test
    void theVerdictIsLessSureThanThatOfTheWholeCapture(RunningStack.Stack stack) throws InterruptedException {
        JsonNode whole = check(Cases.of(stack, "A1").report());
        JsonNode damaged = check(Cases.of(stack, "X2").report());

        assertThat(whole.path("verdict").path("confidence").asText()).isEqualTo("High");
        assertThat(damaged.path("verdict").path("confidence").asText()).isNotEqualTo("High");
        assertThat(damaged.path("timing").path("missed").asInt())
                .isGreaterThan(whole.path("timing").path("missed").asInt());
    }

    private static JsonNode check(JsonNode report) {
        return Told.patterns(report, DESK).stream()
                .filter(pattern ->
                        pattern.path("verdict").path("hypothesis").asText().equals(CHECK))
                .findFirst()
                .orElseThrow();
    }
}
