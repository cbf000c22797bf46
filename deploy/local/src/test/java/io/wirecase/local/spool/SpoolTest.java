package io.wirecase.local.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a watched folder are taken, and when. */
class SpoolTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration SETTLE = Duration.ofSeconds(5);

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(root.resolve("spool"));
    }

    @Test
    void aFileIsCompleteWhenNobodyWroteToItForAWhile() throws IOException {
        Spool spool = spool(null);
        Path file = file("a.pcap", "abc", NOW);

        assertThat(spool.ready(NOW.plusSeconds(1))).isEmpty();
        assertThat(spool.waits()).isTrue();
        file("a.pcap", "abcdef", NOW.plusSeconds(4));
        assertThat(spool.ready(NOW.plusSeconds(8))).isEmpty();
        assertThat(files(spool.ready(NOW.plusSeconds(10)))).containsExactly(file);
    }

    @Test
    void aFileThatIsRenamedInWithItsOldTimeIsCompleteAtOnce() throws IOException {
        Path elsewhere = Files.writeString(root.resolve("a"), "abc");
        Files.setLastModifiedTime(elsewhere, FileTime.from(NOW.minusSeconds(60)));
        Path file = Files.move(elsewhere, folder.resolve("a.pcap"));

        assertThat(files(spool(null).ready(NOW))).containsExactly(file);
    }

    @Test
    void aFileWhoseTimeIsAheadOfOursIsCompleteWhenItRests() throws IOException {
        Spool spool = spool(null);
        Path file = file("a.pcap", "abc", NOW.plusSeconds(9_000));

        assertThat(spool.ready(NOW)).isEmpty();
        assertThat(files(spool.ready(NOW.plus(SETTLE)))).containsExactly(file);
    }

    @Test
    void emptyHiddenAndHalfCopiedFilesAreLeftAloneAndFoldersAreLookedInto() throws IOException {
        Files.createDirectories(folder.resolve("2026/.trash"));
        Path inner = file("2026/b.pcap.gz", "x", NOW.minusSeconds(100));
        Path first = file("c.pcap", "x", NOW.minusSeconds(200));
        file("empty.pcap", "", NOW.minusSeconds(100));
        file(".hidden.pcap", "x", NOW.minusSeconds(100));
        file("2026/.trash/d.pcap", "x", NOW.minusSeconds(100));
        file("e.pcap.part", "x", NOW.minusSeconds(100));

        assertThat(files(spool(null).ready(NOW))).containsExactly(first, inner);
    }

    @Test
    void whatWasTakenIsNotTakenAgainAlsoAfterARestart() throws IOException {
        Spool spool = spool(null);
        file("a b\nc.pcap", "abc", NOW.minusSeconds(60));
        for (Spool.Ready ready : spool.ready(NOW)) {
            assertThat(spool.taken(ready)).isTrue();
        }

        assertThat(spool.ready(NOW)).isEmpty();
        assertThat(spool.waits()).isFalse();
        assertThat(spool(null).ready(NOW)).isEmpty();
        file("a b\nc.pcap", "a ring's next round", NOW.minusSeconds(30));
        assertThat(spool(null).ready(NOW)).hasSize(1);
    }

    @Test
    void aFileThatGrewWhileItWasSentIsTakenAgain() throws IOException {
        Spool spool = spool(null);
        file("a.pcap", "abc", NOW.minusSeconds(60));
        Spool.Ready ready = spool.ready(NOW).getFirst();
        Path file = file("a.pcap", "abcdef", NOW);

        assertThat(spool.taken(ready)).isFalse();
        assertThat(files(spool.ready(NOW.plusSeconds(6)))).containsExactly(file);
    }

    @Test
    void takenFilesMoveAwayAlsoWhenACrashCameBetween() throws IOException {
        Path done = folder.resolve("done");
        file("day/a.pcap", "abc", NOW.minusSeconds(60));
        Spool crashed = spool(null);
        crashed.taken(crashed.ready(NOW).getFirst());

        assertThat(spool(done).ready(NOW)).isEmpty();
        assertThat(done.resolve("day/a.pcap")).hasContent("abc");
        assertThat(folder.resolve("day/a.pcap")).doesNotExist();
        assertThat(spool(done).ready(NOW)).isEmpty();
    }

    @Test
    void aLedgerForgetsFilesThatAreGoneAndLinesThatACrashCut() throws IOException {
        Path file = file("a.pcap", "abc", NOW.minusSeconds(60));
        Path gone = file("b.pcap", "abc", NOW.minusSeconds(60));
        Spool spool = spool(null);
        for (Spool.Ready ready : spool.ready(NOW)) {
            spool.taken(ready);
        }
        Files.delete(gone);
        Files.writeString(ledger(), Files.readString(ledger()) + "3 17674", StandardCharsets.US_ASCII);

        assertThat(spool(null).ready(NOW)).isEmpty();
        assertThat(Files.readAllLines(ledger()))
                .singleElement()
                .asString()
                .contains(file.getFileName().toString());
    }

    @Test
    void anAlarmRingsWhenAFileComesIntoAFolderThatIsNew() throws IOException, InterruptedException {
        try (Alarm alarm = new Alarm(folder)) {
            Path inner = Files.createDirectory(folder.resolve("new"));
            alarm.await(Duration.ofSeconds(20));
            Files.writeString(inner.resolve("a"), "abc");
            long before = System.nanoTime();
            alarm.await(Duration.ofSeconds(60));

            assertThat(System.nanoTime() - before)
                    .isLessThan(Duration.ofSeconds(50).toNanos());
        }
    }

    private Spool spool(@Nullable Path done) throws IOException {
        return new Spool(folder, SETTLE, Ledger.open(ledger()), done);
    }

    private Path ledger() {
        return root.resolve("ledgers/x.taken");
    }

    private Path file(String name, String content, Instant changed) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(changed));
    }

    private static List<Path> files(List<Spool.Ready> ready) {
        return ready.stream().map(Spool.Ready::file).toList();
    }
}
