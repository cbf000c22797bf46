package io.wirecase.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Label;
import io.wirecase.scenarios.exam.paper.Catalog;
import io.wirecase.scenarios.exam.paper.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions of the exam: repeatable, of bounded size, and without anything that tells the answer. */
class ExamTest {
    private static final int LARGEST = 20 << 20;
    private static final int SYN = 2;

    @TempDir
    private Path folder;

    static Stream<String> families() {
        return Catalog.all().stream().map(Family::id);
    }

    @ParameterizedTest
    @MethodSource("families")
    void aPaperIsACaptureInOrderOfTimeWithALabelThatNamesItsActor(String id) throws IOException {
        Path file = folder.resolve("paper.pcap");
        Label label = paper(id, 3).write(file);

        List<Captured> frames = Captured.read(Files.readAllBytes(file));
        assertThat(frames).isNotEmpty().isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
        assertThat(Files.size(file)).isLessThan(LARGEST);
        assertThat(label.actor()).isNotEmpty();
        assertThat(label.events()).isPositive();
        assertThat(label.spanSeconds()).isGreaterThanOrEqualTo(label.lastSecond());
        assertThat(label.parameters()).containsKey("loss");
    }

    @Test
    void theSamePaperIsTheSameBytesAndAnotherSeedIsNot() throws IOException {
        Path one = folder.resolve("one.pcap");
        Path two = folder.resolve("two.pcap");
        for (String id : Catalog.telling()) {
            Label first = paper(id, 5).write(one);
            Label second = paper(id, 5).write(two);
            assertThat(second).isEqualTo(first);
            assertThat(Files.mismatch(one, two)).isEqualTo(-1);
            paper(id, 6).write(two);
            assertThat(Files.mismatch(one, two)).isNotEqualTo(-1);
        }
    }

    @Test
    void aGivenParameterIsNotDrawn() throws IOException {
        Family family = Catalog.named("42").getFirst();
        Paper paper = new Paper(family, 1, Map.of("events", 17.0, "jitter", 0.0, "loss", 0.0), "");
        Label label = paper.write(folder.resolve("paper.pcap"));
        assertThat(label.parameters()).containsEntry("events", "17").containsEntry("jitter", "0.000");
        assertThat(label.rhythms()).singleElement().satisfies(rhythm -> {
            assertThat(rhythm.events()).isEqualTo(17);
            assertThat(rhythm.mean()).isEqualTo(rhythm.period());
        });
    }

    @Test
    void noFieldOfAScannersSynsTellsItFromOrdinaryOnes() throws IOException {
        Map<String, Set<Integer>> windows = new HashMap<>();
        Map<String, Set<Integer>> lifetimes = new HashMap<>();
        for (String id : List.of("23-syn-scan", "08-browsing-burst")) {
            for (int seed = 1; seed <= 40; seed++) {
                Path file = folder.resolve("paper.pcap");
                Label label = paper(id, seed).write(file);
                for (Captured frame : Captured.read(Files.readAllBytes(file))) {
                    if (synOf(frame, label.actor())) {
                        windows.computeIfAbsent(id, any -> new TreeSet<>()).add(frame.u16(48));
                        lifetimes.computeIfAbsent(id, any -> new TreeSet<>()).add(frame.u8(22));
                        break;
                    }
                }
            }
        }
        assertThat(windows.get("23-syn-scan")).hasSizeGreaterThan(4).containsAll(windows.get("08-browsing-burst"));
        assertThat(lifetimes.get("23-syn-scan")).isEqualTo(lifetimes.get("08-browsing-burst"));
    }

    private static boolean synOf(Captured frame, String actor) {
        boolean tcp = frame.u16(12) == 0x0800 && frame.u8(23) == 6;
        String source = frame.u8(26) + "." + frame.u8(27) + "." + frame.u8(28) + "." + frame.u8(29);
        return tcp && source.equals(actor) && frame.u8(47) == SYN;
    }

    @Test
    void thePairsAndTheFixedPartNameFamiliesThereAre() {
        Catalog.pairs().forEach(pair -> {
            assertThat(Catalog.named(pair.benign())).hasSize(1);
            assertThat(Catalog.named(pair.malicious())).hasSize(1);
        });
        Catalog.telling().forEach(id -> assertThat(Catalog.named(id)).hasSize(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalog.named("99"))
                .withMessageContaining("23-syn-scan");
        assertThat(Catalog.all().stream().map(Family::id)).doesNotHaveDuplicates();
    }

    private static Paper paper(String id, long seed) {
        return new Paper(Catalog.named(id).getFirst(), seed, Map.of(), "");
    }
}
