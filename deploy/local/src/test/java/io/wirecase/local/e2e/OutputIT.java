package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run leaves behind: every form, each with a digest that is right, under a name that says what it is. */
@ExtendWith(RunningStack.class)
class OutputIT {

    private static final Set<String> FORMS = Set.of("report.json", "report.html", "report.pdf", "report.md");

    @TempDir
    Path folder;

    @Test
    void analyzeWritesEveryFormWithADigestThatIsRight(RunningStack.Stack stack)
            throws IOException, InterruptedException {
        Path capture = Case.write(folder, "A3", Settings.DEFAULT);

        Launcher.Ended ended = Launcher.run(stack, folder, "analyze", capture.toString(), "--out", "out", "--export");

        assertThat(ended.code()).as(ended.said()).isZero();
        Set<String> digested = new TreeSet<>();
        for (Path digest : files(folder.resolve("out"), ".sha256")) {
            String[] line =
                    Files.readString(digest, StandardCharsets.US_ASCII).strip().split(" [ *]", 2);
            assertThat(digest.getFileName().toString()).isEqualTo(line[1] + ".sha256");
            assertThat(line[0])
                    .as(line[1])
                    .isEqualTo(sha256(Files.readAllBytes(folder.resolve("out").resolve(line[1]))));
            digested.add(line[1]);
        }
        assertThat(digested).containsAll(FORMS);
        assertThat(digested.stream().filter(name -> name.startsWith("wirecase-report_")))
                .hasSameSizeAs(FORMS);
        assertThat(files(folder.resolve("out"), ".jsonl")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"application/json,json", "text/html,html", "application/pdf,pdf", "text/markdown,md"})
    void everyFormIsServedUnderANameThatSaysWhatItIs(String mediaType, String ending, RunningStack.Stack stack)
            throws InterruptedException {
        Response answer = Cases.of(stack, "A3").as(mediaType);

        assertThat(answer.contentType()).startsWith(mediaType);
        assertThat(answer.header("Content-Disposition"))
                .matches("(?s).*wirecase-report_only-A3_\\d{8}T\\d{6}Z\\." + ending + "\\b.*");
        assertThat(answer.asByteArray()).hasSizeGreaterThan(1_000);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
