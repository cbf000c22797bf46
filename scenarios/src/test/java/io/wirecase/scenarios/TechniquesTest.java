package io.wirecase.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B2 and B3: what is on the wire is what the labels say. */
final class TechniquesTest {
    private static final String MACHINE = "192.168.153.154";
    private static final int SYN_ACK = 0x12;

    @ParameterizedTest
    @CsvSource({"B2-null,0", "B2-fin,1", "B2-xmas,41", "B2-ack,16", "B2-maimon,17", "B2-syn,2", "B2-connect,2"})
    void everyTargetIsProbedOnceWithTheFlagsOfTheTechnique(String name, int flags) throws IOException {
        for (long seed = 1; seed <= 5; seed++) {
            List<Captured> packets = Captured.fixture(name, new Settings(seed, Settings.DEFAULT.start()));
            List<Captured> probes = packets.stream()
                    .filter(packet -> packet.source().equals(MACHINE) && packet.flags() == flags)
                    .toList();

            assertThat(probes).hasSize(120);
            assertThat(probes.stream().map(p -> p.destination() + ":" + p.destinationPort()))
                    .doesNotHaveDuplicates();
            assertThat(packets.getLast().time() - packets.getFirst().time()).isLessThan(31_000_000);
        }
    }

    @Test
    void onlyTheConnectScanCompletesTheHandshakesThatAreAccepted() throws IOException {
        for (String name : List.of("B2-syn", "B2-connect")) {
            List<Captured> packets = Captured.fixture(name, Settings.DEFAULT);
            long acknowledged = packets.stream()
                    .filter(packet -> packet.source().equals(MACHINE) && packet.flags() == 0x10)
                    .count();

            assertThat(packets.stream().filter(packet -> packet.flags() == SYN_ACK))
                    .hasSize(4);
            assertThat(acknowledged).isEqualTo(name.equals("B2-connect") ? 4 : 0);
        }
    }

    @Test
    void straysHoldNoSynAndNoPayloadAndTheirTruthIsSilence() throws IOException {
        List<Captured> packets = Captured.fixture("B2-strays", Settings.DEFAULT);

        assertThat(packets).hasSizeGreaterThan(150).allSatisfy(packet -> {
            assertThat(packet.flags() & 0x02).isZero();
            assertThat(packet.tcpPayload()).isEmpty();
        });
        assertThat(Fixtures.named("B2-strays").truth().absent()).contains("vertical_scan", "horizontal_scan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"B3-arp-conflict", "B3-arp-announce"})
    void claimsAreArpAloneAndOneStationOnlyOfTheConflictPushesThem(String name) throws IOException {
        List<Captured> packets = Captured.fixture(name, Settings.DEFAULT);
        Map<Boolean, Long> byThird = packets.stream()
                .collect(Collectors.partitioningBy(
                        packet -> packet.u16(6) == 0x0216 && packet.u8(11) == 0x99, Collectors.counting()));

        assertThat(packets).allSatisfy(packet -> assertThat(packet.u16(12)).isEqualTo(0x0806));
        assertThat(byThird.get(true)).isEqualTo(name.equals("B3-arp-conflict") ? 840 : 0);
        assertThat(byThird.get(false)).isGreaterThan(100);
    }
}
