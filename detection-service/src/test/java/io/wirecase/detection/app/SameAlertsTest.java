package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.detection.access.Exfiltration;
import io.wirecase.detection.access.RefusedRetry;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.rare.RareDestination;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.store.Expiry;
import io.wirecase.detection.testing.Everything;
import io.wirecase.detection.testing.Readings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever the order of flows, the blocks they come in, how captures mix, the number of partitions and threads and
 * whoever is killed on the way: the last word of every alert is the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAlertsTest {

    private static final Detection DETECTION = Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE);

    private final List<Flow> day = Everything.day();
    private Map<UUID, String> expected = Map.of();

    @BeforeAll
    void aQuietRun() {
        expected = Finals.of(run(day, 1, 1, 200, new Random(1), Cluster::run).alerts());
    }

    @Test
    void everyDetectorOfBehaviourHasSomethingToSay() {
        Stream.concat(DETECTION.behaviours().stream(), DETECTION.subjects().stream())
                .filter(detector -> !(detector instanceof RefusedRetry || detector instanceof RareDestination))
                .forEach(detector -> assertThat(Readings.holding(detector, day))
                        .as(detector.kind())
                        .isNotEmpty());
        // Who remembers contacts tells of rare destinations, which takes days; the scan state tells of retries.
        for (String told : List.of(
                RefusedRetry.CODE,
                RareDestination.CODE,
                Exfiltration.CODE,
                "horizontal_scan",
                "vertical_scan",
                "slow_scan")) {
            assertThat(expected.values()).anyMatch(alert -> alert.contains("\"kind\":\"" + told + "\""));
        }
    }

    @Test
    void flowsInAnyOrderAndCutOnAnyNumberOfPartitions() {
        Random chance = new Random(5);
        for (int i = 0; i < 5; i++) {
            List<Flow> shuffled = new ArrayList<>(day);
            Collections.shuffle(shuffled, chance);
            same(run(
                    shuffled,
                    1 + chance.nextInt(7),
                    1 + chance.nextInt(5),
                    1 + chance.nextInt(200),
                    chance,
                    Cluster::run));
        }
    }

    @Test
    void anyNumberOfThreads() {
        Random chance = new Random(6);
        for (int threads = 2; threads <= 4; threads += 2) {
            int number = threads;
            same(run(day, 6, 4, 40, chance, cluster -> cluster.runInThreads(number)));
        }
    }

    @Test
    void partitionsThatAreKilledInTheMiddleOfTransactions() {
        Random chance = new Random(7);
        for (int i = 0; i < 3; i++) {
            Cluster cluster = run(day, 1 + i, 3, 20, chance, one -> one.runAndKill(5));
            assertThat(cluster.kills()).isGreaterThan(20);
            same(cluster);
        }
    }

    private void same(Cluster cluster) {
        Map<UUID, String> found = Finals.of(cluster.alerts());
        assertThat(differing(found)).isEmpty();
    }

    /** What an alert says, and what it said, where these differ: all of them would fill pages. */
    private List<String> differing(Map<UUID, String> found) {
        TreeSet<UUID> all = new TreeSet<>(expected.keySet());
        all.addAll(found.keySet());
        return all.stream()
                .filter(id -> !found.getOrDefault(id, "").equals(expected.getOrDefault(id, "")))
                .limit(2)
                .map(id -> found.getOrDefault(id, "nothing") + "\n  instead of " + expected.getOrDefault(id, "nothing"))
                .collect(Collectors.toList());
    }

    private static Cluster run(
            List<Flow> flows,
            int flowPartitions,
            int digestPartitions,
            int block,
            Random chance,
            Consumer<Cluster> how) {
        Cluster cluster = new Cluster(DETECTION, Expiry.DEFAULT, flowPartitions, digestPartitions, chance);
        cluster.publish(flows, block);
        how.accept(cluster);
        return cluster;
    }
}
