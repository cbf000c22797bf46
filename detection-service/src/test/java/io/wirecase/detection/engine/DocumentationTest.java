package io.wirecase.detection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "risks.md");

    @Test
    void everyRiskThatIsRaisedHasItsParagraphAndNoOtherHas() throws IOException {
        List<String> described = lines().filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4).strip())
                .toList();
        List<String> raised = DetectorCatalog.detectors().stream()
                .map(FlowRiskDetector::risk)
                .map(FlowRisk::code)
                .toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(raised);
    }

    @Test
    void theTableListsEveryCodeWithItsPointsAndShare() throws IOException {
        List<String> rows = lines().filter(line -> line.startsWith("| ")).toList();
        assertThat(Arrays.stream(FlowRisk.values()))
                .allSatisfy(risk -> assertThat(rows)
                        .anyMatch(row -> row.startsWith("| " + risk.number() + " | `" + risk.code() + "` | "
                                + risk.points() + " | " + risk.clientShare() + " % |")));
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(PAGE).stream();
    }
}
