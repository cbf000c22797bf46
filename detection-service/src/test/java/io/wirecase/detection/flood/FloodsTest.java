package io.wirecase.detection.flood;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Readings.holding;
import static io.wirecase.detection.testing.Readings.measures;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Behaviour.Role;
import io.wirecase.core.alert.Behaviour.RoleOf;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.tally.TallyDetector;
import io.wirecase.detection.tally.TallyRule;
import io.wirecase.detection.testing.Floods;
import io.wirecase.detection.testing.Scans;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloodsTest {

    private static final IpAddress VICTIM = IpAddress.of(Floods.VICTIM);
    private static final SynFlood SYN = new SynFlood(FloodLimits.DEFAULT, Networks.PRIVATE);
    private static final UdpFlood UDP = new UdpFlood(FloodLimits.DEFAULT, Networks.PRIVATE);
    private static final IcmpFlood ICMP = new IcmpFlood(FloodLimits.DEFAULT, Networks.PRIVATE);
    private static final Reflection REFLECTION = new Reflection(FloodLimits.DEFAULT, Networks.PRIVATE);

    private static List<BehaviourReading> found(TallyRule rule, List<Flow> flows) {
        return holding(new TallyDetector(rule), flows);
    }

    @Test
    void synsThatNobodyCompletesAreAFloodOfTheirVictim() {
        BehaviourReading reading = found(SYN, Floods.spoofedSyns(6_000, 200)).getFirst();
        assertThat(reading.subject().host()).isEqualTo(VICTIM);
        assertThat(reading.subject().type()).isEqualTo(Subject.Type.HOST);
        assertThat(reading.behaviour().technique()).isEqualTo("many-sources");
        assertThat(reading.behaviour().roles())
                .contains(new RoleOf(Role.VICTIM, VICTIM))
                .hasSize(9);
        assertThat(measures(reading)).containsEntry("openedInVain", 6_000.0).containsEntry("peakRate", 200.0);
        assertThat(measures(reading).get("sources")).isBetween(5_000.0, 7_000.0);
        assertThat(reading.techniques()).isNotEmpty();
    }

    @Test
    void aCrowdThatCompletesItsHandshakesIsNone() {
        assertThat(found(SYN, Floods.crowd(20_000, 500))).isEmpty();
    }

    @Test
    void whatABusyHostIsUsedToIsNoFloodAndAtAQuietOneItIs() {
        List<Flow> busy = Floods.spoofedSyns(8 * 60 * 40, 40);
        List<Flow> quiet = Floods.spoofedSyns(8 * 60, 1);
        List<Flow> rush = Floods.after(8 * 60 + 5, Floods.spoofedSyns(3_000, 200));
        assertThat(found(SYN, together(busy, rush))).isEmpty();
        BehaviourReading reading = found(SYN, together(quiet, rush)).getFirst();
        assertThat(measures(reading)).containsEntry("peakRate", 200.0);
        BehaviourReading flood = found(SYN, together(busy, Floods.after(8 * 60 + 5, Floods.spoofedSyns(9_000, 600))))
                .getFirst();
        assertThat(flood.behaviour().measures())
                .filteredOn(measure -> measure.name().equals("peakRate"))
                .allSatisfy(measure -> assertThat(measure.limit()).isBetween(390.0, 410.0));
    }

    @Test
    void aFloodThatGoesOnDoesNotBecomeUsual() {
        List<Flow> quiet = Floods.spoofedSyns(6 * 60, 1);
        List<Flow> flood = Floods.after(6 * 60, Floods.spoofedSyns(15 * 60 * 120, 120));
        assertThat(measures(found(SYN, together(quiet, flood)).getFirst())).containsEntry("peakRate", 120.0);
    }

    private static List<Flow> together(List<Flow> one, List<Flow> other) {
        List<Flow> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    @Test
    void aScanOfAllPortsIsNone() {
        assertThat(found(SYN, Scans.ports(5_000))).isEmpty();
    }

    @Test
    void aRetryStormOfOneClientIsNone() {
        List<Flow> retries = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            retries.add(flow().number(i)
                    .at(i * 200L)
                    .server(Floods.VICTIM, 8_443)
                    .refused()
                    .build());
        }
        assertThat(found(SYN, retries)).isEmpty();
    }

    @Test
    void datagramsToManyPortsAtARateAreAFloodWithItsOneSource() {
        BehaviourReading reading = found(UDP, Floods.datagrams(300, 200)).getFirst();
        assertThat(reading.subject().host()).isEqualTo(VICTIM);
        assertThat(reading.subject().peer()).isEqualTo(IpAddress.of("45.9.9.9"));
        assertThat(reading.behaviour().roles())
                .containsExactly(new RoleOf(Role.ATTACKER, IpAddress.of("45.9.9.9")), new RoleOf(Role.VICTIM, VICTIM));
    }

    @Test
    void aFloodIsFoundWhereverItBeginsBetweenTheSlotsOfItsCount() {
        for (int begins = 0; begins < 5_000; begins += 500) {
            List<Flow> streams = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                streams.add(flow().number(i)
                        .at(begins)
                        .lasting(12_000)
                        .transport(Transport.UDP)
                        .client("45.9.9.9", 41_000 + i)
                        .server(Floods.VICTIM, 5_004)
                        .sent(1_950, 124_800)
                        .answered(0, 0)
                        .build());
            }
            assertThat(found(UDP, streams)).as("begun after %d ms", begins).hasSize(1);
        }
    }

    @Test
    void aFilmAndACallAreNoFlood() {
        Flow call = flow().lasting(600_000)
                .transport(Transport.UDP)
                .server(Floods.VICTIM, 30_000)
                .sent(900_000, 900_000_000)
                .answered(800_000, 800_000_000)
                .build();
        assertThat(found(UDP, List.of(Floods.film(), call))).isEmpty();
    }

    @Test
    void echoRequestsAtARateAreAFloodThoughTheyAreAnswered() {
        assertThat(found(ICMP, List.of(Floods.pings(400, 30)))).hasSize(1);
        assertThat(found(ICMP, List.of(Floods.pings(10, 3_600)))).isEmpty();
    }

    @Test
    void largeAnswersToWhatNobodyAskedAreReflectionAtTheVictim() {
        BehaviourReading reading =
                found(REFLECTION, Floods.reflected(4_000, 200, 1_400)).getFirst();
        assertThat(reading.subject().host()).isEqualTo(VICTIM);
        assertThat(reading.behaviour().technique()).isEqualTo("at-victim");
        assertThat(measures(reading)).containsEntry("reflectors", 40.0);
    }

    @Test
    void answersOfOrdinarySizeInACaptureOfOneDirectionAreNone() {
        assertThat(found(REFLECTION, Floods.reflected(20_000, 500, 160))).isEmpty();
    }

    @Test
    void questionsAskedInSomebodysNameAreReflectionSeenAtTheReflector() {
        BehaviourReading reading =
                found(REFLECTION, Floods.reflecting(4_000, 200)).getFirst();
        assertThat(reading.behaviour().technique()).isEqualTo("at-reflector");
        assertThat(reading.behaviour().roles())
                .containsExactly(new RoleOf(Role.ATTACKER, VICTIM), new RoleOf(Role.VICTIM, IpAddress.of("45.9.9.9")));
    }
}
