package io.wirecase.detection.spoof;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Readings.holding;
import static io.wirecase.detection.testing.Readings.measures;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.DhcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.flood.ArpFlood;
import io.wirecase.detection.flood.DhcpFlood;
import io.wirecase.detection.flood.FloodLimits;
import io.wirecase.detection.tally.TallyDetector;
import io.wirecase.detection.testing.Changed;
import io.wirecase.detection.testing.Claims;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpoofTest {

    private static final RogueServer DHCP = RogueServer.dhcp(SpoofLimits.DEFAULT);
    private static final RogueServer ROUTER = RogueServer.router(SpoofLimits.DEFAULT);
    private static final long HOUR = 3_600_000;

    private static Flow offer(int number, long at, String server, String router, String resolver) {
        Flow told = flow().number(number)
                .at(at)
                .client(server, 67)
                .server("255.255.255.255", 68)
                .transport(Transport.UDP)
                .build();
        return Changed.dhcp(
                told,
                new DhcpFacts(
                        4,
                        List.of(2, 5),
                        new MacAddress(0x02163E500047L),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        IpAddress.of("192.168.50." + (100 + number)),
                        IpAddress.of(server),
                        List.of(IpAddress.of(router)),
                        List.of(IpAddress.of(resolver)),
                        86_400L));
    }

    private static Flow advertised(int number, long at, String router) {
        return flow().number(number)
                .at(at)
                .client(router, null)
                .server("ff02::1", null)
                .icmp(134, 0)
                .transport(Transport.ICMPV6)
                .sent(3, 200)
                .answered(0, 0)
                .build();
    }

    @Test
    void aSecondServerThatSendsHostsElsewhereIsRogue() {
        List<Flow> flows = List.of(
                offer(1, 0, "192.168.50.1", "192.168.50.1", "192.168.50.1"),
                offer(2, HOUR, "192.168.50.66", "192.168.50.66", "192.168.50.66"));
        BehaviourReading reading = holding(DHCP, flows).getFirst();
        assertThat(reading.subject().host()).isEqualTo(IpAddress.of("192.168.50.66"));
        assertThat(reading.findings().getFirst().points()).isEqualTo(100);
        assertThat(reading.behaviour().roles()).hasSize(2);
    }

    @Test
    void aPairOfServersThatSayTheSameIsInOrder() {
        assertThat(holding(
                        DHCP,
                        List.of(
                                offer(1, 0, "192.168.50.2", "192.168.50.1", "192.168.50.1"),
                                offer(2, HOUR, "192.168.50.3", "192.168.50.1", "192.168.50.1"))))
                .isEmpty();
    }

    @Test
    void aRouterThatBeginsLaterIsRogueAndAPairIsOnlyAFact() {
        BehaviourReading late = holding(ROUTER, List.of(advertised(1, 0, "fe80::1"), advertised(2, HOUR, "fe80::66")))
                .getFirst();
        assertThat(late.findings().getFirst().points()).isEqualTo(100);
        assertThat(late.subject().host()).isEqualTo(IpAddress.of("fe80::66"));
        BehaviourReading pair = holding(ROUTER, List.of(advertised(1, 0, "fe80::1"), advertised(2, 120_000, "fe80::2")))
                .getFirst();
        assertThat(pair.findings().getFirst().points()).isEqualTo(10);
        assertThat(holding(ROUTER, List.of(advertised(1, 0, "fe80::1"), advertised(2, HOUR, "fe80::1"))))
                .isEmpty();
    }

    private static List<Flow> asked(int count, int everyMillis, int answeredOf10) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean there = i % 10 < answeredOf10;
            var one = flow().number(i)
                    .at((long) i * everyMillis)
                    .lasting(1)
                    .client(Claims.DESK, null)
                    .server("192.168." + (50 + i / 250) + "." + (i % 250 + 1), null);
            flows.add(
                    there
                            ? one.arpAsked(Claims.DESK_MAC, 0x02163E500100L + i).build()
                            : one.arpRequested(Claims.DESK_MAC, 1).build());
        }
        return flows;
    }

    @Test
    void aLinkAskedThroughWithinSecondsIsAScanByArp() {
        TallyDetector scan = new TallyDetector(new ArpScan(SpoofLimits.DEFAULT));
        BehaviourReading reading = holding(scan, asked(250, 10, 1)).getFirst();
        assertThat(reading.code()).isEqualTo("horizontal_scan");
        assertThat(reading.behaviour().technique()).isEqualTo("arp");
        assertThat(holding(scan, asked(250, 60_000, 1))).as("over hours").isEmpty();
        assertThat(holding(scan, asked(60, 100, 9))).as("hosts that are there").isEmpty();
    }

    @Test
    void messagesOfOneSenderAtARateAreAFloodAndAScanIsNone() {
        TallyDetector flood = new TallyDetector(new ArpFlood(FloodLimits.DEFAULT));
        Flow storm = flow().number(1)
                .lasting(60_000)
                .client(Claims.DESK, null)
                .server(Claims.GATEWAY, null)
                .arpRequested(Claims.DESK_MAC, 18_000)
                .build();
        assertThat(holding(flood, List.of(storm))).hasSize(1);
        assertThat(holding(flood, asked(4_000, 5, 1))).isEmpty();
    }

    @Test
    void clientsThatEmptyAPoolAreAFloodAndAMorningIsNone() {
        TallyDetector flood = new TallyDetector(new DhcpFlood(FloodLimits.DEFAULT));
        assertThat(holding(flood, List.of(requests(500, 100)))).hasSize(1);
        assertThat(holding(flood, List.of(requests(800, 6)))).isEmpty();
    }

    private static Flow requests(int messages, int peak) {
        Flow flow = flow().lasting(60_000)
                .client("0.0.0.0", 68)
                .server("255.255.255.255", 67)
                .transport(Transport.UDP)
                .sent(messages, messages * 300L)
                .answered(0, 0)
                .build();
        DhcpFacts facts = new DhcpFacts(
                4, List.of(1), null, null, null, null, List.of(), null, null, null, List.of(), List.of(), null);
        return Changed.peak(Changed.dhcp(flow, facts), peak);
    }

    @Test
    void measuresSayWhenTheSecondBegan() {
        BehaviourReading late = holding(ROUTER, List.of(advertised(1, 0, "fe80::1"), advertised(2, HOUR, "fe80::66")))
                .getFirst();
        assertThat(measures(late)).containsEntry("beganAfterFirst", 3_600.0).containsEntry("servers", 2.0);
    }
}
