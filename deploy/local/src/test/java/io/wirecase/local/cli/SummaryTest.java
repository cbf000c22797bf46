package io.wirecase.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for the terminal. */
class SummaryTest {

    private static final String REPORT = """
            {"assessment": {"level": "benign", "confidence": "high"}, "completeness": {"drained": true},
             "patterns": [{"rank": 1, "title": "Check of \\u001b[31mthe network",
               "hypotheses": [{"id": "connectivity_check", "title": "An operating system checks its connection"}],
               "verdict": {"hypothesis": "connectivity_check", "disposition": "benign", "probability": 0.93,
                 "confidence": "high"}}],
             "detections": {"total": 2, "maxScore": 150, "timeline": [
               {"time": "2026-03-02T08:00:00Z", "codes": ["ua"], "score": 100,
                "source": {"address": "10.0.0.5", "port": 40000},
                "destination": {"address": "2001:db8::1", "port": 80}},
               {"time": "2026-03-02T08:05:00Z", "codes": ["ua", "obs"], "score": 150,
                "source": {"address": "10.0.0.5"}, "destination": {"address": "192.0.2.1", "port": 80}}]}}
            """;

    @Test
    void itGivesTheVerdictOfEachPatternInWords() throws JsonProcessingException {
        assertThat(lines(REPORT))
                .contains(
                        "Assessment: benign (confidence high)",
                        "Patterns (1)",
                        "     benign: An operating system checks its connection, 93 %, confidence high");
    }

    @Test
    void itPutsTheHighestScoreFirstAndWritesAddressesAsPeopleDo() throws JsonProcessingException {
        assertThat(lines(REPORT))
                .containsSubsequence(
                        "  2026-03-02T08:05:00Z  10.0.0.5 to 192.0.2.1:80  ua, obs",
                        "  2026-03-02T08:00:00Z  10.0.0.5:40000 to [2001:db8::1]:80  ua");
    }

    @Test
    void nothingInItMovesTheCursor() throws JsonProcessingException {
        assertThat(String.join("", lines(REPORT))).doesNotContain("\u001b");
    }

    @Test
    void aReportThatIsNotCompleteSaysSo() throws JsonProcessingException {
        assertThat(lines("{\"completeness\": {\"drained\": false}}"))
                .contains("The report is not complete; see its section on completeness.");
    }

    private static List<String> lines(String report) throws JsonProcessingException {
        return Summary.of(JsonMapper.builder().build().readTree(report));
    }
}
