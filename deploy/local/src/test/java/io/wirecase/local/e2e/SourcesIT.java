package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where captures may come from: a pipe, a folder of all sorts, a folder that is watched, a very large file. */
@ExtendWith(RunningStack.class)
class SourcesIT {

    private static final int HUGE_BLOCK = 1 << 30;

    @TempDir
    Path folder;

    @Test
    void aCompressedCaptureThatIsPipedInIsReadLikeAFile(RunningStack.Stack stack)
            throws IOException, InterruptedException {
        Path capture = packed("piped.gz", 21);

        Launcher.Ended ended = Launcher.run(
                stack, folder, ProcessBuilder.Redirect.from(capture.toFile()), "analyze", "-", "--out", "out");

        assertThat(ended.code()).as(ended.said()).isZero();
        JsonNode source = report().path("sources").path(0);
        assertThat(source.path("file").asText()).isEqualTo("standard input");
        assertThat(source.path("bytes").asLong()).isEqualTo(Files.size(capture));
        assertThat(source.path("packets").asLong()).isPositive();
        assertThat(Told.texts(source.path("notes"))).anyMatch(note -> note.contains("compressed with gzip"));
    }

    @Test
    void aFolderIsReadAndWhatIsNoCaptureInItIsNamed(RunningStack.Stack stack) throws IOException, InterruptedException {
        Path day = Files.createDirectories(folder.resolve("traffic/day"));
        Files.copy(packed("a.pcap.gz", 22), day.resolve("a.pcap.gz"));
        Files.writeString(day.resolve("b.pcap"), "not what its name says");
        Files.writeString(day.resolve("notes.txt"), "no capture, and its name does not say so");
        Files.createFile(day.resolve("c.pcap"));

        Launcher.Ended ended = Launcher.run(stack, folder, "analyze", "traffic", "--out", "out");

        assertThat(ended.code()).as(ended.said()).isEqualTo(3);
        assertThat(ended.said())
                .contains("Not readable: traffic/day/b.pcap", "neither pcap nor pcapng")
                .contains("Not readable: traffic/day/c.pcap", "the file is empty")
                .contains("Left aside: traffic/day/notes.txt");
        assertThat(report().path("sources")).hasSize(1);
    }

    @Test
    void whatCannotBeReadAtAllEndsWith2AndTheReason(RunningStack.Stack stack) throws IOException, InterruptedException {
        Path text = folder.resolve("text.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(text))) {
            out.write("a letter, compressed".getBytes(StandardCharsets.US_ASCII));
        }

        Launcher.Ended ended = Launcher.run(stack, folder, "analyze", "text.gz", "missing.pcap");

        assertThat(ended.code()).as(ended.said()).isEqualTo(2);
        assertThat(ended.said()).contains("inside neither pcap nor pcapng", "there is no such file");
    }

    @Test
    void aWatchedFolderIsEmptiedOnceWhateverHappensBetween(RunningStack.Stack stack)
            throws IOException, InterruptedException {
        Path spool = Files.createDirectory(folder.resolve("spool"));
        Files.move(packed("ready.pcap.gz", 23), spool.resolve("ready.pcap.gz"));
        Files.writeString(spool.resolve("letter.txt"), "dear sensor");

        Launcher.Ended first = Launcher.run(stack, folder, "watch", "spool", "--settle", "1", "--once");
        Launcher.Ended second = Launcher.run(stack, folder, "watch", "spool", "--settle", "1", "--once");

        assertThat(first.code()).as(first.said()).isEqualTo(3);
        assertThat(first.said()).containsPattern("ready\\.pcap\\.gz: [0-9]+ packets, [0-9]+ flows");
        assertThat(first.said()).contains("Not readable: letter.txt");
        assertThat(second.code()).as(second.said()).isZero();
        assertThat(second.said()).doesNotContain("ready.pcap.gz").doesNotContain("letter.txt");
    }

    @Test
    void twoGibibytesGoThroughEveryDoorInAHeapOfAQuarter(RunningStack.Stack stack)
            throws IOException, InterruptedException {
        Path large = large();

        Launcher.Ended ended = Launcher.run(stack, folder, "analyze", large.toString(), "--out", "out");

        assertThat(ended.code()).as(ended.said()).isZero();
        JsonNode source = report().path("sources").path(0);
        assertThat(source.path("bytes").asLong()).isEqualTo(Files.size(large)).isGreaterThan(2L << 30);
        assertThat(source.path("packets").asLong()).isPositive();
    }

    /** Packets, then two blocks of a GiB each that no reader knows; a file with holes, so the disk has little of it. */
    private Path large() throws IOException {
        Path file = folder.resolve("large.pcapng");
        Fixtures.named("A1").write(file, CaptureFormat.PCAPNG, settings(24));
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < 2; i++) {
                long block = out.size();
                out.write(numbers(0x0BAD, HUGE_BLOCK), block);
                out.write(numbers(HUGE_BLOCK), block + HUGE_BLOCK - 4);
            }
        }
        return file;
    }

    private static ByteBuffer numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.flip();
    }

    private Path packed(String name, long seed) throws IOException {
        Path plain = folder.resolve("plain");
        Fixtures.named("A1").write(plain, CaptureFormat.PCAP, settings(seed));
        Path packed = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, out);
        }
        Files.delete(plain);
        return packed;
    }

    /** A seed for each test: the same content would be the same capture, whose first name is kept. */
    private static Settings settings(long seed) {
        return new Settings(seed, Instant.parse("2026-03-02T08:00:00Z"));
    }

    private JsonNode report() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(folder.resolve("out/report.json").toFile());
    }
}
