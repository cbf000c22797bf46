package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.access.Exfiltration;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.store.Expiry;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Uploads, told by how many hosts of the site know whom they went to. */
class UploadTopologyTest {

    private static final Detection DETECTION = Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE);
    private static final long HOUR = 3_600_000;
    private static final long MANY = 60_000_000;
    private static final int HOSTS = 8;

    /** Hosts that talk to services now and then, and send them little. */
    private static List<Flow> usual() {
        List<Flow> flows = new ArrayList<>();
        for (int host = 0; host < HOSTS; host++) {
            for (int i = 0; i < 24; i++) {
                flows.add(talk(host, "www.service-" + i % 6 + ".com", i * HOUR + host, 4_000, 30_000));
            }
        }
        return flows;
    }

    private static Flow talk(int host, String name, long millis, long sent, long received) {
        return FlowFixtures.flow()
                .number(millis)
                .at(millis)
                .client("10.20.0." + (host + 1), 40_000)
                .server("45.2.1." + (name.hashCode() & 127), 443)
                .resolved(name)
                .sent(1 + sent / 1_200, sent)
                .answered(1 + received / 1_200, received)
                .build();
    }

    private static List<Alert> uploads(List<Flow> flows, Random chance, int flowParts, int digestParts, int block) {
        Cluster cluster = new Cluster(DETECTION, Expiry.DEFAULT, flowParts, digestParts, chance);
        cluster.publish(flows, block);
        cluster.run();
        return cluster.alerts().stream()
                .filter(alert -> alert.kind().equals(Exfiltration.CODE))
                .toList();
    }

    private static Map<UUID, String> finals(List<Flow> flows) {
        return Finals.of(uploads(flows, new Random(1), 2, 2, 40));
    }

    @Test
    void whatGoesWhereNobodyElseOfTheSiteGoesIsToldWithWhoKnowsThePlace() {
        List<Flow> flows = usual();
        flows.add(talk(2, "drop.odd-place.net", 30 * HOUR, MANY, 9_000));
        flows.add(talk(3, "www.odd-place.net", 2 * HOUR, 300, 9_000));
        Alert alert = uploads(flows, new Random(1), 1, 1, 100).getLast();
        assertThat(alert.status()).isNotEqualTo(Alert.Status.WITHDRAWN);
        assertThat(alert.score()).isEqualTo(50);
        assertThat(alert.subject().host()).isEqualTo(IpAddress.of("10.20.0.3"));
        assertThat(alert.evidence().behaviour()).isNotNull().satisfies(behaviour -> {
            assertThat(behaviour.examples()).hasSize(1);
            assertThat(behaviour.measures())
                    .extracting(Measure::name, Measure::value)
                    .contains(tuple("hosts", 2.0), tuple("sentWithinAnHour", (double) MANY));
        });
    }

    @Test
    void whatGoesToAServiceThatManyKnowIsNotTold() {
        List<Flow> same = usual();
        for (int host = 0; host < HOSTS; host++) {
            same.add(talk(host, "up.house-store.com", 25 * HOUR + host * 60_000L, MANY, 9_000));
        }
        assertThat(finals(same)).isEmpty();
        List<Flow> alone = usual();
        alone.add(talk(2, "www.service-3.com", 30 * HOUR, MANY, 9_000));
        assertThat(finals(alone)).as("one alone, to what all know").isEmpty();
    }

    @Test
    void aLargeUploadToWhatAllKnowDoesNotHideASmallerOneToWhatNobodyKnows() {
        List<Flow> flows = usual();
        for (int i = 0; i < 300; i++) {
            flows.add(talk(2, "www.service-" + i % 6 + ".com", 30 * HOUR + i * HOUR / 3, 4_000, 30_000));
        }
        flows.add(talk(2, "www.service-3.com", 40 * HOUR, 5 * MANY, 9_000));
        flows.add(talk(2, "drop.odd-place.net", 50 * HOUR, MANY, 9_000));
        assertThat(finals(flows).values()).singleElement().asString().contains("odd-place.net");
    }

    @Test
    void whatIsSentWithoutAnyAnswerIsToldAsWell() {
        List<Flow> flows = usual();
        flows.add(talk(2, "drop.odd-place.net", 30 * HOUR, MANY, 0));
        assertThat(finals(flows)).hasSize(1);
        for (int host = 4; host < 7; host++) {
            flows.add(talk(host, "www.odd-place.net", 31 * HOUR + host, 300, 9_000));
        }
        assertThat(finals(flows)).as("three others know it").isEmpty();
    }

    @Test
    void whatOthersTellInALaterCaptureTakesItBackAndWhoGoesEverywhereBringsItAgain() {
        Cluster cluster = new Cluster(DETECTION, Expiry.DEFAULT, 2, 2, new Random(4));
        List<Flow> flows = usual();
        flows.add(talk(2, "drop.odd-place.net", 30 * HOUR, MANY, 0));
        cluster.publish(RareTopologyTest.of("61", flows), 50);
        cluster.run();
        assertThat(last(cluster).status()).isNotEqualTo(Alert.Status.WITHDRAWN);
        for (int host = 4; host < 7; host++) {
            Flow met = talk(host, "www.odd-place.net", 31 * HOUR + host, 300, 9_000);
            cluster.publish(RareTopologyTest.of("62", List.of(met)), 1);
            cluster.run();
        }
        assertThat(last(cluster).status()).isEqualTo(Alert.Status.WITHDRAWN);
        List<Flow> everywhere = new ArrayList<>();
        for (int i = 0; i < 1_030; i++) {
            everywhere.add(talk(4, "page-" + i + ".org", 32 * HOUR + i, 300, 9_000));
        }
        cluster.publish(RareTopologyTest.of("63", everywhere), 200);
        cluster.run();
        assertThat(last(cluster).status()).isEqualTo(Alert.Status.UPDATED);
        assertThat(cluster.alerts().stream().filter(alert -> alert.kind().equals(Exfiltration.CODE)))
                .extracting(Alert::revision)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static Alert last(Cluster cluster) {
        return cluster.alerts().stream()
                .filter(alert -> alert.kind().equals(Exfiltration.CODE))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    @Test
    void theFinalAlertsAreTheSameInEveryOrderCutAndNumberOfPartitions() {
        int said = 0;
        for (int seed = 0; seed < 10; seed++) {
            Random chance = new Random(seed);
            List<Flow> flows = drawn(chance);
            Map<UUID, String> expected = finals(flows);
            said += expected.size();
            for (int order = 0; order < 3; order++) {
                Collections.shuffle(flows, chance);
                List<Alert> alerts =
                        uploads(flows, chance, 1 + chance.nextInt(4), 1 + chance.nextInt(3), 1 + chance.nextInt(60));
                assertThat(Finals.of(alerts)).as("site " + seed).isEqualTo(expected);
            }
        }
        assertThat(said).isGreaterThan(8);
    }

    private static List<Flow> drawn(Random chance) {
        List<Flow> flows = usual();
        for (int i = 0; i < 12; i++) {
            long sent = chance.nextBoolean() ? 300 : 18_000_000 + chance.nextInt(40_000_000);
            String name = "www.odd-" + chance.nextInt(5) + ".net";
            flows.add(
                    talk(chance.nextInt(HOSTS), name, 25 * HOUR + i * HOUR, sent, chance.nextInt(3) == 0 ? 0 : 9_000));
        }
        return flows;
    }
}
