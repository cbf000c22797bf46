package io.wirecase.capture.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {

    private static final Pattern FLOWS = Pattern.compile("day\\.pcap: .* (\\d+) packets .* (\\d+) flows");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    private int run(String... arguments) throws InterruptedException {
        return Benchmark.run(
                List.of(arguments),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    private String day() throws Exception {
        Path file = folder.resolve("day.pcap");
        Fixtures.named("OfficeDay").write(file, CaptureFormat.PCAP, Settings.DEFAULT);
        return file.toString();
    }

    @Test
    void itSaysForEachReadingWhatWasReadAndInTheEndWhatTheProcessTook() throws Exception {
        assertThat(run("--repeat", "2", day())).isZero();

        String all = said.toString(StandardCharsets.UTF_8);
        Matcher line = FLOWS.matcher(all);
        assertThat(line.find()).as(all).isTrue();
        assertThat(Integer.parseInt(line.group(1))).isGreaterThan(1_000);
        assertThat(Integer.parseInt(line.group(2))).isGreaterThan(100);
        assertThat(all.lines().filter(text -> text.contains(" blocks, "))).hasSize(2);
        assertThat(all.lines().toList().getLast()).startsWith("process: ");
    }

    @Test
    void withoutWritingNoBlocksAreMade() throws Exception {
        assertThat(run("--no-write", day())).isZero();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains(" flows ").doesNotContain("blocks");
    }

    @Test
    void aWishItDoesNotUnderstandIsRefused() throws InterruptedException {
        assertThat(run()).isEqualTo(64);
        assertThat(run("--repeat")).isEqualTo(64);
        assertThat(run("--repeat", "often", "x.pcap")).isEqualTo(64);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("usage:");
    }

    @Test
    void aFileThatIsNoCaptureIsNamed() throws InterruptedException {
        assertThat(run(folder.resolve("none.pcap").toString())).isEqualTo(1);
        assertThat(complained.toString(StandardCharsets.UTF_8)).contains("none.pcap");
    }
}
