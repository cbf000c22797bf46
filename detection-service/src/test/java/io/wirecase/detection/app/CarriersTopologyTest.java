package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.testing.Carriers;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tunnels and outliers from blocks of flows to alerts. */
class CarriersTopologyTest {

    @Test
    void eachIsOneAlertThatEndsWithItsFullCount() {
        try (Bench bench = new Bench(4)) {
            List<Flow> day = day();
            bench.flows(day, 25);
            bench.end(day.getFirst(), day.size());
            List<Alert> alerts = bench.read().scans();
            assertThat(alerts.stream().map(Alert::id).distinct()).hasSize(5);
            assertThat(alerts.stream().map(Alert::kind).distinct())
                    .containsExactlyInAnyOrder(
                            "icmp_tunnel", "dns_tunnel", "volume_outlier", "minute_outlier", "beacon");
            assertThat(alerts).allSatisfy(alert -> {
                assertThat(alert.status()).isNotEqualTo(Alert.Status.WITHDRAWN);
                assertThat(alert.evidence().behaviour()).isNotNull().satisfies(behaviour -> {
                    assertThat(behaviour.measures()).isNotEmpty();
                    assertThat(behaviour.examples()).isNotEmpty().hasSizeLessThanOrEqualTo(8);
                });
            });
        }
    }

    @Test
    void theFinalAlertsAreTheSameInEveryOrderAndCut() {
        List<Flow> day = day();
        Map<UUID, String> expected = Finals.of(day, 200);
        assertThat(expected.values().stream().filter(alert -> !alert.contains("\"kind\":\"flow\"")))
                .hasSize(5);
        Random chance = new Random(11);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(day, chance);
            assertThat(Finals.of(day, 1 + chance.nextInt(120))).isEqualTo(expected);
        }
    }

    private static List<Flow> day() {
        List<Flow> day = new ArrayList<>(Carriers.tunnel(160));
        for (int i = 0; i < 20; i++) {
            day.add(Carriers.echoes(1_000 + i, 20, 15, 14, 300, 7.9 - i / 100.0));
        }
        for (int i = 0; i < 80; i++) {
            day.add(FlowFixtures.flow()
                    .number(2_000 + i)
                    .at(i * 60_000L)
                    .server("213.139.38.17", 443)
                    .sent(i == 50 ? 5_000 : 9, i == 50 ? 6L << 20 : 2_000 + i)
                    .build());
        }
        return day;
    }
}
