package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.intel.Sighting;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.store.Expiry;
import io.wirecase.detection.store.FactStore;
import io.wirecase.detection.testing.FlowFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From flows to the sightings topic: each fact once, whatever the order, in bounded memory. */
class SightingsTopologyTest {

    @Test
    void eachFactIsToldOnce() {
        try (Bench bench = new Bench(1)) {
            List<Flow> day = day(60);
            bench.flows(day, 7);
            bench.flows(day, 7);
            List<Sighting> told = bench.sightings();

            assertThat(told.stream().map(Sighting::id)).doesNotHaveDuplicates();
            assertThat(told.stream().map(Sighting::kind)).contains(Sighting.Kind.ASKED_NAME, Sighting.Kind.SERVICE);
            assertThat(bench.tally().sightings.sum()).isEqualTo(told.size());
        }
    }

    @Test
    void theSameFlowsInAnyOrderCutAndNumberOfPartitionsTellTheSameFactsOnce() {
        List<Flow> day = day(80);
        Set<UUID> expected = Set.copyOf(ids(day, 1, 1, 200, new Random(1)));
        Random chance = new Random(3);
        for (int i = 0; i < 8; i++) {
            Collections.shuffle(day, chance);
            List<UUID> told = ids(day, 1 + chance.nextInt(5), 1 + chance.nextInt(5), 1 + chance.nextInt(50), chance);
            assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void ofOneKindAHostHasABoundedNumberAndTheRestIsCounted() {
        try (Bench bench = new Bench(1)) {
            List<Flow> names = new ArrayList<>();
            for (int i = 0; i < FactStore.MOST_OF_A_KIND + 40; i++) {
                names.add(asks(i, "n" + i + ".example.org"));
            }
            bench.flows(names, 50);

            assertThat(bench.sightings().stream().filter(s -> s.kind() == Sighting.Kind.ASKED_NAME))
                    .hasSize(FactStore.MOST_OF_A_KIND);
            assertThat(bench.tally().sightingsRefused.sum()).isEqualTo(40);
        }
    }

    @Test
    void aFactThatWasNotSeenForLongIsForgottenAndToldAgainUnderItsId() {
        Expiry soon = new Expiry(Duration.ofMinutes(1), 2, 1_000, 1_000_000);
        Detection detection = Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE);
        try (Bench bench = new Bench(1, detection, soon)) {
            bench.flows(List.of(asks(1, "a.example.org")), 1);
            List<UUID> first = bench.sightings().stream().map(Sighting::id).toList();
            assertThat(first).isNotEmpty();

            // First contacts are kept the longest: three weeks more.
            bench.pass(Duration.ofDays(22));
            assertThat(bench.entries()).isZero();
            bench.flows(List.of(asks(2, "a.example.org")), 1);

            assertThat(bench.sightings().stream().map(Sighting::id)).containsExactlyElementsOf(first);
        }
    }

    @Test
    void aDeletedCaptureThatIsItsOwnSiteTakesItsFactsAlong() {
        try (Bench bench = new Bench(1)) {
            Flow flow = asks(1, "a.example.org");
            bench.flows(List.of(flow), 1);
            int first = bench.sightings().size();
            bench.delete(flow);

            bench.flows(List.of(asks(2, "b.example.org")), 1);

            assertThat(bench.sightings()).hasSizeLessThanOrEqualTo(first).isNotEmpty();
            assertThat(bench.tally().sightingsRefused.sum()).isZero();
        }
    }

    private static List<UUID> ids(
            List<Flow> flows, int flowPartitions, int digestPartitions, int blockSize, Random chance) {
        Detection detection = Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE);
        Cluster cluster = new Cluster(detection, Expiry.DEFAULT, flowPartitions, digestPartitions, chance);
        cluster.publish(flows, blockSize);
        cluster.run();
        return cluster.sightings().stream().map(Sighting::id).toList();
    }

    private static List<Flow> day(int flows) {
        List<Flow> day = new ArrayList<>();
        for (int i = 0; i < flows; i++) {
            day.add(asks(i, "n" + i % 9 + ".example.org"));
            day.add(FlowFixtures.flow()
                    .number(10_000 + i)
                    .client("192.168.50." + (1 + i % 5), 40_000)
                    .server("192.168.50.200", 1_000 + i % 4)
                    .build());
        }
        return day;
    }

    private static Flow asks(int number, String name) {
        DnsFacts.Transaction asked = new DnsFacts.Transaction(1, 1, 7, new UntrustedText(name), 1, 0, List.of(), 0);
        return FlowFixtures.flow().number(1 + number).at(number).dns(asked).build();
    }
}
