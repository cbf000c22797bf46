package io.wirecase.detection.tunnel;

import static io.wirecase.detection.testing.Carriers.echoes;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Scores;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.testing.Carriers;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Readings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcmpTunnelTest {

    private final IcmpTunnel detector = new IcmpTunnel(Networks.PRIVATE);

    @Test
    void repliesWithOtherPackedDataAreATunnelBetweenTheTwo() {
        List<BehaviourReading> readings = Readings.holding(detector, List.of(echoes(1, 200, 190, 195, 300, 7.9)));

        assertThat(readings).hasSize(1).first().satisfies(reading -> {
            assertThat(Scores.total(reading.findings())).isEqualTo(100);
            assertThat(reading.behaviour().technique()).isEqualTo("two-way");
            assertThat(reading.subject().host()).isEqualTo(IpAddress.of(FlowFixtures.CLIENT));
            assertThat(reading.subject().peer()).isEqualTo(IpAddress.of(Carriers.FAR_END));
            assertThat(reading.techniques()).extracting("id").containsExactly("T1095", "T1572");
            assertThat(Readings.measures(reading))
                    .containsEntry("unequalReplies", 190.0)
                    .containsEntry("unequalShare", 0.95)
                    .containsEntry("replyEntropy", 7.9);
        });
    }

    @Test
    void aTunnelOverManyShortFlowsAddsUp() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            flows.add(echoes(i, 2, 1, 1, 200, 7.0));
        }
        assertThat(Readings.holding(detector, flows))
                .hasSize(1)
                .first()
                .satisfies(reading -> assertThat(reading.behaviour().flows()).isEqualTo(12));
        assertThat(Readings.holding(detector, flows.subList(0, 9))).isEmpty();
    }

    @Test
    void ordinaryPingsOfAnySizeAndEntropyLeaveNoState() {
        List<Flow> pings = List.of(
                echoes(1, 100, 0, 0, 56, 5.8), echoes(2, 100, 0, 0, 1_400, 8.0), echoes(3, 4_000, 0, 0, 500, 0));

        assertThat(Readings.digests(detector, pings)).isZero();
    }

    @Test
    void repliesThatAHostBlanksOrAnswersWronglyNowAndThenAreNone() {
        // Zeroed replies have no entropy; a few wrong ones are no conversation; small ones carry nothing.
        assertThat(Readings.holding(detector, List.of(echoes(1, 100, 100, 0, 1_400, 0.3))))
                .isEmpty();
        assertThat(Readings.holding(detector, List.of(echoes(1, 1_000, 12, 0, 200, 7.0))))
                .isEmpty();
        assertThat(Readings.holding(detector, List.of(echoes(1, 100, 90, 0, 56, 5.0))))
                .isEmpty();
    }

    @Test
    void newDataInEveryRequestThatIsTrulyEchoedCarriesAFileOneWay() {
        assertThat(Readings.holding(detector, List.of(echoes(1, 200, 0, 190, 1_000, 7.5))))
                .hasSize(1)
                .first()
                .satisfies(reading -> {
                    assertThat(reading.behaviour().technique()).isEqualTo("one-way");
                    assertThat(Scores.total(reading.findings())).isEqualTo(50);
                });
        assertThat(Readings.holding(detector, List.of(echoes(1, 60, 0, 59, 1_000, 7.5))))
                .as("a short test of a line with random data")
                .isEmpty();
        assertThat(Readings.holding(detector, List.of(echoes(1, 5_000, 0, 400, 1_000, 7.5))))
                .as("two programs under one identifier now and then")
                .isEmpty();
    }

    @Test
    void partsOfAFlowThatGoesOnAndOtherMessagesTellNothing() {
        Flow part = FlowFixtures.flow()
                .icmp(echoes(1, 200, 190, 195, 300, 7.9).facts().icmp())
                .part(1, false)
                .build();
        Flow unreachable = FlowFixtures.flow().icmp(3, 1).build();

        assertThat(Readings.digests(detector, List.of(part, unreachable))).isZero();
    }
}
