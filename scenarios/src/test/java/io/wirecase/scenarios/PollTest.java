package io.wirecase.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.GroundTruth.ExpectedPattern;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PollTest {
    private static final String DESK = "192.168.50.71";

    @Test
    void everyExchangeOfA1HasTheByteCountsOfItsTruthAtTheIpLayer() throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            Settings settings = new Settings(seed, Settings.DEFAULT.start());
            Collection<List<Captured>> exchanges = exchanges("A1", settings);
            ExpectedPattern truth = pattern("A1");

            assertThat(exchanges).hasSize(truth.exchanges());
            Set<Integer> sent = exchanges.stream().map(e -> bytes(e, true)).collect(Collectors.toSet());
            Set<Integer> received = exchanges.stream().map(e -> bytes(e, false)).collect(Collectors.toSet());
            assertThat(sent).isEqualTo(truth.clientBytes()).isEqualTo(Set.of(355, 419));
            assertThat(received).isEqualTo(truth.serverBytes()).isEqualTo(Set.of(405));
        }
    }

    @Test
    void theRequestHas87BytesAndTheReply189() throws IOException {
        for (List<Captured> exchange : exchanges("A1", Settings.DEFAULT)) {
            assertThat(message(exchange, true))
                    .hasSize(87)
                    .startsWith("GET / HTTP/1.1\r\nHost: connectivity-check.ubuntu.com\r\n")
                    .doesNotContain("User-Agent");
            assertThat(message(exchange, false))
                    .hasSize(189)
                    .startsWith("HTTP/1.1 204 No Content\r\nserver: nginx/1.1")
                    .contains("x-networkmanager-status: online", "x-cache-status: from content-cache-");
        }
    }

    @Test
    void theLookAlikeSendsAsManyBytesAndGetsABody() throws IOException {
        for (List<Captured> exchange : exchanges("A1-twin", Settings.DEFAULT)) {
            assertThat(message(exchange, true)).hasSize(87).doesNotContain("User-Agent");
            assertThat(message(exchange, false)).startsWith("HTTP/1.1 200 OK").matches("(?s).*\r\n\r\n[0-9a-f]{48}");
        }
    }

    @Test
    void theCheckWithoutANameIsA1LessItsHostLineAndItsLookups() throws IOException {
        ExpectedPattern truth = pattern("A1-nameless");
        Collection<List<Captured>> nameless = exchanges("A1-nameless", Settings.DEFAULT);

        assertThat(Captured.fixture("A1-nameless", Settings.DEFAULT)).noneMatch(Captured::udp);
        assertThat(nameless).hasSize(truth.exchanges()).allSatisfy(exchange -> {
            assertThat(message(exchange, true)).isEqualTo("GET / HTTP/1.1\r\nAccept: */*\r\nConnection: close\r\n\r\n");
            assertThat(message(exchange, false)).hasSize(189).doesNotContain("connectivity-check");
        });
        assertThat(nameless.stream().map(e -> bytes(e, true)).collect(Collectors.toSet()))
                .isEqualTo(truth.clientBytes());
        assertThat(nameless.stream().map(e -> bytes(e, false)).collect(Collectors.toSet()))
                .isEqualTo(truth.serverBytes());
    }

    @Test
    void beatsAre300SecondsApartButForTheMissedOnes() throws IOException {
        List<Long> starts = exchanges("A1", Settings.DEFAULT).stream()
                .map(exchange -> exchange.getFirst().time())
                .toList();
        List<Long> beats = new ArrayList<>();
        for (int i = 1; i < starts.size(); i++) {
            double gap = (starts.get(i) - starts.get(i - 1)) / 1e6;
            long steps = Math.round(gap / 300);
            assertThat(gap).isBetween(steps * 300 - 0.2, steps * 300 + 0.2);
            beats.add(steps);
        }

        assertThat(beats.stream().mapToLong(Long::longValue).sum() + 1 - starts.size())
                .isEqualTo(pattern("A1").missed());
        assertThat(starts.size()).isGreaterThan(100);
    }

    @Test
    void a1GoesOnlyToAddressesTheResolverGave() throws IOException {
        assertThat(unresolved("A1")).isEmpty();
        assertThat(unresolved("A1-evil-body")).isEmpty();
        assertThat(unresolved("A1-evil-address")).containsExactly("203.0.113.77");
    }

    @Test
    void theTwelveAddressesAreAllAnswered() throws IOException {
        assertThat(Captured.fixture("A1", Settings.DEFAULT).stream()
                        .filter(packet -> packet.udp() && packet.sourcePort() == 53))
                .isNotEmpty()
                .allSatisfy(packet -> assertThat(answered(packet)).hasSize(12));
    }

    @Test
    void eachEvilVariantTurnsAtExchange40() throws IOException {
        assertThat(firstOdd("A1-evil-body")).isEqualTo(40);
        assertThat(firstOdd("A1-evil-post")).isEqualTo(40);
        assertThat(firstOdd("A1-evil-address")).isEqualTo(40);
        assertThat(pattern("A1-evil-post").turnsAtExchange()).hasValue(40);
    }

    private static int firstOdd(String name) throws IOException {
        int n = 0;
        for (List<Captured> exchange : exchanges(name, Settings.DEFAULT)) {
            boolean asEver = message(exchange, true).startsWith("GET ")
                    && message(exchange, true).length() == 87
                    && message(exchange, false).length() == 189
                    && !exchange.getFirst().destination().equals("203.0.113.77");
            if (!asEver) {
                return n;
            }
            n++;
        }
        return -1;
    }

    private static Set<String> unresolved(String name) throws IOException {
        Set<String> known = new HashSet<>();
        Set<String> unknown = new HashSet<>();
        for (Captured packet : Captured.fixture(name, Settings.DEFAULT)) {
            if (packet.udp() && packet.sourcePort() == 53) {
                known.addAll(answered(packet));
            } else if (packet.syn() && !known.contains(packet.destination())) {
                unknown.add(packet.destination());
            }
        }
        return unknown;
    }

    /** Addresses of an answer: sixteen bytes a record, at the end of the packet. */
    private static List<String> answered(Captured packet) {
        List<String> addresses = new ArrayList<>();
        int records = packet.u16(48);
        int end = 14 + packet.ipLength();
        for (int i = 0; i < records; i++) {
            int at = end - (records - i) * 16 + 12;
            addresses.add(packet.u8(at) + "." + packet.u8(at + 1) + "." + packet.u8(at + 2) + "." + packet.u8(at + 3));
        }
        return addresses;
    }

    private static Collection<List<Captured>> exchanges(String name, Settings settings) throws IOException {
        Map<String, List<Captured>> byConversation = new LinkedHashMap<>();
        Captured.fixture(name, settings).stream()
                .filter(Captured::tcp)
                .forEach(packet -> byConversation
                        .computeIfAbsent(packet.conversation(), key -> new ArrayList<>())
                        .add(packet));
        return byConversation.values();
    }

    private static int bytes(List<Captured> exchange, boolean client) {
        return exchange.stream()
                .filter(packet -> packet.source().equals(DESK) == client)
                .mapToInt(Captured::ipLength)
                .sum();
    }

    private static String message(List<Captured> exchange, boolean client) {
        return exchange.stream()
                .filter(packet -> packet.source().equals(DESK) == client)
                .map(Captured::text)
                .collect(Collectors.joining());
    }

    private static ExpectedPattern pattern(String name) {
        return Fixtures.named(name).truth().patterns().getFirst();
    }
}
