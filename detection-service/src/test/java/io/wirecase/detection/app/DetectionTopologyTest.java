package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Ids;
import io.wirecase.detection.app.Bench.Output;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.engine.FlowEngine;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.scan.ScanAlerts;
import io.wirecase.detection.scan.ScanJudge;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.sighting.FactReader;
import io.wirecase.detection.store.Expiry;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Scans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DetectionTopologyTest {

    @Test
    void aPageLoadOf129AnsweredConnectionsIsNoScanAndNoRisk() {
        try (Bench bench = new Bench(4)) {
            List<Flow> page = Scans.pageLoad();
            bench.flows(page, 50);
            bench.end(page.getFirst(), page.size());
            Output output = bench.read();
            assertThat(output.alerts()).isEmpty();
            assertThat(output.markers())
                    .hasSize(8)
                    .allSatisfy(marker -> assertThat(marker.alerts()).isZero());
        }
    }

    @Test
    void asManyTriesInVainAreOneScanWithItsBreadthAndFailures() {
        try (Bench bench = new Bench(4)) {
            List<Flow> sweep = Scans.sweep();
            bench.flows(sweep, 50);
            bench.end(sweep.getFirst(), sweep.size());
            List<Alert> scans = bench.read().scans();
            assertThat(scans.stream().map(Alert::id).distinct()).hasSize(1);
            Alert last = scans.getLast();
            assertThat(last.kind()).isEqualTo("horizontal_scan");
            assertThat(last.status()).isEqualTo(Alert.Status.UPDATED);
            assertThat(measures(last))
                    .containsEntry("distinctPairs", 129.0)
                    .containsEntry("distinctHosts", 43.0)
                    .containsEntry("distinctPorts", 3.0)
                    .containsEntry("attempts", 129.0)
                    .containsEntry("failedPairs", 122.0)
                    .containsEntry("dnsPrecededShare", 0.0);
            assertThat(last.evidence().behaviour()).isNotNull().satisfies(behaviour -> {
                assertThat(behaviour.technique()).isEqualTo("connect");
                assertThat(behaviour.flows()).isEqualTo(129);
                assertThat(behaviour.examples()).hasSize(8);
            });
        }
    }

    @Test
    void aScanOfAThousandPortsMakesFewRevisionsAndEndsWithItsFullCount() {
        try (Bench bench = new Bench(1)) {
            List<Flow> ports = Scans.ports(1_000);
            bench.flows(ports, 10);
            bench.end(ports.getFirst(), ports.size());
            List<Alert> scans = bench.read().scans();
            assertThat(scans).hasSizeBetween(2, 9);
            assertThat(scans.stream().map(Alert::revision))
                    .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, scans.size())
                            .boxed()
                            .toList());
            assertThat(scans.getLast().kind()).isEqualTo("vertical_scan");
            assertThat(measures(scans.getLast())).containsEntry("distinctPairs", 1_000.0);
        }
    }

    @Test
    void theFinalAlertsAreTheSameInEveryOrderAndCut() {
        List<Flow> day = new ArrayList<>(Scans.pageLoad());
        day.addAll(Scans.sweep());
        day.addAll(Scans.ports(60));
        Map<UUID, String> expected = Finals.of(day, 200);
        Random chance = new Random(5);
        for (int i = 0; i < 12; i++) {
            Collections.shuffle(day, chance);
            assertThat(Finals.of(day, 1 + chance.nextInt(200))).isEqualTo(expected);
        }
    }

    @Test
    void partsOfOneFlowAreOneAlertAndOneContact() {
        try (Bench bench = new Bench(1)) {
            List<Flow> flows = new ArrayList<>();
            for (Flow flow : Scans.sweep().subList(0, 10)) {
                flows.add(flow);
            }
            for (int part = 1; part <= 40; part++) {
                flows.add(FlowFixtures.flow()
                        .number(7)
                        .server("10.20.0.77", 22)
                        .silent()
                        .part(part, part == 40)
                        .build());
            }
            bench.flows(flows, 20);
            bench.end(flows.getFirst(), flows.size());
            Output output = bench.read();
            assertThat(output.scans()).isEmpty();
            assertThat(output.alerts()).hasSize(11);
        }
    }

    @Test
    void markersGoToEveryPartitionLastAndCountItsAlerts() {
        try (Bench bench = new Bench(3)) {
            List<Flow> sweep = Scans.sweep();
            bench.flows(sweep, 64);
            bench.end(sweep.getFirst(), sweep.size());
            Output output = bench.read();
            assertThat(output.markers().stream().mapToLong(EndMarker::alerts).sum())
                    .isEqualTo(output.alerts().size());
            // One of flows and one of digests on each.
            assertThat(output.markers().stream().map(EndMarker::flowPartition)).containsExactly(0, 0, 0, 1, 1, 1);
            assertThat(output.markers()).allSatisfy(marker -> {
                assertThat(marker.flows()).isEqualTo(marker.flowPartition() == 0 ? 129 : 0);
                assertThat(marker.flowPartitions()).isEqualTo(2);
            });
        }
    }

    @Test
    void whatCannotBeReadIsPutAsideAndTheRestGoesOn() {
        try (Bench bench = new Bench(1)) {
            bench.send(EventType.FLOW_BLOCK, "no block".getBytes(StandardCharsets.UTF_8));
            bench.send(null, new byte[] {1});
            bench.send(EventType.CAPTURE_END, new byte[] {2});
            bench.send(EventType.FLOW_BLOCK, null);
            bench.flows(Scans.sweep().subList(0, 1), 1);
            Output output = bench.read();
            assertThat(output.deadReasons()).hasSize(4);
            assertThat(bench.tally().unreadable.sum()).isEqualTo(4);
            assertThat(output.alerts()).hasSize(1);
        }
    }

    @Test
    void aFlowADetectorFailsOnIsPutAsideAlone() {
        Flow bad = Scans.sweep().getFirst();
        FlowEngine failing =
                new FlowEngine(List.of(new FailingDetector(bad.id())), new DetectionContext(Networks.PRIVATE));
        Detection detection = new Detection(
                failing,
                new ScanJudge(ScanSettings.DEFAULT),
                new ScanAlerts(ScanSettings.DEFAULT, Networks.PRIVATE),
                ScanSettings.DEFAULT,
                List.of(),
                List.of(),
                new FactReader(Networks.PRIVATE));
        try (Bench bench = new Bench(1, detection, Expiry.DEFAULT)) {
            bench.flows(Scans.sweep().subList(0, 3), 3);
            Output output = bench.read();
            assertThat(output.alerts()).hasSize(2);
            assertThat(output.deadReasons())
                    .hasSize(1)
                    .allSatisfy(why -> assertThat(why).contains("a detector failed"));
            assertThat(bench.tally().deadFlows.sum()).isEqualTo(1);
        }
    }

    @Test
    void stateOfACaptureThatIsItsOwnSiteGoesAfterItsEnd() {
        try (Bench bench = new Bench(1)) {
            List<Flow> sweep = Scans.sweep();
            bench.flows(sweep, 64);
            bench.end(sweep.getFirst(), sweep.size());
            bench.pass(Duration.ofSeconds(11));
            // What is left is the count of alerts sent and which markers came, in case one is sent again; both indexed.
            assertThat(bench.entries()).isEqualTo(4);
        }
    }

    @Test
    void nothingIsLeftOfACaptureThatIsDeletedWhetherItHadEndedOrNot() {
        try (Bench bench = new Bench(1)) {
            List<Flow> sweep = Scans.sweep();
            bench.flows(sweep.subList(0, 64), 64);
            assertThat(bench.entries()).isPositive();
            bench.delete(sweep.getFirst());
            Output output = bench.read();
            assertThat(output.markers()).isEmpty();
            assertThat(output.deadReasons()).isEmpty();
            bench.pass(Duration.ofHours(26));
            assertThat(bench.entries()).isZero();
        }
    }

    @Test
    void aSiteThatOtherCapturesShareOutlivesOneThatIsDeleted() {
        try (Bench bench = new Bench(1)) {
            List<Flow> sweep = ofSite("office");
            bench.flows(sweep.subList(0, 14), 14);
            bench.delete(sweep.getFirst());
            bench.flows(sweep.subList(14, 40), 40);
            assertThat(bench.read().scans()).hasSize(1);
        }
    }

    @Test
    void stateGoesByArrivalTimeHoweverOldTheTrafficIs() {
        try (Bench bench = new Bench(1)) {
            List<Flow> sweep = ofSite("office");
            bench.flows(sweep.subList(0, 14), 14);
            bench.pass(Duration.ofHours(20));
            bench.flows(sweep.subList(14, 40), 40);
            assertThat(bench.read().scans()).hasSize(1);
            bench.pass(Duration.ofDays(9));
            assertThat(bench.entries()).isZero();
        }
    }

    @Test
    void aLiveSourcesMarkersKeepCountingForDays() {
        try (Bench bench = new Bench(1)) {
            List<Flow> sweep = ofSite("office");
            bench.flows(sweep, 60);
            for (int day = 0; day < 3; day++) {
                bench.end(sweep.getFirst(), sweep.size());
                bench.pass(Duration.ofHours(20));
            }
            Output output = bench.read();
            assertThat(output.markers().stream().filter(marker -> marker.flowPartition() == 0))
                    .hasSize(3)
                    .allSatisfy(marker -> assertThat(marker.alerts())
                            .isEqualTo(output.alerts().size()));
        }
    }

    @Test
    void aCaptureReadAgainIsCountedAnew() {
        try (Bench bench = new Bench(1)) {
            bench.flows(Scans.sweep(), 200);
            List<Flow> again = new ArrayList<>();
            for (Flow flow : Scans.sweep()) {
                again.add(FlowFixtures.flow()
                        .revision(2)
                        .number(flow.span().firstPacket())
                        .at(0)
                        .server(
                                flow.responder().toString(),
                                flow.key().responder().port())
                        .silent()
                        .build());
            }
            bench.flows(again, 200);
            List<Alert> scans = bench.read().scans();
            assertThat(scans).hasSize(2);
            assertThat(scans.get(0).id()).isNotEqualTo(scans.get(1).id());
            assertThat(measures(scans.get(1))).containsEntry("attempts", 129.0);
        }
    }

    private static List<Flow> ofSite(String site) {
        UUID capture = Ids.capture(site, "01");
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            flows.add(FlowFixtures.flow()
                    .from(capture, site)
                    .number(i)
                    .at(i)
                    .server("10.20.1." + i, 445)
                    .silent()
                    .build());
        }
        return flows;
    }

    private static Map<String, Double> measures(Alert alert) {
        var behaviour = alert.evidence().behaviour();
        assertThat(behaviour).isNotNull();
        return behaviour == null
                ? Map.of()
                : behaviour.measures().stream().collect(Collectors.toMap(Measure::name, Measure::value));
    }
}
