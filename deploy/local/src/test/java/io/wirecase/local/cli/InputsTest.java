package io.wirecase.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files the arguments stand for. */
class InputsTest {

    @TempDir
    Path folder;

    @Test
    void aFolderStandsForAllFilesInAndBelowItInAStableOrder() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path second = Files.createFile(inner.resolve("b.PCAPNG"));
        Path first = Files.createFile(folder.resolve("a.pcap"));
        Path other = Files.createFile(folder.resolve("notes.txt"));

        assertThat(Inputs.of(List.of(folder)))
                .containsExactly(
                        new Inputs.Input(first, true), new Inputs.Input(second, true), new Inputs.Input(other, false));
    }

    @Test
    void aFileThatIsNamedIsExpectedToBeACaptureWhateverItsEnding() throws IOException {
        Path named = Files.createFile(folder.resolve("trace.dat"));

        assertThat(Inputs.of(List.of(folder, named))).containsExactly(new Inputs.Input(named, true));
    }

    @Test
    void aFileThatDoesNotExistIsKeptSoThatItCanBeNamed() throws IOException {
        Path missing = folder.resolve("missing.pcap");

        assertThat(Inputs.of(List.of(missing, missing))).containsExactly(new Inputs.Input(missing, true));
    }
}
