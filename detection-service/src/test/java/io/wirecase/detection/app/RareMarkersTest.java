package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.wire.Ids;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.rare.RareDestination;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.store.Expiry;
import io.wirecase.detection.testing.Changed;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an end marker settles of a site's first contacts: what changed, and nothing else. */
class RareMarkersTest {

    private static final Detection DETECTION = Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE);
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private static Flow contact(int capture, int host, String name, long millis) {
        Flow flow = FlowFixtures.flow()
                .number(millis)
                .at(millis)
                .client("10.20." + host / 250 + "." + (host % 250 + 1), 40_000)
                .server("45.2.1.1", 443)
                .resolved(name)
                .build();
        UUID id = Ids.capture("office", "7" + capture);
        return Changed.captured(
                flow, Ids.flow(id, 1, 1_000L * host + millis, name), new FlowOrigin(id, 1, "office", "live"));
    }

    /** Hosts of a site that met so many destinations each, day by day others. */
    private static List<Flow> site(int hosts, int each) {
        List<Flow> flows = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            for (int i = 0; i < each; i++) {
                flows.add(contact(0, host, "of-" + host + "-" + i + ".com", i * 5 * DAY / each + host));
            }
        }
        return flows;
    }

    private static Cluster cluster(Random chance) {
        return new Cluster(DETECTION, Expiry.DEFAULT, 1, 1, chance);
    }

    private static List<Alert> rare(Cluster cluster) {
        return cluster.alerts().stream()
                .filter(alert -> alert.kind().equals(RareDestination.CODE))
                .toList();
    }

    /** What is read when a host of a site of so many first contacts meets one more and the marker behind it comes. */
    private static long readForOneMore(int hosts, int each) {
        Cluster cluster = cluster(new Random(1));
        cluster.publish(site(hosts, each), 200);
        cluster.run();
        long before = cluster.readOfSubjects();
        cluster.publish(List.of(contact(1, 3, "one-more.net", 5 * DAY + HOUR)), 1);
        cluster.run();
        return cluster.readOfSubjects() - before;
    }

    @Test
    void aMarkerReadsWhatChangedHoweverMuchTheSiteEverContacted() {
        long ofFew = readForOneMore(70, 10);
        long ofMany = readForOneMore(140, 100);
        assertThat(ofFew).isPositive().isLessThan(100);
        // Of the host itself more lie within the hour.
        assertThat(ofMany).isLessThan(ofFew + 10);
    }

    @Test
    void aMarkerBehindNothingNewReadsNoContact() {
        Cluster cluster = cluster(new Random(1));
        cluster.publish(site(70, 20), 200);
        cluster.run();
        long before = cluster.readOfSubjects();
        cluster.publish(List.of(contact(1, 3, "of-3-1.com", 5 * DAY)), 1);
        cluster.run();
        long ofADay = cluster.readOfSubjects() - before;
        cluster.publish(List.of(contact(2, 3, "of-3-1.com", 5 * DAY + 1)), 1);
        cluster.run();
        assertThat(cluster.readOfSubjects() - before - ofADay).isLessThan(10).isLessThan(ofADay);
    }

    @Test
    void whatWasTakenBackAndHoldsAgainKeepsItsOrderOfRevisions() {
        Cluster cluster = cluster(new Random(2));
        cluster.publish(site(8, 10), 50);
        // Met on its last day by one, who met nobody else that week; then by more; then these turn out to go
        // everywhere.
        cluster.publish(List.of(contact(1, 300, "usual.com", 0), contact(1, 300, "usual.com", DAY)), 1);
        cluster.publish(List.of(contact(2, 300, "usual.com", 2 * DAY), contact(2, 300, "odd.net", 5 * DAY)), 1);
        cluster.run();
        assertThat(rare(cluster)).extracting(Alert::status).containsExactly(Alert.Status.OPEN);
        for (int host = 0; host < 3; host++) {
            cluster.publish(List.of(contact(3 + host, host, "odd.net", 6 * DAY)), 1);
            cluster.run();
        }
        assertThat(rare(cluster).getLast().status()).isEqualTo(Alert.Status.WITHDRAWN);
        List<Flow> everywhere = new ArrayList<>();
        for (int host = 0; host < 3; host++) {
            for (int i = 0; i < 1_050; i++) {
                everywhere.add(contact(9, host, "page-" + i + ".org", 6 * DAY + HOUR + i));
            }
        }
        cluster.publish(everywhere, 200);
        cluster.run();
        List<Alert> alerts = rare(cluster);
        assertThat(alerts.getLast().status()).isNotEqualTo(Alert.Status.WITHDRAWN);
        assertThat(alerts.stream().map(Alert::id).distinct()).hasSize(1);
        assertThat(alerts).extracting(Alert::revision).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void drawnSitesEndAlikeInEveryOrderOfCapturesFlowsAndPartitions() {
        int said = 0;
        for (int seed = 0; seed < 12; seed++) {
            Random chance = new Random(seed);
            List<Flow> flows = drawn(chance);
            Map<UUID, String> expected = Map.of();
            for (int order = 0; order < 4; order++) {
                Cluster cluster =
                        new Cluster(DETECTION, Expiry.DEFAULT, 1 + chance.nextInt(3), 1 + chance.nextInt(3), chance);
                Collections.shuffle(flows, chance);
                int cut = order == 0 ? flows.size() : chance.nextInt(flows.size());
                cluster.publish(flows.subList(0, cut), 1 + chance.nextInt(100));
                cluster.run();
                cluster.publish(flows.subList(cut, flows.size()), 1 + chance.nextInt(20));
                cluster.run();
                Map<UUID, String> found = Finals.of(rare(cluster));
                expected = order == 0 ? found : expected;
                assertThat(found).as("site " + seed).isEqualTo(expected);
                said += found.size();
            }
        }
        assertThat(said).isGreaterThan(30);
    }

    /** A site about as large as is counted, in which some go everywhere and some meet what few others do. */
    private static List<Flow> drawn(Random chance) {
        List<Flow> flows = new ArrayList<>();
        int hosts = chance.nextBoolean() ? 5 + chance.nextInt(4) : 60 + chance.nextInt(8);
        for (int host = 0; host < hosts; host++) {
            for (int day = 0; day < 6; day++) {
                flows.add(contact(day % 3, host, "usual-" + chance.nextInt(30) + ".com", day * DAY + host));
            }
        }
        for (int i = 0; i < 12; i++) {
            int capture = chance.nextInt(3);
            int host = chance.nextInt(hosts);
            flows.add(contact(capture, host, "odd-" + chance.nextInt(8) + ".net", (3 + chance.nextInt(12)) * DAY + i));
        }
        for (int i = 0; i < (hosts < 10 ? 1_030 : 0); i++) {
            flows.add(contact(1, 2, "page-" + i + ".org", 4 * DAY + i * 1_000L));
        }
        return flows;
    }
}
