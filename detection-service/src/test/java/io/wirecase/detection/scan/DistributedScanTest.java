package io.wirecase.detection.scan;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Readings.holding;
import static io.wirecase.detection.testing.Readings.measures;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.testing.Floods;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistributedScanTest {

    private static final DistributedScan DETECTOR = new DistributedScan(DistributedLimits.DEFAULT, Networks.PRIVATE);

    /** Sources that work off a list of ports together, nearly all closed. */
    private static List<Flow> shared(int sources, int portsOfOne) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < sources * portsOfOne; i++) {
            var one = flow().number(i)
                    .at(i * 500L)
                    .client(Floods.source(i % sources), 40_000 + i)
                    .server(Floods.VICTIM, 1_000 + i);
            flows.add((i % 20 == 0 ? one.emptyHanded() : i % 2 == 0 ? one.refused() : one.silent()).build());
        }
        return flows;
    }

    @Test
    void portsWorkedOffByManySourcesAreOneScanOfTheirVictim() {
        BehaviourReading reading = holding(DETECTOR, shared(20, 4)).getFirst();
        assertThat(reading.code()).isEqualTo("distributed_scan");
        assertThat(reading.subject().host()).isEqualTo(IpAddress.of(Floods.VICTIM));
        assertThat(measures(reading))
                .containsEntry("sources", 20.0)
                .containsEntry("distinctPorts", 80.0)
                .containsEntry("portsOfOneSource", 4.0);
        assertThat(reading.behaviour().roles()).hasSize(9);
    }

    @Test
    void madeUpSourcesOfAFloodAndTheNoiseOfTheInternetAreNone() {
        assertThat(holding(DETECTOR, shared(500, 1))).isEmpty();
        assertThat(holding(DETECTOR, Floods.spoofedSyns(2_000, 100))).isEmpty();
    }

    @Test
    void aCrowdAndAFewClientsAreNone() {
        assertThat(holding(DETECTOR, Floods.crowd(3_000, 100))).isEmpty();
        assertThat(holding(DETECTOR, shared(5, 12))).isEmpty();
    }

    @Test
    void aStateIsTheSameInEveryOrderAndCutAndSmall() {
        List<Flow> flows = new ArrayList<>(shared(3_000, 3));
        byte[] whole = fold(flows).bytes();
        Random chance = new Random(6);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(flows, chance);
            int cut = chance.nextInt(flows.size());
            Sources first = fold(flows.subList(0, cut));
            first.join(DETECTOR.stored(fold(flows.subList(cut, flows.size())).bytes()));
            assertThat(first.bytes()).isEqualTo(whole);
        }
        assertThat(whole.length).isLessThan(8_000);
    }

    private static Sources fold(List<Flow> flows) {
        Sources state = DETECTOR.fresh();
        flows.forEach(flow -> DETECTOR.read(flow).forEach(digest -> state.add(digest.value())));
        return state;
    }
}
