package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What takes its time: scans of a few targets at once, and tries of one target over and over. */
class PatientTopologyTest {

    /** One target a minute, nearly all closed. */
    private static List<Flow> slow(int targets) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            flows.add(FlowFixtures.flow()
                    .number(i)
                    .at(i * 60_000L)
                    .server("10.20.0.9", 1_000 + i * 37 % 5_000)
                    .refused()
                    .build());
        }
        return flows;
    }

    private static List<Flow> retries(int count, long everyMillis) {
        return retries(count, everyMillis, 0);
    }

    private static List<Flow> retries(int count, long everyMillis, long fromMillis) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(FlowFixtures.flow()
                    .number(10_000 + i)
                    .at(fromMillis + i * everyMillis)
                    .client("10.20.0.5", 40_000 + i % 20_000)
                    .server("10.20.0.80", 8_443)
                    .refused()
                    .build());
        }
        return flows;
    }

    private static List<Alert> behaviours(List<Flow> flows) {
        try (Bench bench = new Bench(1)) {
            bench.flows(flows, 20);
            bench.end(flows.getFirst(), flows.size());
            return bench.read().scans();
        }
    }

    @Test
    void aTargetAMinuteIsASlowScanWithinFortyTargets() {
        List<Alert> alerts = behaviours(slow(40));
        assertThat(alerts)
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.kind()).isEqualTo("slow_scan"));
        assertThat(alerts.getLast().evidence().behaviour()).isNotNull().satisfies(behaviour -> {
            assertThat(behaviour.measures())
                    .filteredOn(measure -> measure.name().equals("mostInFiveMinutes"))
                    .extracting(Measure::value)
                    .containsExactly(5.0);
            assertThat(behaviour.roles()).hasSize(2);
        });
    }

    @Test
    void oneEndpointTriedInVainIsARetryAndNoScan() {
        List<Alert> alerts = behaviours(retries(500, 2_000));
        assertThat(alerts.stream().map(Alert::kind).distinct()).containsExactly("refused_retry");
        assertThat(alerts.stream().map(Alert::id).distinct()).hasSize(1);
        Alert last = alerts.getLast();
        assertThat(last.score()).isEqualTo(10);
        assertThat(last.subject().peer()).isEqualTo(IpAddress.of("10.20.0.80"));
        assertThat(last.evidence().behaviour())
                .isNotNull()
                .satisfies(behaviour -> assertThat(behaviour.flows()).isEqualTo(500));
    }

    @Test
    void whatIsAnsweredAtLastIsTakenBack() {
        List<Flow> flows = retries(60, 2_000);
        flows.add(FlowFixtures.flow()
                .number(99_999)
                .at(600_000)
                .client("10.20.0.5", 50_000)
                .server("10.20.0.80", 8_443)
                .build());
        assertThat(behaviours(flows).getLast().status()).isEqualTo(Alert.Status.WITHDRAWN);
    }

    @Test
    void aFewTriesAndAHealthyServiceAreNone() {
        assertThat(behaviours(retries(12, 60_000))).isEmpty();
        List<Flow> healthy = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            healthy.add(FlowFixtures.flow().number(i).at(i * 1_000L).build());
        }
        assertThat(behaviours(healthy)).isEmpty();
    }

    @Test
    void midnightDividesNoRetries() {
        // The fixtures' day begins at seven.
        long anHourBefore = 16 * 3_600_000L;
        List<Flow> flows = retries(24, 300_000, anHourBefore);
        List<Alert> alerts = behaviours(flows);
        assertThat(alerts.stream().map(Alert::id).distinct()).hasSize(1);
        assertThat(alerts.getLast().evidence().behaviour()).isNotNull().satisfies(behaviour -> {
            assertThat(behaviour.flows()).isEqualTo(24);
            assertThat(behaviour.lastNanos() - behaviour.firstNanos()).isEqualTo(23 * 300_000_000_000L);
        });
        assertThat(behaviours(retries(16, 300_000, anHourBefore + 1_200_000)))
                .as("fewer on both sides together")
                .isEmpty();
        Map<UUID, String> expected = Finals.of(flows, 5);
        Collections.reverse(flows);
        assertThat(Finals.of(flows, 5)).isEqualTo(expected);
    }

    @Test
    void theFinalAlertsAreTheSameInEveryOrderAndCut() {
        List<Flow> day = new ArrayList<>(slow(60));
        day.addAll(retries(80, 3_000));
        Map<UUID, String> expected = Finals.of(day, 200);
        assertThat(expected).hasSizeGreaterThan(100);
        Random chance = new Random(8);
        for (int i = 0; i < 6; i++) {
            Collections.shuffle(day, chance);
            assertThat(Finals.of(day, 1 + chance.nextInt(120))).isEqualTo(expected);
        }
    }
}
