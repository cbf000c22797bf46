package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.store.Expiry;
import io.wirecase.detection.testing.Claims;
import io.wirecase.detection.testing.Floods;
import io.wirecase.detection.testing.Scans;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Subjects that are not originators: digests meet at them, whatever the order, partitions and threads. */
class SubjectTopologyTest {

    private static final Detection DETECTION = Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE);

    /** Attacks of many sources among ordinary traffic. */
    private static List<Flow> day() {
        List<Flow> day = new ArrayList<>(Floods.spoofedSyns(1_500, 150));
        day.addAll(Floods.reflected(1_300, 130, 1_400));
        day.addAll(Scans.sweep());
        day.addAll(Scans.pageLoad());
        day.addAll(Claims.poisoned(20));
        return day;
    }

    @Test
    void theFinalAlertsAreTheSameInEveryOrderCutAndNumberOfPartitions() {
        List<Flow> day = day();
        Map<UUID, String> expected =
                Finals.of(run(day, 1, 1, 200, new Random(1)).alerts());
        assertThat(expected).hasSizeGreaterThan(3);
        Random chance = new Random(5);
        for (int i = 0; i < 6; i++) {
            Collections.shuffle(day, chance);
            Cluster cluster = run(day, 1 + chance.nextInt(5), 1 + chance.nextInt(5), 1 + chance.nextInt(200), chance);
            assertThat(Finals.of(cluster.alerts())).isEqualTo(expected);
        }
    }

    @Test
    void markersOfBothStagesLieBehindAllAlertsAndCountThem() {
        Cluster cluster = run(day(), 3, 2, 50, new Random(9));
        for (int partition = 0; partition < cluster.alertPartitions(); partition++) {
            List<EndMarker> markers = cluster.markers(partition);
            assertThat(markers.stream().map(EndMarker::flowPartition))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 5).boxed().toList());
            assertThat(markers)
                    .allSatisfy(marker -> assertThat(marker.flowPartitions()).isEqualTo(5));
            assertThat(markers.stream().mapToLong(SubjectTopologyTest::counted).sum())
                    .isEqualTo(cluster.alerts(partition).size());
            assertThat(cluster.anythingBehindTheMarkers(partition)).isFalse();
        }
    }

    @Test
    void aFloodOfManySourcesIsOneAlertThatIsRevisedAndEndsWithItsFullCount() {
        Cluster cluster = run(Floods.spoofedSyns(8_000, 500), 4, 3, 100, new Random(3));
        List<Alert> floods = cluster.alerts().stream()
                .filter(alert -> alert.kind().equals("syn_flood"))
                .toList();
        assertThat(floods.stream().map(Alert::id).distinct()).hasSize(1);
        assertThat(floods).hasSizeBetween(2, 8);
        assertThat(floods.getLast().evidence().behaviour()).isNotNull().satisfies(behaviour -> {
            assertThat(behaviour.flows()).isEqualTo(8_000);
            assertThat(behaviour.examples()).hasSize(8);
            assertThat(behaviour.roles()).hasSize(9);
        });
    }

    @Test
    void aFloodOfMadeUpSourcesFillsNoStoreAndWhatGoesEarlyIsCounted() {
        Expiry small = new Expiry(Expiry.DEFAULT.slot(), Expiry.DEFAULT.slots(), Expiry.DEFAULT.perWalk(), 8_000);
        Cluster cluster = new Cluster(DETECTION, small, 1, 1, new Random(4));
        cluster.publish(Floods.spoofedSyns(12_000, 1_000), 200);
        cluster.run();
        assertThat(cluster.entries(0)).isLessThan(9_000);
        assertThat(cluster.entries(1)).isLessThan(100);
        assertThat(cluster.tally().crowdedOut.sum()).isGreaterThan(5_000);
        assertThat(cluster.alerts())
                .anySatisfy(alert -> assertThat(alert.kind()).isEqualTo("syn_flood"));
    }

    private static long counted(EndMarker marker) {
        Long alerts = marker.alerts();
        return alerts == null ? 0 : alerts;
    }

    private static Cluster run(List<Flow> flows, int flowPartitions, int digestPartitions, int block, Random chance) {
        Cluster cluster = new Cluster(DETECTION, Expiry.DEFAULT, flowPartitions, digestPartitions, chance);
        cluster.publish(flows, block);
        cluster.run();
        return cluster;
    }
}
