package io.wirecase.detection.timing;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Scores;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongConnectionTest {

    private static final long HOUR = 3_600_000;

    private final LongConnection detector = new LongConnection(Networks.PRIVATE);

    @Test
    void aFlowOfFiveHoursToTheOutsideIsAFactOfTenPoints() {
        BehaviourReading reading = Readings.holding(detector, List.of(lasting(1, 5 * HOUR), lasting(2, HOUR)))
                .getFirst();

        assertThat(reading.code()).isEqualTo("long_connection");
        assertThat(Scores.total(reading.findings())).isEqualTo(10);
        assertThat(Readings.measures(reading))
                .containsEntry("duration", 18_000.0)
                .containsEntry("longFlows", 1.0);
    }

    @Test
    void aFlowIsSeenWhileItLastsAndCountsOnceHoweverManyParts() {
        Flow part = call(1, 5 * HOUR).part(1, false).build();
        Flow whole = call(1, 9 * HOUR).part(2, true).build();

        assertThat(Readings.holding(detector, List.of(part))).hasSize(1);
        assertThat(Readings.holding(detector, List.of(whole, part)))
                .first()
                .satisfies(reading -> assertThat(Readings.measures(reading))
                        .containsEntry("duration", 32_400.0)
                        .containsEntry("longFlows", 1.0));
    }

    @Test
    void anHourAndConnectionsWithinTheSiteAndSilentOnesAreNone() {
        assertThat(Readings.holding(detector, List.of(lasting(1, HOUR)))).isEmpty();
        assertThat(Readings.holding(
                        detector,
                        List.of(call(2, 9 * HOUR).server("192.168.50.2", 5432).build())))
                .isEmpty();
        assertThat(Readings.holding(detector, List.of(call(3, 9 * HOUR).silent().build())))
                .isEmpty();
    }

    private static Flow lasting(int number, long millis) {
        return call(number, millis).build();
    }

    private static FlowFixtures call(int number, long millis) {
        return flow().number(number).server("198.51.100.9", 443).lasting(millis);
    }
}
