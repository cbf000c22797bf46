package io.wirecase.platform.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.net.IpAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFilesTest {

    private static final Instant FIRST = Instant.parse("2026-11-02T10:00:00Z");

    @TempDir
    private Path folder;

    private int changes;

    @Test
    void aMatchNamesItsFileLineAndDay() throws IOException {
        WatchedFiles files = watched(ListKind.DOMAINS, "a.txt", "# mine", "", "one.example", "two.example ; phishing");
        assertThat(files.current().findName(ListKind.DOMAINS, "www.Two.example."))
                .contains(new ListMatch("a.txt", 4, LocalDate.of(2026, 11, 2)));
        assertThat(files.current().findName(ListKind.DOMAINS, "nottwo.example")).isEmpty();
        assertThat(new ListMatch("a.txt", 4, LocalDate.of(2026, 11, 2))).hasToString("a.txt, line 4, of 2026-11-02");
    }

    @Test
    void aChangedFileIsReadAgainAndAnUnchangedOneIsNot() throws IOException {
        WatchedFiles files = watched(ListKind.DOMAINS, "a.txt", "one.example");
        Watchlists before = files.current();
        assertThat(files.refresh()).isEmpty();
        assertThat(files.current()).isSameAs(before);
        write("a.txt", "one.example", "two.example");
        assertThat(files.refresh()).containsExactly("a.txt of 2026-11-02: 2 domains");
        assertThat(files.current().findName(ListKind.DOMAINS, "two.example")).isPresent();
        assertThat(before.findName(ListKind.DOMAINS, "two.example")).isEmpty();
        assertThat(files.entries()).isEqualTo(2);
    }

    @Test
    void aBrokenFileLeavesWhatItHeldInForceAndIsToldOfOnce() throws IOException {
        WatchedFiles files = watched(ListKind.ADDRESSES, "a.txt", "192.0.2.1");
        write("a.txt", "192.0.2.2", "192.0.2.300");
        String said = "a.txt (addresses): line 2 is none of addresses; what it held before stays in force";
        assertThat(files.refresh()).containsExactly(said);
        assertThat(files.refresh()).isEmpty();
        assertThat(files.problems()).containsExactly(said);
        assertThat(line(files, "192.0.2.1")).contains(1);
        assertThat(line(files, "192.0.2.2")).isEmpty();
        write("a.txt", "192.0.2.2");
        files.refresh();
        assertThat(files.problems()).isEmpty();
        assertThat(line(files, "192.0.2.2")).contains(1);
        assertThat(line(files, "192.0.2.1")).isEmpty();
    }

    @Test
    void aFileThatIsNotThereYetIsReadWhenItComesAndKeptWhenItGoes() throws IOException {
        WatchedFiles files = new WatchedFiles(Map.of(ListKind.ADDRESSES, List.of(folder.resolve("a.txt"))));
        assertThat(files.refresh()).containsExactly("a.txt (addresses): it is not there");
        assertThat(files.refresh()).isEmpty();
        write("a.txt", "192.0.2.1");
        files.refresh();
        assertThat(files.problems()).isEmpty();
        Files.delete(folder.resolve("a.txt"));
        assertThat(files.refresh()).hasSize(1);
        assertThat(line(files, "192.0.2.1")).contains(1);
    }

    @Test
    void aBrokenFileDoesNotKeepOthersFromBeingRead() throws IOException {
        write("a.txt", "nonsense here");
        write("b.txt", "192.0.2.1");
        WatchedFiles files =
                new WatchedFiles(Map.of(ListKind.ADDRESSES, List.of(folder.resolve("a.txt"), folder.resolve("b.txt"))));
        files.refresh();
        assertThat(files.problems()).hasSize(1);
        assertThat(line(files, "192.0.2.1")).contains(1);
    }

    @Test
    void ofNetworksTheSmallestCountsAndFamiliesAreApart() throws IOException {
        WatchedFiles files = watched(
                ListKind.ADDRESSES,
                "a.txt",
                "192.0.2.0/24",
                "192.0.2.128/25",
                "192.0.2.129",
                "2001:db8::/33",
                "::/127");
        assertThat(line(files, "192.0.2.1")).contains(1);
        assertThat(line(files, "192.0.2.130")).contains(2);
        assertThat(line(files, "192.0.2.129")).contains(3);
        assertThat(line(files, "192.0.3.1")).isEmpty();
        assertThat(line(files, "2001:db8:7fff::1")).contains(4);
        assertThat(line(files, "2001:db8:8000::1")).isEmpty();
        assertThat(line(files, "::1")).contains(5);
        assertThat(line(files, "0.0.0.1")).isEmpty();
    }

    @Test
    void aNetworkOfAllAddressesHoldsAll() throws IOException {
        WatchedFiles files = watched(ListKind.ADDRESSES, "a.txt", "0.0.0.0/0");
        assertThat(line(files, "255.255.255.255")).contains(1);
        assertThat(line(files, "::1")).isEmpty();
    }

    @Test
    void wordsAreReadWhateverTheirCase() throws IOException {
        WatchedFiles hashes = watched(ListKind.CERTIFICATES, "a.txt", "AB:".repeat(19) + "AB,C2");
        assertThat(hashes.current().find(ListKind.CERTIFICATES, "ab".repeat(20)))
                .isPresent();
        WatchedFiles prints =
                watched(ListKind.FINGERPRINTS, "b.txt", "E7".repeat(16), "t13d1516h2_8daaf6152771_02713d6af862");
        assertThat(prints.current().find(ListKind.FINGERPRINTS, "t13d1516h2_8daaf6152771_02713d6af862"))
                .isPresent();
        assertThat(prints.current().find(ListKind.FINGERPRINTS, "e7".repeat(16)))
                .isPresent();
        assertThat(prints.current().find(ListKind.DOMAINS, "e7".repeat(16))).isEmpty();
    }

    @Test
    void aHostsFileIsAListOfNames() throws IOException {
        WatchedFiles files = watched(ListKind.DOMAINS, "hosts", "0.0.0.0 ads.example", "*.wild.example");
        assertThat(files.current().findName(ListKind.DOMAINS, "ads.example")).isPresent();
        assertThat(files.current().findName(ListKind.DOMAINS, "a.wild.example")).isPresent();
    }

    @Test
    void numbersOfAutonomousSystemsAreReadInBothForms() throws IOException {
        WatchedFiles files = watched(ListKind.SYSTEMS, "a.txt", "AS64500 somebody", "64501");
        assertThat(files.current().find(ListKind.SYSTEMS, "64500"))
                .map(ListMatch::line)
                .contains(1);
        assertThat(files.current().find(ListKind.SYSTEMS, "64501"))
                .map(ListMatch::line)
                .contains(2);
        assertThat(files.current().find(ListKind.SYSTEMS, "6450")).isEmpty();
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Files.write(folder.resolve("a.txt"), "b\u00fc.example".getBytes(StandardCharsets.ISO_8859_1));
        WatchedFiles files = new WatchedFiles(Map.of(ListKind.DOMAINS, List.of(folder.resolve("a.txt"))));
        assertThat(files.refresh()).containsExactly("a.txt (domains): it is not text in UTF-8");
    }

    private static Optional<Integer> line(WatchedFiles files, String address) {
        return files.current().find(ListKind.ADDRESSES, IpAddress.of(address)).map(ListMatch::line);
    }

    private WatchedFiles watched(ListKind kind, String name, String... lines) throws IOException {
        write(name, lines);
        WatchedFiles files = new WatchedFiles(Map.of(kind, List.of(folder.resolve(name))));
        files.refresh();
        assertThat(files.problems()).isEmpty();
        return files;
    }

    /** Each version has a time of its own, as it would have had it been written by people. */
    private void write(String name, String... lines) throws IOException {
        Path file = Files.write(folder.resolve(name), List.of(lines));
        Files.setLastModifiedTime(file, FileTime.from(FIRST.plusSeconds(changes)));
        changes++;
    }
}
