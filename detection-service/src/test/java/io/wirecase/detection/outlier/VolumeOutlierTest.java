package io.wirecase.detection.outlier;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Scores;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VolumeOutlierTest {

    private static final long LARGE = 5L << 20;

    private final VolumeOutlier detector = new VolumeOutlier(Networks.PRIVATE);

    @Test
    void oneFlowThatSendsAThousandTimesWhatItsLikeSendStandsApart() {
        List<Flow> flows = reports(40);
        flows.add(to("213.139.38.17", 99, LARGE, 400));

        assertThat(Readings.holding(detector, flows)).hasSize(1).first().satisfies(reading -> {
            assertThat(reading.behaviour().technique()).isEqualTo("sent");
            assertThat(Scores.total(reading.findings())).isEqualTo(50);
            assertThat(reading.techniques()).isEmpty();
            assertThat(reading.subject().host()).isEqualTo(IpAddress.of(FlowFixtures.CLIENT));
            assertThat(reading.subject().peer()).isEqualTo(IpAddress.of("213.139.38.17"));
            assertThat(reading.behaviour().firstNanos())
                    .isEqualTo(flows.getLast().span().startNanos());
            assertThat(Readings.measures(reading))
                    .containsEntry("outlierFlows", 1.0)
                    .containsEntry("flowPayload", (double) LARGE)
                    .containsEntry("comparedFlows", 41.0);
        });
    }

    @Test
    void whatWasReceivedCountsLess() {
        List<Flow> flows = reports(40);
        flows.add(to("213.139.38.17", 99, 2_000, LARGE));

        assertThat(Readings.holding(detector, flows)).hasSize(1).first().satisfies(reading -> {
            assertThat(reading.behaviour().technique()).isEqualTo("received");
            assertThat(Scores.total(reading.findings())).isEqualTo(10);
        });
    }

    @Test
    void amongFewerThanTwentyFlowsNothingIsMeasurable() {
        List<Flow> flows = reports(18);
        flows.add(to("213.139.38.17", 99, LARGE, 400));

        assertThat(Readings.holding(detector, flows)).isEmpty();
    }

    @Test
    void aFlowToAnotherEntityOrPortIsNotComparedWithThese() {
        List<Flow> flows = reports(40);
        flows.add(to("198.51.100.9", 98, LARGE, 400));
        flows.add(
                flow().number(99).server("213.139.38.17", 22).sent(4_000, LARGE).build());

        assertThat(Readings.holding(detector, flows)).isEmpty();
    }

    @Test
    void oneNameWithManyAddressesIsOneEntity() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            flows.add(flow().number(i)
                    .at(i * 1_000L)
                    .server("213.139.38." + i, 443)
                    .sent(9, i == 20 ? LARGE : 2_000)
                    .resolved("n" + i + ".paper-and-pens.example")
                    .build());
        }
        assertThat(Readings.holding(detector, flows)).hasSize(1);
    }

    @Test
    void smallNumbersNeverStandApartHoweverManyTimesTheOthers() {
        List<Flow> flows = reports(40);
        flows.add(to("213.139.38.17", 99, 1_000_000, 400));

        assertThat(Readings.holding(detector, flows)).isEmpty();
    }

    @Test
    void downloadsThatSpreadOverPowersOfTenAreOrdinary() {
        SplittableRandom chance = new SplittableRandom(8);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long bytes = (long) Math.exp(6 + 10 * chance.nextDouble());
            flows.add(to("151.101.2.132", i, 600, bytes));
        }
        assertThat(Readings.holding(detector, flows)).isEmpty();
    }

    @Test
    void beyondTheCapsAFairSampleIsKeptAndCounted() {
        VolumeState state = detector.fresh();
        for (int i = 0; i < 2_000; i++) {
            detector.read(to("10." + i / 250 + ".7." + i % 250, i, 10, 10)).forEach(one -> state.add(one.value()));
        }
        assertThat(state.kept()).isLessThanOrEqualTo(VolumeLimits.DEFAULT.maxGroups());
        assertThat(state.groups()).isBetween(1_000L, 4_000L);
        assertThat(state.bytes().length).isLessThan(20_000);
    }

    @Test
    void anOutlierThatOthersJoinedIsNoneAnyMore() {
        List<Flow> flows = reports(30);
        for (int i = 0; i < 60; i++) {
            flows.add(to("213.139.38.17", 100 + i, LARGE, 400));
        }
        VolumeState state = detector.fresh();
        flows.forEach(flow -> detector.read(flow).forEach(one -> state.add(one.value())));
        BehaviourReading reading = detector.read(
                new BehaviourKey("s", VolumeOutlier.CODE, IpAddress.of(FlowFixtures.CLIENT), "", 20_000, 0), state);

        assertThat(reading.holds()).isFalse();
        assertThat(reading.findings()).hasSize(1);
    }

    private static List<Flow> reports(int count) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(to("213.139.38.17", i, 2_000 + i * 37L % 900, 400));
        }
        return flows;
    }

    private static Flow to(String server, int number, long sent, long received) {
        return flow().number(number)
                .at(number * 60_000L)
                .server(server, 443)
                .sent(9, sent)
                .answered(9, received)
                .build();
    }
}
