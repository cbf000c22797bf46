package io.wirecase.scenarios.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenariosTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theListNamesEveryFixture() {
        assertThat(run("--list")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("A1-evil-body", "A1-twin", "B1-scan", "OfficeDay");
    }

    @Test
    void aFixtureIsWrittenInTheFormatAskedFor(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("b1.pcapng");

        assertThat(run("B1", "--seed", "7", "--start", "2016-01-01T00:00:00Z", "--format", "pcapng", "-o", file + ""))
                .isZero();
        assertThat(Files.readAllBytes(file)).startsWith(0x0a, 0x0d, 0x0d, 0x0a);
    }

    @Test
    void whatCannotBeUnderstoodIsAUsageErrorThatSaysWhy() {
        assertThat(run("A9", "-o", "x")).isEqualTo(64);
        assertThat(run("A1")).isEqualTo(64);
        assertThat(run("A1", "-o", "x", "--start", "yesterday")).isEqualTo(64);
        assertThat(run()).isEqualTo(64);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("no fixture A9; there are A1,");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed(@TempDir Path folder) {
        assertThat(run("B1", "-o", folder.resolve("no/such/folder.pcap").toString()))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("cannot write", "folder.pcap");
    }

    private int run(String... arguments) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Scenarios.run(List.of(arguments), stream, stream);
    }
}
