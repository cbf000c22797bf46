package io.wirecase.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tunnels, volumes and their look-alikes, over some seeds: what separates them is in the bytes. */
final class CarriersTest {
    private static final String DESK = "192.168.50.71";
    private static final int SEEDS = 5;
    private static final int DATA = 42;

    @Test
    void everyReplyOfTheTunnelHoldsOtherDataThanItsRequest() throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Map<String, byte[]> asked = new HashMap<>();
            int replies = 0;
            for (Captured packet : read("C1-icmp-tunnel", seed)) {
                byte[] before = asked.put(number(packet), data(packet));
                if (packet.u8(34) == 0) {
                    replies++;
                    assertThat(data(packet)).isNotEqualTo(before);
                }
            }
            assertThat(replies).isEqualTo(240);
            assertThat(asked.values()).anyMatch(data -> data.length > 500);
        }
    }

    @Test
    void everyReplyToAPingHoldsItsRequestsDataOrTheirBeginning() throws IOException {
        Map<String, byte[]> asked = new HashMap<>();
        Set<Integer> sizes = new HashSet<>();
        for (Captured packet : read("C1-ping", 1)) {
            byte[] data = data(packet);
            if (packet.u8(34) == 8) {
                asked.put(packet.source() + packet.destination() + number(packet), data);
                sizes.add(data.length);
            } else {
                byte[] request = asked.get(packet.destination() + packet.source() + number(packet));
                assertThat(request).isNotNull().startsWith(data);
            }
        }
        assertThat(sizes).contains(32, 56, 500, 1_400, 1_472).hasSizeGreaterThan(100);
    }

    @Test
    void theTunnelsNamesAreAllDifferentAndTheirAnswersToo() throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Set<String> questions = new HashSet<>();
            Set<String> answers = new HashSet<>();
            Set<Integer> ports = new HashSet<>();
            for (Captured packet : read("C2-dns-tunnel", seed)) {
                if (packet.source().equals(DESK)) {
                    ports.add(packet.sourcePort());
                    questions.add(new String(payload(packet), StandardCharsets.ISO_8859_1));
                } else {
                    byte[] answer = payload(packet);
                    answers.add(new String(
                            Arrays.copyOfRange(answer, answer.length - 80, answer.length),
                            StandardCharsets.ISO_8859_1));
                }
            }
            assertThat(questions).hasSize(420).allMatch(asked -> asked.contains("quiet-harbor"));
            assertThat(answers).hasSize(420);
            assertThat(ports).hasSize(121);
        }
    }

    @Test
    void theLookAlikesAskAsManyLongNames() throws IOException {
        long longQuestions = read("C2-cdn-names", 1).stream()
                .filter(packet -> packet.source().equals(DESK) && payload(packet).length > 50)
                .count();

        assertThat(longQuestions).isGreaterThan(420);
    }

    @Test
    void oneOfSixtyReportsSendsAThousandTimesWhatTheOthersSend() throws IOException {
        for (long seed = 1; seed <= 2; seed++) {
            Map<String, Integer> sent = new HashMap<>();
            for (Captured packet : read("C3-volume", seed)) {
                if (packet.tcp() && packet.source().equals(DESK)) {
                    sent.merge(packet.conversation(), packet.tcpPayload().length, Integer::sum);
                }
            }
            List<Integer> sorted = sent.values().stream().sorted().toList();
            assertThat(sorted).hasSize(60);
            assertThat(sorted.get(58)).isLessThan(8_000);
            assertThat(sorted.getLast()).isGreaterThan(6 << 20);
        }
    }

    @Test
    void eachLookAlikeForbidsWhatItsTwinDemands() {
        for (String tunnel : List.of("C1-icmp-tunnel", "C2-dns-tunnel", "C3-volume")) {
            assertThat(Fixtures.named(tunnel).truth().codes().get(DESK)).isNotEmpty();
        }
        for (String twin : List.of("C1-ping", "C2-cdn-names")) {
            assertThat(Fixtures.named(twin).truth().codes()).isEmpty();
            assertThat(Fixtures.named(twin).truth().absent()).contains("icmp_tunnel", "dns_tunnel", "volume_outlier");
        }
    }

    private static List<Captured> read(String name, long seed) throws IOException {
        return Captured.fixture(name, new Settings(seed, Settings.DEFAULT.start()));
    }

    private static String number(Captured packet) {
        return packet.u16(38) + "/" + packet.u16(40);
    }

    private static byte[] data(Captured packet) {
        return Arrays.copyOfRange(packet.frame(), DATA, 14 + packet.ipLength());
    }

    private static byte[] payload(Captured packet) {
        return Arrays.copyOfRange(packet.frame(), DATA, 14 + packet.ipLength());
    }
}
