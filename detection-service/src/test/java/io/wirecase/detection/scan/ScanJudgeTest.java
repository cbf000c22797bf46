package io.wirecase.detection.scan;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Messages.hello;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.ScanShape;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Scans;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScanJudgeTest {

    private static final ScanSettings SETTINGS = ScanSettings.DEFAULT;
    private final ScanJudge judge = new ScanJudge(SETTINGS);

    @Test
    void aPageLoadIsNone() {
        assertThat(judged(Scans.pageLoad())).isEmpty();
    }

    @Test
    void aPageLoadWithTwentyDeadNamesIsNone() {
        List<Flow> flows = new ArrayList<>(Scans.pageLoad());
        flows.addAll(flows(
                20,
                i -> flow().number(900 + i)
                        .at(1_000L * i)
                        .server("198.51.100." + i, 443)
                        .silent()
                        .resolved("dead" + i + ".example")));
        assertThat(judged(flows)).isEmpty();
    }

    @Test
    void anOfflineHostThatAsksForEverythingByNameIsNone() {
        assertThat(judged(flows(
                        200,
                        i -> flow().number(i)
                                .at(100L * i)
                                .server("198.51." + i % 100 + "." + i / 100, 443)
                                .silent()
                                .resolved("site" + i + ".example"))))
                .isEmpty();
    }

    @Test
    void aFloodOfDatagramsOverManyPortsIsNone() {
        assertThat(judged(datagrams(20, 5_000))).isEmpty();
    }

    @Test
    void aScanThatRepeatsEveryDatagramTenTimesIsOne() {
        assertThat(judged(datagrams(11, 5_000)).orElseThrow().code(SETTINGS)).isEqualTo("vertical_scan");
    }

    @Test
    void datagramsOfMoreThanAScannersNumberAreAScanAllTheSameWhereTheyAreTooFewForAFlood() {
        assertThat(judged(datagrams(20, 400)).orElseThrow().code(SETTINGS)).isEqualTo("vertical_scan");
    }

    /** So many datagrams to each of so many ports of one host, none answered, all within ten seconds. */
    private static List<Flow> datagrams(int each, int ports) {
        return flows(
                ports,
                i -> flow().number(i)
                        .at(10_000L * i / ports)
                        .transport(Transport.UDP)
                        .server("192.168.50.9", 10_000 + i)
                        .sent(each, each * 64L)
                        .answered(0, 0));
    }

    @Test
    void aThousandTriesAtOneClosedPortAreNone() {
        assertThat(judged(flows(
                        1_000,
                        i -> flow().number(i)
                                .at(1_000L * i)
                                .server("10.0.0.9", 8_443)
                                .refused())))
                .isEmpty();
    }

    @Test
    void aFewClosedPortsAreNone() {
        assertThat(judged(Scans.ports(4))).isEmpty();
    }

    @Test
    void aMonitorThatGetsAnswersIsNone() {
        assertThat(judged(flows(200, i -> flow().number(i).at(100L * i).server("10.0.1." + i, 5_666))))
                .isEmpty();
    }

    @Test
    void aSweepIsHorizontalHoweverItsSynsLook() {
        ScanReading reading = judged(Scans.sweep()).orElseThrow();
        assertThat(reading.contacts().shape()).isEqualTo(ScanShape.HORIZONTAL);
        assertThat(reading.contacts().pairs()).isEqualTo(129);
        assertThat(reading.contacts().failed()).isEqualTo(122);
    }

    @Test
    void portsOfAHostThatWasAskedForByNameAreVertical() {
        List<Flow> flows = flows(
                200,
                i -> flow().number(i)
                        .at(10L * i)
                        .server("10.0.0.9", 1 + i)
                        .refused()
                        .resolved("server.example"));
        ScanReading reading = judged(flows).orElseThrow();
        assertThat(reading.contacts().shape()).isEqualTo(ScanShape.VERTICAL);
        assertThat(reading.contacts().namedShare()).isEqualTo(1);
    }

    @Test
    void openPortsWithoutAWordAreAScanToo() {
        List<Flow> flows = flows(
                40,
                i -> flow().number(i).at(100L * i).server("10.0.2." + i, 443).emptyHanded());
        assertThat(judged(flows))
                .hasValueSatisfying(reading -> assertThat(reading.technique()).isEqualTo(ScanTechnique.CONNECT));
    }

    @Test
    void aScanInTheMiddleOfBrowsingIsFoundWithItsOwnNumbers() {
        List<Flow> flows = new ArrayList<>(Scans.pageLoad(0));
        flows.addAll(Scans.pageLoad(600_000));
        for (Flow flow : Scans.sweep()) {
            flows.add(FlowFixtures.flow()
                    .number(flow.span().firstPacket())
                    .at(300_000 + flow.span().firstPacket())
                    .server(flow.responder().toString(), flow.key().responder().port())
                    .silent()
                    .build());
        }
        ScanReading reading = judged(flows).orElseThrow();
        assertThat(reading.contacts().pairs()).isEqualTo(129);
        assertThat(reading.contacts().failureShare()).isEqualTo(1);
    }

    @Test
    void threePortsWithFlagsOfNoTcpAreAScanAndTwoAreNot() {
        IntFunction<FlowFixtures> xmas =
                i -> flow().number(i).at(i).server("10.0.0.9", 20 + i).odd(0x29);
        assertThat(judged(flows(2, xmas))).isEmpty();
        assertThat(judged(flows(3, xmas)))
                .hasValueSatisfying(reading -> assertThat(reading.technique()).isEqualTo(ScanTechnique.XMAS));
    }

    @Test
    void groupsAndServicesThatClientsAskInVainNeverCount() {
        IntFunction<FlowFixtures> quic = i -> flow().transport(Transport.UDP)
                .number(i)
                .server("198.51.100." + i, 443)
                .sent(3, 3_600)
                .answered(0, 0);
        IntFunction<FlowFixtures> group = i -> flow().transport(Transport.UDP)
                .number(i)
                .server("239.0.0." + i, 5_000)
                .sent(1, 10)
                .answered(0, 0);
        IntFunction<FlowFixtures> lateAnswer = i -> flow().transport(Transport.UDP)
                .number(i)
                .client("192.168.50.1", 123)
                .server("192.168.50." + i, 40_000 + i)
                .sent(1, 48)
                .answered(0, 0);
        for (IntFunction<FlowFixtures> kind : List.of(quic, group, lateAnswer)) {
            assertThat(flows(100, kind).stream().map(ContactReader::read)).allMatch(Optional::isEmpty);
        }
    }

    @Test
    void unansweredDatagramsAtManyPortsAreAScan() {
        List<Flow> flows = flows(
                100,
                i -> flow().transport(Transport.UDP)
                        .number(i)
                        .at(1_000L * i)
                        .server("10.0.0.9", 1_000 + i)
                        .sent(1, 0)
                        .answered(0, 0));
        assertThat(judged(flows))
                .hasValueSatisfying(reading -> assertThat(reading.technique()).isEqualTo(ScanTechnique.UDP));
    }

    @Test
    void aConnectionSeenInItsMiddleOrInOneDirectionOnlyIsNoFailure() {
        Flow middle = flow().tcp(FlowFixtures.tcp("OTH", TcpFacts.ACK, TcpFacts.RST, null, null))
                .build();
        Flow oneWay = flow().tcp(FlowFixtures.tcp("SH", TcpFacts.SYN | TcpFacts.ACK, 0, null, null))
                .sent(5, 0)
                .answered(0, 0)
                .build();
        assertThat(ContactReader.read(middle)).isEmpty();
        assertThat(ContactReader.read(oneWay))
                .hasValueSatisfying(
                        contact -> assertThat(contact.outcome().failed()).isFalse());
    }

    @Test
    void aNameInTheHelloCountsAsAName() {
        Flow named = flow().tls(hello(0x0303, "a.example", "h2")).build();
        assertThat(ContactReader.read(named))
                .hasValueSatisfying(contact -> assertThat(contact.named()).isTrue());
    }

    private static List<Flow> flows(int count, IntFunction<FlowFixtures> each) {
        return IntStream.range(0, count).mapToObj(i -> each.apply(i).build()).toList();
    }

    private Optional<ScanReading> judged(List<Flow> flows) {
        ScanState state = new ScanState();
        ScanFamily family = null;
        for (Flow flow : flows) {
            ScanContact contact = ContactReader.read(flow).orElseThrow();
            family = contact.family();
            state.add(contact, FlowFixtures.CAPTURE, SETTINGS.maxPairs());
        }
        return family == null ? Optional.empty() : judge.scan(family, state);
    }
}
