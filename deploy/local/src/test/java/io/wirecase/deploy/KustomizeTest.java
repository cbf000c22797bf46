package io.wirecase.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs kubectl's kustomize, which needs no cluster; skipped, and said so, where there is no kubectl. */
final class KustomizeTest {

    @TempDir
    private Path folder;

    @Test
    void theBaseBuildsAndItsSettingsArePulledInUnderTheirHashedNames() throws Exception {
        String built = build("base");

        assertThat(Manifests.read(built)).hasSizeGreaterThan(20).allSatisfy(KustomizeTest::known);
        assertThat(built)
                .containsPattern("configMapRef:\\s+name: wirecase-settings-[a-z0-9]{10}\\b")
                .containsPattern("configMapRef:\\s+name: wirecase-sensor-settings-[a-z0-9]{10}\\b")
                .doesNotContainPattern("configMapRef:\\s+name: wirecase-(sensor-)?settings\\s");
    }

    @Test
    void whatScalesADeploymentOwnsItsNumberOfReplicas() throws Exception {
        List<JsonNode> built = Manifests.read(build("overlays/keda"));

        assertThat(built).allSatisfy(KustomizeTest::known);
        assertThat(built.stream().filter(object -> object.path("kind").asText().equals("Deployment")))
                .hasSize(3)
                .allMatch(deployment -> deployment.path("spec").path("replicas").isMissingNode());
        List<String> scaled = built.stream()
                .filter(object -> object.path("spec").has("scaleTargetRef"))
                .map(object ->
                        object.path("spec").path("scaleTargetRef").path("name").asText())
                .toList();
        assertThat(scaled).containsExactlyInAnyOrder("detection", "enrichment", "report");
    }

    private static void known(JsonNode object) {
        if (!object.path("kind").asText().equals(Manifests.SCALED_OBJECT)) {
            assertThat(UnknownFields.in(Manifests.model(object))).isEmpty();
        }
    }

    private String build(String part) throws IOException, InterruptedException {
        assumeTrue(onPath(), "kubectl is not on the path: what kustomize makes of the manifests is not checked");
        Path out = folder.resolve("out.yaml");
        Path problems = folder.resolve("problems.txt");
        int exit = new ProcessBuilder(
                        "kubectl", "kustomize", Manifests.FOLDER.resolve(part).toString())
                .redirectOutput(out.toFile())
                .redirectError(problems.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(problems, StandardCharsets.UTF_8)).isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private static boolean onPath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry).resolve("kubectl")));
    }
}
