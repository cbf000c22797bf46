package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.report.fixture.Fixtures;
import io.wirecase.report.fixture.Household;
import io.wirecase.report.fixture.Made;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is found, the report says nothing that its own gates refuse. */
class EveryKindTest {

    /** Every kind of behaviour that is published. */
    static Stream<String> behaviours() {
        return Stream.of(
                        "vertical_scan horizontal_scan block_scan random_scan distributed_scan slow_scan",
                        "syn_flood udp_flood icmp_flood arp_flood dhcp_flood dns_flood reflection arp_spoof rogue_dhcp",
                        "rogue_router brute_force beacon dns_tunnel dns_c2 dga_burst icmp_tunnel proxy_tunnel",
                        "exfiltration lateral_movement mining refused_retry long_connection rare_destination",
                        "periodicity_changed volume_outlier minute_outlier impersonated_service")
                .flatMap(line -> Stream.of(line.split(" ")));
    }

    private static List<Flow> flows(CaseInput input) {
        return input.alerts().stream()
                .map(a -> a.alert().evidence().flow())
                .filter(Objects::nonNull)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(FlowRisk.class)
    void aReportOnEachRiskPassesTheGates(FlowRisk risk) {
        for (CaseInput traffic : List.of(
                Fixtures.poll(Fixtures.Twist.TWIN, Fixtures.START), Household.downloads(), Household.status())) {
            List<Flow> flows = flows(traffic);
            List<EnrichedAlert> alerts = flows.stream()
                    .map(f -> Made.alert(f, f.originator(), null, risk.code()))
                    .toList();
            assertThat(new ReportEngine()
                            .build(Fixtures.input(ReportScope.ALL, flows, alerts))
                            .refusals())
                    .as("%s", risk)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("behaviours")
    void aReportOnEachBehaviourPassesTheGates(String kind) {
        List<CaseInput> traffic =
                List.of(Fixtures.scan(ReportScope.ALL), Fixtures.poll(Fixtures.Twist.TWIN, Fixtures.START));
        for (CaseInput one : traffic) {
            List<Flow> flows = flows(one);
            List<EnrichedAlert> alerts = new ArrayList<>(one.alerts());
            alerts.removeIf(a -> a.alert().evidence().flow() == null);
            alerts.add(Made.behaviour(kind, flows.getFirst().originator(), flows, List.of()));
            assertThat(new ReportEngine()
                            .build(Fixtures.input(ReportScope.ALL, flows, alerts))
                            .refusals())
                    .as(kind)
                    .isEmpty();
        }
    }
}
