package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.testing.Claims;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Behaviours that are folded under their subjects, from blocks of flows to alerts. */
class BehaviourTopologyTest {

    @Test
    void aPoisonedAddressIsOneAlertThatIsRevisedAsItGrowsAndEndsWithItsFullCount() {
        try (Bench bench = new Bench(4)) {
            List<Flow> flows = byTime(Claims.poisoned(60));
            bench.flows(flows, 10);
            bench.end(flows.getFirst(), flows.size());
            List<Alert> alerts = bench.read().scans();
            assertThat(alerts.stream().map(Alert::id).distinct()).hasSize(1);
            assertThat(alerts).hasSizeBetween(3, 9);
            Alert last = alerts.getLast();
            assertThat(last.kind()).isEqualTo("arp_spoof");
            assertThat(last.score()).isEqualTo(100);
            assertThat(last.subject().host()).isEqualTo(IpAddress.of(Claims.GATEWAY));
            assertThat(last.evidence().behaviour()).isNotNull().satisfies(behaviour -> {
                assertThat(behaviour.claims()).hasSize(2);
                assertThat(behaviour.examples()).hasSize(8);
                assertThat(behaviour.packets()).isEqualTo(60 + 60 * 25);
            });
        }
    }

    @Test
    void ordinaryAnnouncedAndTakenOverAddressesAreNoAlert() {
        for (List<Flow> flows : List.of(Claims.ordinary(60), Claims.takenOver(Claims.THIRD_MAC, 30))) {
            try (Bench bench = new Bench(1)) {
                bench.flows(flows, 7);
                bench.end(flows.getFirst(), flows.size());
                assertThat(bench.read().alerts()).isEmpty();
            }
        }
    }

    @Test
    void theFinalAlertsAreTheSameInEveryOrderAndCut() {
        List<Flow> day = new ArrayList<>(Claims.poisoned(30));
        Map<UUID, String> expected = Finals.of(day, 200);
        assertThat(expected).hasSize(1);
        Random chance = new Random(7);
        for (int i = 0; i < 12; i++) {
            Collections.shuffle(day, chance);
            assertThat(Finals.of(day, 1 + chance.nextInt(60))).isEqualTo(expected);
        }
    }

    @Test
    void stateOfACaptureThatIsItsOwnSiteGoesAfterItsEnd() {
        try (Bench bench = new Bench(1)) {
            List<Flow> flows = Claims.poisoned(20);
            bench.flows(flows, 10);
            bench.end(flows.getFirst(), flows.size());
            bench.pass(Duration.ofSeconds(11));
            // What is left is the count of alerts sent and which markers came, in case one is sent again; both indexed.
            assertThat(bench.entries()).isEqualTo(4);
        }
    }

    @Test
    void theEndMarkerSentAgainSaysNothingNew() {
        try (Bench bench = new Bench(1)) {
            List<Flow> flows = Claims.poisoned(20);
            bench.flows(flows, 10);
            bench.end(flows.getFirst(), flows.size());
            bench.read();
            bench.end(flows.getFirst(), flows.size());
            assertThat(bench.read().alerts()).isEmpty();
        }
    }

    private static List<Flow> byTime(List<Flow> flows) {
        return flows.stream()
                .sorted(java.util.Comparator.comparingLong(flow -> flow.span().startNanos()))
                .toList();
    }
}
