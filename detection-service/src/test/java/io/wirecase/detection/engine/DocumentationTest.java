package io.wirecase.detection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.measure.ScanShape;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.detection.scan.ScanReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "risks.md");

    /** Risks of single flows come before this line, behaviours after it. */
    private static final String BEHAVIOURS = "## Behaviours";

    @Test
    void everyRiskHasItsParagraph() throws IOException {
        List<String> described = titles(lines().takeWhile(line -> !line.equals(BEHAVIOURS)));
        List<String> codes =
                Arrays.stream(FlowRisk.values()).map(FlowRisk::code).toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void theTableSaysOfEachRiskWhetherItIsRaised() throws IOException {
        List<String> raised = lines().filter(line -> line.contains(" | [raised](#"))
                .map(line -> line.substring(line.indexOf('`') + 1, line.lastIndexOf('`')))
                .toList();
        assertThat(raised)
                .containsExactlyInAnyOrderElementsOf(DetectorCatalog.detectors().stream()
                        .map(FlowRiskDetector::risk)
                        .map(FlowRisk::code)
                        .toList());
    }

    @Test
    void everyTechniqueOfARiskIsNamed() throws IOException {
        String page = String.join("\n", Files.readAllLines(PAGE));
        assertThat(Arrays.stream(FlowRisk.values()).flatMap(risk -> risk.technique().stream()))
                .isNotEmpty()
                .allSatisfy(technique -> assertThat(page).contains(technique.id()));
    }

    @Test
    void everyBehaviourThatIsRaisedHasItsParagraphAndNoOtherHas() throws IOException {
        List<String> described = titles(lines().dropWhile(line -> !line.equals(BEHAVIOURS)));
        Stream<String> scans =
                Stream.concat(Arrays.stream(ScanShape.values()).map(ScanShape::code), Stream.of(ScanReading.SLOW));
        Stream<String> others = Stream.concat(
                        BehaviourCatalog.detectors(Networks.PRIVATE).stream(),
                        BehaviourCatalog.subjects(Networks.PRIVATE, BehaviourLimits.DEFAULT).stream())
                .flatMap(detector -> detector.codes().stream());
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(scans, others).toList());
    }

    @Test
    void theTableListsEveryCodeWithItsPointsAndShare() throws IOException {
        List<String> rows = lines().filter(line -> line.startsWith("| ")).toList();
        assertThat(Arrays.stream(FlowRisk.values()))
                .allSatisfy(risk -> assertThat(rows)
                        .anyMatch(row -> row.startsWith("| " + risk.number() + " | `" + risk.code() + "` | "
                                + risk.points() + " | " + risk.clientShare() + " % |")));
    }

    private static List<String> titles(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4).strip())
                .toList();
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(PAGE).stream();
    }
}
