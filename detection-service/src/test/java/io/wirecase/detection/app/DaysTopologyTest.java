package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Scans so slow that no day tells of them. */
class DaysTopologyTest {

    private static final long HOUR = 3_600_000L;

    /** A closed port every four hours, one after the other: six a day. */
    private static List<Flow> scan(int ports) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < ports; i++) {
            flows.add(FlowFixtures.flow()
                    .number(i)
                    .at(i * 4 * HOUR)
                    .server("10.20.0.9", 20 + i)
                    .refused()
                    .build());
        }
        return flows;
    }

    /** Pages asked for by name and answered, some an hour by day. */
    private static List<Flow> ordinary(int days) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < days * 40; i++) {
            flows.add(FlowFixtures.flow()
                    .number(10_000 + i)
                    .at(i / 40 * 24 * HOUR + i % 40 * (HOUR / 4))
                    .server("198.51." + i / 200 + "." + i % 200, 443)
                    .resolved("site" + i + ".example")
                    .build());
        }
        return flows;
    }

    private static List<Alert> alerts(List<Flow> flows) {
        try (Bench bench = new Bench(1)) {
            bench.flows(flows, 20);
            bench.end(flows.getFirst(), flows.size());
            return bench.read().scans();
        }
    }

    @Test
    void aPortEveryFourHoursIsASlowScanWithinFortyPorts() {
        Alert alert = alerts(scan(40)).getLast();
        assertThat(alert.kind()).isEqualTo("slow_scan");
        assertThat(alert.findings().getFirst().limit()).contains("60 failures within 7 days");
        assertThat(alert.evidence().behaviour()).isNotNull().satisfies(behaviour -> {
            Map<String, Measure> measures =
                    behaviour.measures().stream().collect(Collectors.toMap(Measure::name, Function.identity()));
            assertThat(measures.get("mostInADay").value()).isEqualTo(6);
            assertThat(measures.get("targetsAnHour").value()).isEqualTo(0.25);
            assertThat(measures.get("orderByChance").value()).isLessThan(0.01);
            assertThat(measures.get("hoursLeft").value()).isGreaterThan(1_000);
            assertThat(behaviour.examples()).isNotEmpty();
        });
    }

    @Test
    void aScanAcrossMidnightIsOneAndIsToldOnce() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            flows.add(FlowFixtures.flow()
                    .number(i)
                    .at(4 * HOUR + i * HOUR / 2)
                    .server("10.20.0.9", 20 + i * 37 % 101)
                    .silent()
                    .build());
        }
        assertThat(alerts(flows).stream().map(Alert::id).distinct()).hasSize(1);
        assertThat(alerts(flows).getLast().kind()).isEqualTo("slow_scan");
    }

    @Test
    void aHostThatMeetsAFewDeadServersADayIsNone() {
        List<Flow> flows = ordinary(6);
        for (int i = 0; i < 24; i++) {
            flows.add(FlowFixtures.flow()
                    .number(50_000 + i)
                    .at(i / 4 * 24 * HOUR + i % 4 * 2 * HOUR + HOUR / 3)
                    .server("203." + i + ".113.7", 443)
                    .silent()
                    .build());
        }
        assertThat(alerts(flows)).isEmpty();
    }

    @Test
    void aScanBesideWhatTheHostDoesOrdinarilyIsFoundWithItsOwnNumbers() {
        List<Flow> flows = ordinary(6);
        flows.addAll(scan(40));
        Alert alert = alerts(flows).getLast();
        assertThat(alert.kind()).isEqualTo("slow_scan");
        assertThat(alert.evidence().behaviour())
                .isNotNull()
                .satisfies(behaviour -> assertThat(behaviour.flows()).isEqualTo(40));
    }

    @Test
    void oneServiceAskedOfAWholeNetworkOverDaysIsOneToo() {
        List<Flow> flows = ordinary(6);
        for (int i = 0; i < 40; i++) {
            flows.add(FlowFixtures.flow()
                    .number(70_000 + i)
                    .at(i * 3 * HOUR)
                    .server("10.20.0." + (10 + i * 37 % 101), 445)
                    .silent()
                    .build());
        }
        assertThat(alerts(flows)).extracting(Alert::kind).contains("slow_scan");
    }

    @Test
    void aMonitorOfAWholeNetworkThatFindsMostHostsIsNone() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            FlowFixtures flow = FlowFixtures.flow()
                    .number(i)
                    .at(i / 40 * 24 * HOUR + i % 40 * HOUR / 4)
                    .server("10.20.0." + (10 + i % 40), 161);
            flows.add((i % 40 < 8 ? flow.silent() : flow).build());
        }
        assertThat(alerts(flows)).extracting(Alert::kind).doesNotContain("slow_scan");
    }

    @Test
    void whatADayToldAlreadyIsNotToldAgain() {
        List<Flow> flows = new ArrayList<>(scan(30));
        for (int i = 0; i < 40; i++) {
            flows.add(FlowFixtures.flow()
                    .number(900 + i)
                    .at(30 * HOUR + i * 60_000L)
                    .server("10.20.0.9", 2_000 + i)
                    .refused()
                    .build());
        }
        assertThat(alerts(flows).stream().map(Alert::id).distinct()).hasSize(1);
    }

    @Test
    void theFinalAlertsAreTheSameInEveryOrderAndCut() {
        List<Flow> days = new ArrayList<>(scan(45));
        Map<UUID, String> expected = Finals.of(days, 200);
        assertThat(expected).hasSizeGreaterThan(45);
        Random chance = new Random(8);
        for (int i = 0; i < 4; i++) {
            Collections.shuffle(days, chance);
            assertThat(Finals.of(days, 1 + chance.nextInt(30))).isEqualTo(expected);
        }
    }
}
