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

    @Test
    void aHyphenIsStandardInputAndPackedCapturesLookLikeCaptures() throws IOException {
        Path gzip = Files.createFile(folder.resolve("a.pcap.gz"));
        Path zstd = Files.createFile(folder.resolve("b.pcapng.zst"));
        Path other = Files.createFile(folder.resolve("c.tar.gz"));

        assertThat(Inputs.of(List.of(Path.of("-"), folder)))
                .containsExactly(
                        new Inputs.Input(Path.of("-"), true),
                        new Inputs.Input(gzip, true),
                        new Inputs.Input(zstd, true),
                        new Inputs.Input(other, false))
                .extracting(Inputs.Input::standard)
                .containsExactly(true, false, false, false);
    }
}
