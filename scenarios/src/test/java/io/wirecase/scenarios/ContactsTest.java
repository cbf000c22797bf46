package io.wirecase.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** B1 and its scan, over twenty seeds: what separates them is there, what does not is not. */
final class ContactsTest {
    private static final String MACHINE = "192.168.153.154";

    @Test
    void allOf129PageLoadSynsAreAnsweredWithinAMinute() throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            List<Captured> packets = Captured.fixture("B1", new Settings(seed, Settings.DEFAULT.start()));
            List<Captured> syns = syns(packets);

            assertThat(syns).hasSize(129).allSatisfy(syn -> {
                assertThat(syn.source()).isEqualTo(MACHINE);
                assertThat(syn.window()).isBetween(8_192, 65_535);
                assertThat(syn.destinationPort()).isIn(80, 443);
            });
            assertThat(conversations(packets, 0x12)).hasSize(129);
            assertThat(syns.getLast().time() - syns.getFirst().time()).isLessThan(60_000_000);
        }
    }

    @Test
    void everyPageLoadNameIsLookedUpBeforeItsConnections() throws IOException {
        Set<String> known = new HashSet<>();
        for (Captured packet : Captured.fixture("B1", Settings.DEFAULT)) {
            if (packet.udp() && packet.sourcePort() == 53) {
                int end = 14 + packet.ipLength();
                known.add(packet.u8(end - 4) + "." + packet.u8(end - 3) + "." + packet.u8(end - 2) + "."
                        + packet.u8(end - 1));
            } else if (packet.syn()) {
                assertThat(known).contains(packet.destination());
            }
        }
        assertThat(known).hasSizeGreaterThan(35);
    }

    @Test
    void theScanTouches129PairsAndFailsOnMoreThanNinetyPercent() throws IOException {
        Map<String, Integer> codes = Fixtures.named("B1-scan").truth().codes().getOrDefault(MACHINE, Map.of());
        for (long seed = 1; seed <= 20; seed++) {
            List<Captured> packets = Captured.fixture("B1-scan", new Settings(seed, Settings.DEFAULT.start()));
            List<Captured> syns = syns(packets);

            assertThat(syns).hasSize(129);
            assertThat(syns.stream()
                            .map(s -> s.destination() + s.destinationPort())
                            .distinct())
                    .hasSize(129);
            assertThat(conversations(packets, 0x12)).hasSize(7);
            assertThat(packets.stream()
                            .filter(p -> p.flags() == 0x14 && !p.source().equals(MACHINE)))
                    .hasSize(70);
            assertThat(packets).noneMatch(Captured::udp);
            assertThat(codes).containsEntry("tcp_issues", 77).containsEntry("unidirectional_traffic", 52);
        }
    }

    @Test
    void windowsDoNotGiveTheScanAway() throws IOException {
        Set<Integer> scan = windows("B1-scan");

        assertThat(scan).isEqualTo(windows("B1"));
    }

    @Test
    void theOfficeDayHoldsTheCheckThePhoneThePollAndThePageLoadAmongOthers() throws IOException {
        List<Captured> packets = Captured.fixture("OfficeDay", Settings.DEFAULT);

        assertThat(syns(packets).stream().filter(syn -> syn.source().equals(MACHINE)))
                .hasSize(129);
        assertThat(syns(packets).stream()
                        .filter(syn -> syn.source().equals("192.168.50.71") && syn.destinationPort() == 80))
                .hasSize(114);
        assertThat(syns(packets).stream().filter(syn -> syn.source().equals("192.168.50.55")))
                .hasSize(90)
                .allSatisfy(syn -> assertThat(syn.destination()).isEqualTo("192.168.50.189"));
        assertThat(packets.stream().filter(p -> p.tcp() && p.flags() == 4))
                .hasSize(18)
                .allSatisfy(reset -> assertThat(reset.source()).isEqualTo("192.168.50.189"));
        assertThat(syns(packets).stream().map(Captured::source).distinct()).hasSize(8);
        assertThat(packets.stream().filter(packet -> packet.u16(12) == 0x0806)).hasSizeGreaterThan(100);
        assertThat(packets.stream().filter(p -> p.udp() && p.destinationPort() == 123))
                .hasSizeGreaterThan(30);
    }

    private static Set<Integer> windows(String name) throws IOException {
        return syns(Captured.fixture(name, Settings.DEFAULT)).stream()
                .map(Captured::window)
                .collect(Collectors.toSet());
    }

    private static List<Captured> syns(List<Captured> packets) {
        return packets.stream().filter(Captured::syn).toList();
    }

    private static Set<String> conversations(List<Captured> packets, int flags) {
        return packets.stream()
                .filter(packet -> packet.tcp() && packet.flags() == flags)
                .map(Captured::conversation)
                .collect(Collectors.toSet());
    }
}
