package io.wirecase.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.GroundTruth;
import io.wirecase.scenarios.fixture.GroundTruth.ExpectedPattern;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A2 and A3 over twenty seeds. */
final class PhoneTest {
    private static final String PHONE = "192.168.50.189";
    private static final String PANEL = "192.168.50.55";

    @Test
    void everyDownloadHasTheBytesOfItsTruthAtTheIpLayerAndMoreComesThanGoes() throws IOException {
        ExpectedPattern truth = truth("A2").patterns().getFirst();
        for (long seed = 1; seed <= 20; seed++) {
            List<List<Captured>> downloads = conversations("A2", seed).stream()
                    .filter(c -> c.getFirst().destinationPort() == 443 && c.size() > 3)
                    .toList();

            assertThat(downloads).hasSize(truth.exchanges());
            assertThat(sums(downloads, true)).isEqualTo(truth.clientBytes());
            assertThat(sums(downloads, false)).isEqualTo(truth.serverBytes());
        }
        assertThat(truth.clientBytes()).allMatch(bytes -> bytes > 5_400 && bytes < 5_600);
        assertThat(truth.serverBytes()).allMatch(bytes -> bytes > 25_000 && bytes < 25_500);
    }

    @Test
    void thePhoneResetsEveryConnectionThatWasNotTheFirstToBeAnswered() throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            List<Captured> packets = packets("A2", seed);
            Map<Integer, Captured> resets = packets.stream()
                    .filter(packet -> packet.tcp() && (packet.flags() & 4) != 0)
                    .collect(Collectors.toMap(Captured::sourcePort, packet -> packet));

            assertThat(resets.values()).hasSize(18).allSatisfy(reset -> {
                assertThat(reset.source()).isEqualTo(PHONE);
                assertThat(reset.flags()).isEqualTo(4);
            });
            assertThat(conversations("A2", seed).stream()
                            .filter(c -> resets.containsKey(c.getFirst().sourcePort())))
                    .hasSize(18)
                    .allSatisfy(c -> assertThat(c.stream().map(Captured::flags)).containsExactly(2, 0x12, 4));
            assertThat(firstAnswers(packets)).hasSize(6).doesNotContainAnyElementsOf(resets.keySet());
        }
        assertThat(truth("A2").codes().get(PHONE)).isEqualTo(Map.of("tcp_issues", 18));
    }

    @Test
    void theOnlineCheckIsAnsweredBy200AndAShortBody() throws IOException {
        assertThat(conversations("A2", 1).stream()
                        .filter(c -> c.getFirst().destinationPort() == 80)
                        .map(c -> c.stream().map(Captured::text).collect(Collectors.joining())))
                .hasSize(6)
                .allSatisfy(text -> assertThat(text)
                        .contains("Host: captive.apple.com", "HTTP/1.1 200 OK", "Content-Length: 69")
                        .endsWith("<BODY>Success</BODY></HTML>\n"));
    }

    @Test
    void fewAddressesAndPortsAreTouchedSoThatNothingIsAScan() throws IOException {
        assertThat(packets("A2", 1).stream()
                        .filter(Captured::syn)
                        .map(syn -> syn.destination() + ":" + syn.destinationPort())
                        .distinct())
                .hasSizeLessThanOrEqualTo(6);
        assertThat(packets("A2", 1).stream().filter(Captured::syn))
                .hasSize(truth("A2").tcpConnections().orElseThrow());
    }

    @Test
    void thePanelAsksThePhoneEvery120SecondsWithoutAUserAgent() throws IOException {
        ExpectedPattern truth = truth("A3").patterns().getFirst();
        for (long seed = 1; seed <= 20; seed++) {
            List<List<Captured>> polls = conversations("A3", seed).stream()
                    .filter(c -> c.getFirst().source().equals(PANEL))
                    .toList();

            assertThat(polls).hasSize(truth.exchanges()).allSatisfy(poll -> {
                assertThat(poll.getFirst().destination()).isEqualTo(PHONE);
                assertThat(poll.getFirst().destinationPort()).isEqualTo(80);
                assertThat(poll.stream().map(Captured::text).collect(Collectors.joining()))
                        .startsWith("GET /api/status HTTP/1.1\r\nHost: " + PHONE)
                        .doesNotContain("User-Agent");
            });
            assertThat(sums(polls, true)).isEqualTo(truth.clientBytes());
            assertThat(sums(polls, false)).isEqualTo(truth.serverBytes());
            for (int i = 1; i < polls.size(); i++) {
                long gap = polls.get(i).getFirst().time()
                        - polls.get(i - 1).getFirst().time();
                assertThat(gap).isBetween(119_900_000L, 120_100_000L);
            }
        }
    }

    @Test
    void thePhoneOfA3IsTheClientOfA2() throws IOException {
        assertThat(packets("A3", 1).stream()
                        .filter(packet -> packet.syn() && packet.source().equals(PHONE)))
                .hasSize(truth("A2").tcpConnections().orElseThrow());
        assertThat(truth("A3").patterns()).contains(truth("A2").patterns().getFirst());
    }

    /** The client port of the first connection to port 443 that was answered after each lookup. */
    private static Set<Integer> firstAnswers(List<Captured> packets) {
        List<Integer> first = new ArrayList<>();
        boolean waiting = false;
        for (Captured packet : packets) {
            if (packet.udp() && packet.sourcePort() == 53) {
                waiting = true;
            } else if (waiting && packet.tcp() && packet.flags() == 0x12 && packet.sourcePort() == 443) {
                first.add(packet.destinationPort());
                waiting = false;
            }
        }
        return Set.copyOf(first);
    }

    private static Set<Integer> sums(List<List<Captured>> conversations, boolean client) {
        return conversations.stream()
                .map(c -> c.stream()
                        .filter(p -> p.source().equals(c.getFirst().source()) == client)
                        .mapToInt(Captured::ipLength)
                        .sum())
                .collect(Collectors.toSet());
    }

    private static List<List<Captured>> conversations(String name, long seed) throws IOException {
        Map<String, List<Captured>> all = new LinkedHashMap<>();
        packets(name, seed).stream()
                .filter(Captured::tcp)
                .forEach(packet -> all.computeIfAbsent(packet.conversation(), key -> new ArrayList<>())
                        .add(packet));
        return List.copyOf(all.values());
    }

    private static List<Captured> packets(String name, long seed) throws IOException {
        return Captured.fixture(name, new Settings(seed, Settings.DEFAULT.start()));
    }

    private static GroundTruth truth(String name) {
        return Fixtures.named(name).truth();
    }
}
