package io.wirecase.detection.timing;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Readings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BeaconTest {

    private static final String SERVER = "185.234.72.19";

    private final Beacon detector = new Beacon(Networks.PRIVATE);

    @Test
    void aCallEveryFiveMinutesThatJittersIsABeaconOfFewPoints() {
        BehaviourReading reading = only(calls(40, 0.2, UnaryOperator.identity()));

        assertThat(reading.code()).isEqualTo("beacon");
        assertThat(reading.subject().host()).isEqualTo(IpAddress.of(FlowFixtures.CLIENT));
        assertThat(reading.subject().peer()).isEqualTo(IpAddress.of(SERVER));
        assertThat(reading.behaviour().technique()).isEqualTo("sleeping");
        Map<String, Double> measures = Readings.measures(reading);
        assertThat(measures.get("period")).isCloseTo(300, within(15.0));
        assertThat(measures.get("chance")).isLessThan(1e-4);
        assertThat(measures).containsEntry("starts", 40.0).containsKeys("periodLow", "periodHigh", "jitter", "missed");
        assertThat(Scores.total(reading.findings())).isLessThanOrEqualTo(30);
    }

    @Test
    void whatMakesItLessOrdinaryIsAddedApart() {
        BehaviourReading plain = only(calls(
                40, 0.2, one -> one.resolved("status.example.net").sent(4, 200 + Math.abs(one.hashCode() % 3_000))));
        BehaviourReading odd = only(calls(40, 0.2, one -> one.sent(4, 417)));

        assertThat(plain.findings()).hasSize(1);
        assertThat(Scores.total(plain.findings())).isEqualTo(10);
        assertThat(odd.findings())
                .extracting(Finding::description)
                .containsExactly(
                        "Flows to one destination keep a period",
                        "The destination is outside, and nobody asked for its name",
                        "The host sends about the same amount each time");
    }

    @Test
    void addressesOfOneNameAreOneDestination() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            flows.add(call(i, i * 300_000L)
                    .server("91.189.91." + i % 6, 80)
                    .resolved("connectivity-check.ubuntu.com")
                    .build());
        }
        assertThat(Readings.holding(detector, flows)).hasSize(1);
    }

    @Test
    void randomCallsAreNone() {
        SplittableRandom random = new SplittableRandom(4);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            flows.add(call(i, random.nextLong(24 * 3_600_000L)).build());
        }
        assertThat(Readings.holding(detector, flows)).isEmpty();
    }

    @Test
    void partsOfAPageThatLoadOneAfterTheOtherAreNone() {
        List<Flow> page = new ArrayList<>();
        List<Flow> polls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            page.add(call(i, i * 1_500L).build());
            polls.add(call(i, i * 15_000L).build());
        }
        assertThat(Readings.holding(detector, page)).isEmpty();
        assertThat(Readings.holding(detector, polls)).hasSize(1);
    }

    @Test
    void halfOfTheBeatsMissedHideNoBeacon() {
        SplittableRandom random = new SplittableRandom(9);
        int found = 0;
        for (int series = 0; series < 20; series++) {
            List<Flow> flows = new ArrayList<>();
            long at = 0;
            while (flows.size() < 60) {
                at += (long) (300_000 * random.nextDouble(0.7, 1.3));
                if (random.nextBoolean()) {
                    flows.add(call(flows.size(), at).build());
                }
            }
            SeriesState state = detector.fresh();
            flows.forEach(flow -> detector.read(flow).forEach(digest -> state.add(digest.value())));
            BehaviourKey key = new BehaviourKey("s", "beacon", flows.getFirst().originator(), "", 0, 0);
            found += detector.plausible(state) && detector.read(key, state).holds() ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(17);
    }

    @Test
    void attemptsThatFailAreNoBeaconHoweverRegular() {
        assertThat(Readings.holding(detector, calls(40, 0, FlowFixtures::refused)))
                .isEmpty();
        assertThat(Readings.holding(detector, calls(40, 0, FlowFixtures::silent)))
                .isEmpty();
    }

    @Test
    void timeClientsPollByDesign() {
        List<Flow> polls = calls(
                40, 0, one -> one.transport(Transport.UDP).server(SERVER, 123).application(Found.DECODED, "NTP"));
        assertThat(Readings.holding(detector, polls)).isEmpty();
    }

    @Test
    void fiveCallsAreTooFew() {
        assertThat(Readings.holding(detector, calls(5, 0, UnaryOperator.identity())))
                .isEmpty();
    }

    @Test
    void aPeriodThatChangesIsSaidToHaveChanged() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            long at = i < 40 ? i * 60_000L : 40 * 60_000L + (i - 40) * 300_000L;
            flows.add(call(i, at + i % 3 * 200L).build());
        }
        BehaviourReading reading = only(flows);

        assertThat(reading.code()).isEqualTo("periodicity_changed");
        assertThat(Readings.measures(reading).get("periodBefore")).isCloseTo(60, within(1.0));
        assertThat(Readings.measures(reading).get("period")).isCloseTo(300, within(3.0));
    }

    @Test
    void aSteadyPeriodWithMissedBeatsHasNotChanged() {
        SplittableRandom random = new SplittableRandom(6);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            if (random.nextInt(10) >= 3) {
                flows.add(call(i, i * 60_000L + random.nextLong(2_000)).build());
            }
        }
        assertThat(only(flows).code()).isEqualTo("beacon");
    }

    @Test
    void whatStopsToBeRegularDoesNotHoldAnyMore() {
        List<Flow> flows = new ArrayList<>(calls(12, 0.05, UnaryOperator.identity()));
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 300; i++) {
            flows.add(
                    call(100 + i, 4_000_000L + random.nextLong(20 * 3_600_000L)).build());
        }
        assertThat(Readings.holding(detector, flows)).isEmpty();
    }

    @Test
    void theStateIsTheSameInAnyOrderAndBounded() {
        List<Flow> flows = new ArrayList<>(calls(900, 0.3, UnaryOperator.identity()));
        SeriesState inOrder = folded(flows);
        Collections.shuffle(flows, new Random(3));
        SeriesState shuffled = folded(flows);
        BehaviourKey key = new BehaviourKey("s", Beacon.CODE, IpAddress.of(FlowFixtures.CLIENT), "d", 1, 0);

        assertThat(shuffled.bytes()).isEqualTo(inOrder.bytes());
        assertThat(detector.read(key, shuffled)).isEqualTo(detector.read(key, inOrder));
        assertThat(inOrder.starts()).hasSize(SeriesState.MAX_STARTS);
        assertThat(inOrder.flows()).isEqualTo(900);
        assertThat(inOrder.bytes().length).isLessThan(9_000);
        assertThat(detector.stored(inOrder.bytes()).bytes()).isEqualTo(inOrder.bytes());
    }

    private SeriesState folded(List<Flow> flows) {
        SeriesState state = detector.fresh();
        flows.forEach(flow -> detector.read(flow).forEach(one -> state.add(one.value())));
        return state;
    }

    private BehaviourReading only(List<Flow> flows) {
        List<BehaviourReading> found = Readings.holding(detector, flows);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Flow> calls(int count, double jitter, UnaryOperator<FlowFixtures> more) {
        SplittableRandom random = new SplittableRandom(11);
        List<Flow> flows = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < count; i++) {
            flows.add(more.apply(call(i, (long) at)).build());
            at += 300_000 * (1 - jitter + 2 * jitter * random.nextDouble());
        }
        return flows;
    }

    private static FlowFixtures call(int number, long millis) {
        return flow().number(number + 1).at(millis).server(SERVER, 443);
    }
}
