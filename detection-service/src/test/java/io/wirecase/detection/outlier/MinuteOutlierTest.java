package io.wirecase.detection.outlier;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Scores;
import io.wirecase.core.flow.Activity.Minute;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.testing.Readings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinuteOutlierTest {

    /** The fixtures' start, a full hour. */
    private static final long FIRST = 1_744_441_200L / 60;

    private final MinuteOutlier detector = new MinuteOutlier();

    @Test
    void aMinuteWithAHundredTimesTheBytesOfTheOthersStandsApart() {
        List<Flow> flows = everyMinute(40);
        flows.add(flow().number(99).at(30 * 60_000L + 500).sent(5_000, 7L << 20).build());

        assertThat(Readings.holding(detector, flows)).hasSize(1).first().satisfies(reading -> {
            assertThat(Scores.total(reading.findings())).isEqualTo(10);
            assertThat(reading.techniques()).isEmpty();
            assertThat(reading.behaviour().technique()).isEqualTo("bytes");
            assertThat(reading.behaviour().firstNanos()).isEqualTo((FIRST + 30) * 60_000_000_000L);
            assertThat(Readings.measures(reading))
                    .containsEntry("outlierMinutes", 1.0)
                    .containsEntry("comparedMinutes", 40.0);
        });
    }

    @Test
    void manySmallPacketsInAMinuteStandApartByTheirNumber() {
        List<Flow> flows = everyMinute(40);
        flows.add(flow().number(99).at(30 * 60_000L + 500).sent(9_000, 0).build());

        assertThat(Readings.holding(detector, flows))
                .hasSize(1)
                .first()
                .satisfies(
                        reading -> assertThat(reading.behaviour().technique()).isEqualTo("packets"));
    }

    @Test
    void amongFewerThanTwentyMinutesNothingIsMeasurable() {
        List<Flow> flows = everyMinute(19);
        flows.add(flow().number(99).at(10 * 60_000L + 500).sent(5_000, 7L << 20).build());

        assertThat(Readings.holding(detector, flows)).isEmpty();
    }

    @Test
    void aBusyMinuteOfSmallNumbersIsNone() {
        List<Flow> flows = everyMinute(40);
        flows.add(flow().number(99).at(30 * 60_000L + 500).sent(900, 3L << 20).build());

        assertThat(Readings.holding(detector, flows)).isEmpty();
    }

    @Test
    void aFlowOfManyMinutesCountsInEachOfThemAndInEachBucket() {
        List<Minute> minutes = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            minutes.add(new Minute(FIRST + i, i == 30 ? 9_000 : 20, i == 30 ? 8L << 20 : 4_000));
        }
        Flow flow = flow().sent(5_000, 8L << 20)
                .minutes(minutes.toArray(Minute[]::new))
                .build();
        long buckets = minutes.stream()
                .map(minute -> Math.floorDiv(minute.minute(), 360L))
                .distinct()
                .count();

        assertThat(detector.read(flow)).hasSize((int) buckets);
        assertThat(Readings.holding(detector, List.of(flow))).hasSize(1);
    }

    private static List<Flow> everyMinute(int count) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(flow().number(i).at(i * 60_000L).sent(6, 300 + i).build());
        }
        return flows;
    }
}
