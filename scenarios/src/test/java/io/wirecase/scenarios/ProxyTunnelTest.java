package io.wirecase.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.GroundTruth;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A2-tunnel over twenty seeds: what makes a tunnel one is in the packets. */
final class ProxyTunnelTest {
    private static final String PHONE = "192.168.50.189";
    private static final String TARGET = "relay.copper-finch.example";
    private static final GroundTruth TRUTH = Fixtures.named("A2-tunnel").truth();
    private static final long MICROS = 1_000_000;

    @Test
    void eachSessionConnectsToTheForeignNameOnPort80AndTlsFollowsInTheSameConnection() throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(sessions(packets(seed))).hasSize(12).allSatisfy(session -> {
                assertThat(session.getFirst().destination()).isEqualTo("17.253.73.203");
                assertThat(session.getFirst().destinationPort()).isEqualTo(80);
                String asked = text(session, true);
                assertThat(asked).startsWith("CONNECT " + TARGET + ":443 HTTP/1.1\r\nHost: " + TARGET + ":443\r\n");
                assertThat(asked).contains("\r\n\r\n\u0016\u0003\u0001", "\0" + (char) TARGET.length() + TARGET);
                assertThat(text(session, false))
                        .startsWith("HTTP/1.1 200 Connection established\r\n\r\n\u0016\u0003\u0003");
            });
        }
        assertThat(TRUTH.patterns().getFirst().exchanges()).isEqualTo(12);
    }

    @Test
    void thePhoneSendsManyTimesWhatItReceivesAndASessionLasts() throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(sessions(packets(seed))).allSatisfy(session -> {
                assertThat(text(session, true).length())
                        .isGreaterThan(8 * text(session, false).length());
                assertThat(session.getLast().time() - session.getFirst().time()).isGreaterThan(40 * MICROS);
            });
        }
    }

    @Test
    void nothingElseOfThePhoneHappensAMinuteBeforeOrAfterASession() throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            List<Captured> packets = packets(seed);
            for (List<Captured> session : sessions(packets)) {
                long from = session.getFirst().time() - 60 * MICROS;
                long until = session.getLast().time() + 60 * MICROS;
                assertThat(packets.stream()
                                .filter(p -> p.time() >= from && p.time() <= until && p.ip4())
                                .filter(p -> p.source().equals(PHONE)
                                        || p.destination().equals(PHONE)))
                        .isSubsetOf(session);
            }
        }
    }

    @Test
    void nobodyAsksDnsForTheTargetAndOthersOfTheNetworkHaveNothingToDoWithIt() throws IOException {
        List<Captured> packets = packets(1);

        assertThat(packets.stream().filter(p -> p.udp()))
                .isNotEmpty()
                .noneMatch(p -> new String(p.frame(), StandardCharsets.ISO_8859_1).contains("copper-finch"));
        assertThat(packets.stream().filter(Captured::syn).map(Captured::source).distinct())
                .hasSize(3);
        assertThat(packets.stream().filter(p -> p.syn() && !p.source().equals(PHONE)))
                .isNotEmpty()
                .noneMatch(p -> p.destination().startsWith("17."));
        assertThat(packets.stream().filter(Captured::syn))
                .hasSize(TRUTH.tcpConnections().orElseThrow());
    }

    @Test
    void whatThePhoneDoesBesideIsA2() throws IOException {
        List<String> beside = payloads(packets(1).stream()
                .filter(p ->
                        p.tcp() && (p.source().equals(PHONE) || p.destination().equals(PHONE)))
                .filter(p -> p.sourcePort() == 443 || p.destinationPort() == 443));
        List<String> a2 = payloads(Captured.fixture("A2", Settings.DEFAULT).stream()
                .filter(p -> p.tcp() && (p.sourcePort() == 443 || p.destinationPort() == 443)));

        assertThat(beside).isNotEmpty().isEqualTo(a2);
        assertThat(TRUTH.patterns()).containsAll(Fixtures.named("A2").truth().patterns());
    }

    private static List<String> payloads(Stream<Captured> packets) {
        return packets.map(Captured::text).toList();
    }

    private static String text(List<Captured> session, boolean client) {
        return session.stream()
                .filter(p -> p.source().equals(PHONE) == client)
                .map(Captured::text)
                .collect(Collectors.joining());
    }

    private static List<List<Captured>> sessions(List<Captured> packets) {
        Map<String, List<Captured>> all = packets.stream()
                .filter(Captured::tcp)
                .collect(Collectors.groupingBy(Captured::conversation, LinkedHashMap::new, Collectors.toList()));
        return all.values().stream()
                .filter(conversation -> text(conversation, true).startsWith("CONNECT "))
                .toList();
    }

    private static List<Captured> packets(long seed) throws IOException {
        return Captured.fixture("A2-tunnel", new Settings(seed, Settings.DEFAULT.start()));
    }
}
