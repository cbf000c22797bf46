package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Behaviour.Role;
import io.wirecase.core.alert.Behaviour.RoleOf;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.testing.Stations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One station that claims many addresses: an attack is one alert, and what only looks like it is none or a fact. */
class StationTopologyTest {

    @Test
    void whoStandsBetweenHostsAndTheirGatewayIsOneAlertWithAllItsVictims() {
        Alert alert = only(Stations.between(3, 20));
        assertThat(alert.score()).isEqualTo(100);
        assertThat(alert.techniques()).extracting("id").containsExactly("T1557.002");
        assertThat(behaviour(alert).roles())
                .contains(new RoleOf(Role.ATTACKER, IpAddress.of(Stations.INTRUDER)))
                .contains(new RoleOf(Role.VICTIM, IpAddress.of(Stations.GATEWAY)))
                .contains(new RoleOf(Role.VICTIM, IpAddress.of(Stations.host(2))));
        assertThat(measures(alert))
                .containsEntry("claimedAddresses", 5.0)
                .containsEntry("disputedAddresses", 4.0)
                .containsEntry("otherStations", 4.0)
                .containsEntry("unsolicitedReplies", 2.0 * 3 * 8 * 20);
        assertThat(behaviour(alert).examples()).hasSize(8);
        assertThat(behaviour(alert).claims()).hasSize(8).allMatch(claim -> claim.address() != null);
    }

    @Test
    void whoNeverPushesItsClaimsIsFoundOnceTheGatewayIsKnown() {
        Alert unknown = only(Stations.between(3, 0));
        assertThat(unknown.score()).isEqualTo(10);
        assertThat(unknown.techniques()).isEmpty();
        assertThat(behaviour(unknown).roles()).extracting(RoleOf::role).containsOnly(Role.VICTIM);

        List<Flow> told = new ArrayList<>(Stations.between(3, 0));
        told.add(Stations.router());
        List<Flow> carried = new ArrayList<>(Stations.between(3, 0));
        carried.addAll(Stations.outside());
        for (List<Flow> flows : List.of(told, carried)) {
            Alert alert = only(flows);
            assertThat(alert.score()).isEqualTo(100);
            assertThat(alert.subject().host()).isEqualTo(IpAddress.of(Stations.GATEWAY));
            assertThat(measures(alert)).containsEntry("gatewayAddresses", 1.0);
            assertThat(measures(alert).get("spoofingLikelihood")).isBetween(0.9, 0.95);
        }
    }

    @Test
    void theSameIsFoundWhenWhatNamesTheGatewayComesLast() {
        try (Bench bench = new Bench(2)) {
            List<Flow> flows = new ArrayList<>(Stations.between(3, 0));
            flows.add(Stations.router());
            List<Flow> all = Stations.numbered(flows);
            bench.flows(all.subList(0, all.size() - 1), 50);
            bench.end(all.getFirst(), all.size() - 1);
            assertThat(Finals.standing(bench.read().alerts()))
                    .extracting(Alert::score)
                    .containsExactly(10);
            bench.flows(List.of(all.getLast()), 1);
            bench.end(all.getFirst(), all.size());
            assertThat(Finals.standing(bench.read().alerts()))
                    .extracting(Alert::score)
                    .containsExactly(100);
        }
    }

    @Test
    void aRouterThatAnswersForWholeNetworksIsNone() {
        List<Flow> flows = new ArrayList<>(Stations.proxy(900));
        flows.add(Stations.router());
        flows.addAll(Stations.outside());
        assertThat(alerts(flows)).isEmpty();
    }

    @Test
    void aRouterThatAnswersForHostsThatAnswerThemselvesIsAFactAndNoAttack() {
        List<Flow> flows = new ArrayList<>(Stations.answersForAll(6));
        flows.add(Stations.router());
        flows.addAll(Stations.outside());
        Alert alert = only(flows);
        assertThat(alert.score()).isEqualTo(10);
        assertThat(measures(alert)).containsEntry("gatewayAddresses", 0.0).containsEntry("disputedAddresses", 6.0);
    }

    @Test
    void aSpareThatTakesAllAddressesOfItsPairAndGivesThemBackIsNoAttack() {
        List<Flow> flows = new ArrayList<>(Stations.spare(4));
        flows.add(Stations.router());
        Alert alert = only(flows);
        assertThat(alert.score()).isEqualTo(10);
        assertThat(measures(alert)).containsEntry("otherStations", 1.0).containsEntry("disputedAddresses", 4.0);
    }

    @Test
    void aServerWithManyAddressesAndATelephoneWithManyHardwareAddressesAreNone() {
        assertThat(alerts(Stations.aliases(12))).isEmpty();
        assertThat(alerts(Stations.randomised(12))).isEmpty();
    }

    @Test
    void addressesThatTheServerGaveToTheNewStationAreNoAttack() {
        List<Flow> flows = new ArrayList<>(Stations.moved());
        flows.addAll(Stations.outside());
        assertThat(alerts(flows)).extracting(Alert::score).containsOnly(10);
    }

    @Test
    void everyOrderAndCutEndsInTheSameAlert() {
        List<Flow> flows = new ArrayList<>(Stations.between(4, 2));
        flows.addAll(Stations.outside());
        flows.addAll(Stations.answersForAll(4));
        List<Flow> day = new ArrayList<>(Stations.numbered(flows));
        Map<UUID, String> expected = Finals.of(day, 200);
        assertThat(expected).hasSize(1);
        Random chance = new Random(11);
        for (int i = 0; i < 12; i++) {
            Collections.shuffle(day, chance);
            assertThat(Finals.of(day, 1 + chance.nextInt(60))).isEqualTo(expected);
        }
    }

    private static Alert only(List<Flow> flows) {
        List<Alert> alerts = alerts(flows);
        assertThat(alerts).hasSize(1);
        return alerts.getFirst();
    }

    private static List<Alert> alerts(List<Flow> flows) {
        try (Bench bench = new Bench(2)) {
            List<Flow> numbered = Stations.numbered(flows);
            bench.flows(numbered, 25);
            bench.end(numbered.getFirst(), numbered.size());
            return Finals.standing(bench.read().alerts()).stream()
                    .filter(alert -> alert.kind().equals("arp_spoof"))
                    .toList();
        }
    }

    private static Behaviour behaviour(Alert alert) {
        return Objects.requireNonNull(alert.evidence().behaviour());
    }

    private static Map<String, Double> measures(Alert alert) {
        return behaviour(alert).measures().stream().collect(Collectors.toMap(Measure::name, Measure::value));
    }
}
