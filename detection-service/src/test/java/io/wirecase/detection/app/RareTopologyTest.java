package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.wire.Ids;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.rare.RareDestination;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.store.Expiry;
import io.wirecase.detection.testing.Changed;
import io.wirecase.detection.testing.FlowFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Destinations that are new to a host and rare in its site. */
class RareTopologyTest {

    private static final Detection DETECTION = Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE);
    private static final long DAY = 86_400_000;
    private static final String QUIET = "10.20.0.3";
    private static final String NEW = "45.9.9.9";

    /** Machines that ask the same services day by day. */
    private static List<Flow> site(int hosts, int days) {
        List<Flow> flows = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int host = 0; host < hosts; host++) {
                for (int service = 0; service < 24; service++) {
                    flows.add(contact(
                            "10.20.0." + (host + 1),
                            "service-" + service + ".example-" + service + ".com",
                            "45.2." + service + "." + (day + 1),
                            day * DAY + service * 600_000L + host * 1_000L));
                }
            }
        }
        return flows;
    }

    private static Flow contact(String host, String name, String server, long millis) {
        return FlowFixtures.flow()
                .number(millis)
                .at(millis)
                .client(host, 40_000)
                .server(server, 443)
                .resolved(name)
                .build();
    }

    private static List<Alert> rare(List<Flow> flows) {
        return rare(flows, new Random(1), 1, 1, 100);
    }

    private static List<Alert> rare(List<Flow> flows, Random chance, int flowParts, int digestParts, int block) {
        Cluster cluster = new Cluster(DETECTION, Expiry.DEFAULT, flowParts, digestParts, chance);
        cluster.publish(flows, block);
        cluster.run();
        return cluster.alerts().stream()
                .filter(alert -> alert.kind().equals(RareDestination.CODE))
                .toList();
    }

    private static List<Alert> last(List<Alert> alerts) {
        return alerts.isEmpty() || alerts.getLast().status() == Alert.Status.WITHDRAWN ? List.of() : alerts;
    }

    @Test
    void whatAHostOfManyDaysNeverMetAndNobodyElseMeetsIsSaidOnce() {
        List<Flow> flows = site(8, 5);
        flows.add(contact(QUIET, "drop.odd-place.net", NEW, 5 * DAY));
        List<Alert> alerts = rare(flows);
        assertThat(alerts.stream().map(Alert::id).distinct()).hasSize(1);
        Alert alert = alerts.getLast();
        assertThat(alert.status()).isNotEqualTo(Alert.Status.WITHDRAWN);
        assertThat(alert.score()).isEqualTo(10);
        assertThat(alert.techniques()).isEmpty();
        assertThat(alert.subject().host()).isEqualTo(IpAddress.of(QUIET));
        assertThat(alert.subject().peer()).isEqualTo(IpAddress.of(NEW));
        assertThat(alert.findings().getFirst().observed())
                .isNotNull()
                .satisfies(text -> assertThat(text.raw()).isEqualTo("odd-place.net"));
        assertThat(alert.evidence().behaviour()).isNotNull().satisfies(behaviour -> {
            assertThat(behaviour.examples()).hasSize(1);
            assertThat(behaviour.measures())
                    .extracting(Measure::name, Measure::value)
                    .contains(tuple("hosts", 1.0), tuple("siteHosts", 8.0), tuple("knownBefore", 24.0));
        });
    }

    @Test
    void inAShortCaptureAndInASmallSiteNothingIsRare() {
        List<Flow> day = site(8, 1);
        day.add(contact(QUIET, "drop.odd-place.net", NEW, DAY - 3_600_000));
        assertThat(rare(day)).isEmpty();
        List<Flow> few = site(3, 5);
        few.add(contact(QUIET, "drop.odd-place.net", NEW, 5 * DAY));
        assertThat(rare(few)).isEmpty();
        List<Flow> guest = site(8, 5);
        guest.add(contact("10.20.0.77", "service-1.example-1.com", "45.2.1.1", 5 * DAY - 3_600_000));
        guest.add(contact("10.20.0.77", "drop.odd-place.net", NEW, 5 * DAY));
        assertThat(rare(guest)).as("a host that came today").isEmpty();
    }

    @Test
    void whatManyMeetOrAHostThatBrowsesIsNotRemarkable() {
        List<Flow> popular = site(8, 5);
        for (int host = 1; host <= 4; host++) {
            popular.add(contact("10.20.0." + host, "www.fresh-news.org", NEW, 5 * DAY + host * 1_000L));
        }
        assertThat(last(rare(popular))).isEmpty();
        List<Flow> browsing = site(8, 5);
        for (int page = 0; page < 12; page++) {
            browsing.add(contact(QUIET, "www.page-" + page + ".org", "45.9." + page + ".9", 5 * DAY + page * 20_000L));
        }
        Map<UUID, List<Alert>> byId = rare(browsing).stream().collect(Collectors.groupingBy(Alert::id));
        assertThat(byId.values()).allSatisfy(alerts -> assertThat(last(alerts)).isEmpty());
        List<Flow> unanswered = site(8, 5);
        unanswered.add(FlowFixtures.flow()
                .number(5 * DAY)
                .at(5 * DAY)
                .client(QUIET, 40_000)
                .server(NEW, 443)
                .refused()
                .build());
        assertThat(rare(unanswered)).isEmpty();
    }

    @Test
    void whatAnEarlierDayTellsThatArrivesLaterIsTakenIntoAccount() {
        List<Flow> early = site(8, 5);
        Flow met = contact(QUIET, "drop.odd-place.net", NEW, 5 * DAY);
        List<Flow> today = List.of(met);
        assertThat(inTurn(today, early)).as("what was silent is said").hasSize(1);
        List<Flow> before = List.of(contact(QUIET, "www.odd-place.net", NEW, DAY));
        assertThat(inTurn(early, today, before)).as("it was met before").isEmpty();
        List<Flow> others = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            others.add(contact(QUIET, "page-" + page + ".org", "45.9." + page + ".7", 5 * DAY - 60_000 - page));
        }
        assertThat(inTurn(early, today, others)).as("it was browsing").isEmpty();
    }

    @Test
    void whoGoesEverywhereIsNotCountedAmongThoseWhoKnowAPlace() {
        List<Flow> flows = site(8, 5);
        flows.add(contact(QUIET, "drop.odd-place.net", NEW, 5 * DAY));
        for (int host = 1; host <= 2; host++) {
            for (int page = 0; page < 1_100; page++) {
                String name = page == 700 ? "www.odd-place.net" : "page-" + page + ".org";
                String server = "46." + page / 200 + "." + page % 200 + ".1";
                flows.add(contact("10.20.1." + host, name, server, DAY + host + page * 10L));
            }
        }
        Random chance = new Random(9);
        Map<UUID, String> expected = Finals.of(rare(flows));
        assertThat(expected).hasSize(1);
        Collections.shuffle(flows, chance);
        assertThat(Finals.of(rare(flows, chance, 2, 2, 90))).isEqualTo(expected);
    }

    @Test
    void whatWasMetDaysAgoIsStillKnownOfASourceThatGoesOn() {
        UUID live = Ids.capture("office", "50");
        try (Bench bench = new Bench(1)) {
            for (int day = 0; day < 5; day++) {
                // More time goes by than other state is kept, as from Friday to Monday.
                bench.pass(Duration.ofDays(3));
                for (Flow flow : site(8, 5).subList(day * 192, (day + 1) * 192)) {
                    bench.flows(List.of(from(live, flow)), 1);
                }
            }
            Flow met = from(live, contact(QUIET, "drop.odd-place.net", NEW, 5 * DAY));
            bench.flows(List.of(met), 1);
            bench.end(met, 1);
            assertThat(bench.read().alerts())
                    .filteredOn(alert -> alert.kind().equals(RareDestination.CODE))
                    .isNotEmpty()
                    .allSatisfy(alert -> assertThat(alert.subject().peer()).isEqualTo(IpAddress.of(NEW)));
        }
    }

    @Test
    void whatIsDeletedAndSentAgainIsSaidAgainInTheOrderOfItsRevisions() {
        List<Flow> flows = site(8, 5);
        flows.add(contact(QUIET, "drop.odd-place.net", NEW, 5 * DAY));
        for (String site : List.of("office", Ids.capture("office", "51").toString())) {
            try (Bench bench = new Bench(1)) {
                List<Alert> first = sent(bench, site, 1, flows);
                bench.delete(from(Ids.capture("office", "51"), 1, site, flows.getFirst()));
                List<Alert> again = sent(bench, site, 2, flows);
                assertThat(first).as(site).isNotEmpty();
                Alert last = first.getLast();
                if (site.equals("office")) {
                    // Others of the office may have told of it: what was said stands, and nothing is said twice.
                    assertThat(again).noneMatch(alert -> alert.revision() <= last.revision());
                } else {
                    assertThat(again).isNotEmpty().extracting(Alert::id).doesNotContain(last.id());
                    assertThat(again.getFirst().revision()).isEqualTo(1);
                }
            }
        }
    }

    private static List<Alert> sent(Bench bench, String site, int revision, List<Flow> flows) {
        List<Flow> its = flows.stream()
                .map(flow -> from(Ids.capture("office", "51"), revision, site, flow))
                .toList();
        bench.flows(its, 100);
        bench.end(its.getFirst(), its.size());
        return bench.read().alerts().stream()
                .filter(alert -> alert.kind().equals(RareDestination.CODE))
                .toList();
    }

    /** The same flows as a capture of the office saw them. */
    static List<Flow> of(String number, List<Flow> flows) {
        UUID capture = Ids.capture("office", number);
        return flows.stream().map(flow -> from(capture, flow)).toList();
    }

    private static Flow from(UUID capture, Flow flow) {
        return from(capture, 1, "office", flow);
    }

    private static Flow from(UUID capture, int revision, String site, Flow flow) {
        return Changed.captured(
                flow,
                Ids.flow(capture, revision, flow.span().firstPacket(), null),
                new FlowOrigin(capture, revision, site, "upload"));
    }

    /** The last words when one capture of a site comes after the other is through. */
    @SafeVarargs
    private static Map<UUID, String> inTurn(List<Flow>... captures) {
        Cluster cluster = new Cluster(DETECTION, Expiry.DEFAULT, 2, 2, new Random(3));
        int number = 0;
        for (List<Flow> flows : captures) {
            cluster.publish(of("4" + number++, flows), 50);
            cluster.run();
        }
        return Finals.of(cluster.alerts().stream()
                .filter(alert -> alert.kind().equals(RareDestination.CODE))
                .toList());
    }

    @Test
    void theFinalAlertsAreTheSameInEveryOrderCutAndNumberOfPartitions() {
        List<Flow> flows = site(6, 5);
        flows.add(contact(QUIET, "drop.odd-place.net", NEW, 5 * DAY));
        flows.add(contact("10.20.0.2", "other.odd-place.net", "45.9.9.10", 5 * DAY + 60_000));
        for (int page = 0; page < 6; page++) {
            flows.add(contact("10.20.0.5", "page-" + page + ".org", "45.9." + page + ".7", 5 * DAY + page * 1_000L));
        }
        Map<UUID, String> expected = Finals.of(rare(flows));
        assertThat(expected).hasSize(1);
        Random chance = new Random(4);
        for (int i = 0; i < 4; i++) {
            Collections.shuffle(flows, chance);
            List<Alert> alerts =
                    rare(flows, chance, 1 + chance.nextInt(4), 1 + chance.nextInt(4), 1 + chance.nextInt(150));
            assertThat(Finals.of(alerts)).isEqualTo(expected);
        }
    }
}
