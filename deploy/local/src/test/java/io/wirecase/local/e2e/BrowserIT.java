package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a real browser understands it. Without one these are skipped, and say so. */
@ExtendWith(RunningStack.class)
class BrowserIT {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final long PATIENCE_SECONDS = 180;
    private static final String MARK = "<p id=\"opened\">opened</p>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"X1", "A3"})
    void whatTheBrowserMakesOfThePageHasNothingOfTheirs(String fixture, RunningStack.Stack stack)
            throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "skipped: none of " + NAMES + " is on the path");
        String page = Cases.of(stack, fixture).as("text/html").asString();

        String understood = opened(browser.orElseThrow(), page.replaceFirst("(?i)</body>", MARK + "</body>"));

        assertThat(understood).contains(MARK, "192.168.50.");
        assertThat(Inert.foreign(understood)).isEmpty();
        assertThat(sections(understood)).isEqualTo(sections(page));
    }

    /** The document after scripts had their time, written out again by the browser. */
    private String opened(Path browser, String page) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("report.html"), page);
        Path out = folder.resolve("understood.html");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=2000",
                        "--dump-dom",
                        file.toUri().toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean over = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!over) {
            process.destroyForcibly();
        }
        assertThat(over).as("the browser ended").isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private static long sections(String html) {
        return Pattern.compile("<section\\b").matcher(html).results().count();
    }

    private static Optional<Path> browser() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
