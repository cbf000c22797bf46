package io.wirecase.detection.access;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Readings.holding;
import static io.wirecase.detection.testing.Readings.measures;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Behaviour.Role;
import io.wirecase.core.alert.Behaviour.RoleOf;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.tally.TallyDetector;
import io.wirecase.detection.tally.TallyRule;
import io.wirecase.detection.testing.Messages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final AccessLimits LIMITS = AccessLimits.DEFAULT;
    private static final Networks NETWORKS = Networks.PRIVATE;
    private static final BruteForce ONE = BruteForce.ofOneClient(LIMITS, NETWORKS);
    private static final BruteForce MANY = BruteForce.ofMany(LIMITS, NETWORKS);
    private static final LateralMovement LATERAL = new LateralMovement(LIMITS, NETWORKS);
    private static final Mining MINING = new Mining(NETWORKS);
    private static final ProxyTunnel TUNNEL = new ProxyTunnel(NETWORKS);

    private static List<BehaviourReading> found(TallyRule rule, List<Flow> flows) {
        return holding(new TallyDetector(rule), flows);
    }

    private static List<Flow> logins(int count, int everyMillis, boolean accepted) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(flow().number(i)
                    .at((long) i * everyMillis)
                    .client("10.20.0." + (i % 1 + 5), 40_000 + i)
                    .server("10.20.0.9", 21)
                    .login(new LoginFacts("FTP_CONTROL", null, true, true, 1, accepted, i))
                    .build());
        }
        return flows;
    }

    private static List<Flow> ssh(int count, int everyMillis, long sent, long received) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(flow().number(i)
                    .at((long) i * everyMillis)
                    .client("10.20.0.5", 40_000 + i)
                    .server("10.20.0.9", 22)
                    .application(Found.DECODED, "SSH")
                    .sent(12, sent)
                    .answered(12, received)
                    .build());
        }
        return flows;
    }

    @Test
    void loginsRefusedAgainAndAgainAreGuessing() {
        BehaviourReading reading = found(ONE, logins(60, 10_000, false)).getFirst();
        assertThat(reading.subject().host()).isEqualTo(IpAddress.of("10.20.0.5"));
        assertThat(reading.subject().peer()).isEqualTo(IpAddress.of("10.20.0.9"));
        assertThat(reading.behaviour().roles())
                .containsExactly(
                        new RoleOf(Role.ATTACKER, IpAddress.of("10.20.0.5")),
                        new RoleOf(Role.VICTIM, IpAddress.of("10.20.0.9")));
        assertThat(measures(reading)).containsEntry("refusedLogins", 60.0);
    }

    @Test
    void briefConnectionsToAServiceWhoseLoginsCannotBeReadAreGuessing() {
        assertThat(found(ONE, ssh(80, 5_000, 2_100, 2_600))).hasSize(1);
    }

    @Test
    void aForgottenPasswordAndAMailerWithAnOldOneAreNone() {
        assertThat(found(ONE, logins(6, 5_000, false))).isEmpty();
        assertThat(found(ONE, logins(60, 60_000, false))).isEmpty();
        assertThat(found(ONE, logins(500, 1_000, true))).isEmpty();
    }

    @Test
    void jobsOverSshAndALookAtTheBannerAreNone() {
        assertThat(found(ONE, ssh(60, 60_000, 3_900, 4_200))).isEmpty();
        assertThat(found(ONE, ssh(200, 2_000, 90_000, 30_000))).isEmpty();
        assertThat(found(ONE, ssh(200, 2_000, 22, 41))).isEmpty();
    }

    @Test
    void guessingSharedByManyClientsIsSeenAtTheServer() {
        List<Flow> flows = new ArrayList<>();
        List<Flow> oneUserEach = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            LoginFacts refused = new LoginFacts("IMAP", null, true, true, 1, false, i);
            flows.add(flow().number(i)
                    .at(i * 2_000L)
                    .client("45.1.1." + i % 10, 40_000 + i)
                    .server("10.20.0.9", 143)
                    .login(refused)
                    .build());
            oneUserEach.add(flow().number(i)
                    .at(i * 2_000L)
                    .client("45.1.1." + i, 40_000)
                    .server("10.20.0.9", 143)
                    .login(refused)
                    .build());
        }
        assertThat(found(ONE, flows)).isEmpty();
        BehaviourReading reading = found(MANY, flows).getFirst();
        assertThat(reading.code()).isEqualTo("brute_force");
        assertThat(reading.subject().host()).isEqualTo(IpAddress.of("10.20.0.9"));
        assertThat(found(MANY, oneUserEach)).isEmpty();
    }

    @Test
    void oneHostThatAdministersManyOthersIsAFactAndMoreSoWhenItWasReachedBefore() {
        List<Flow> spread = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            spread.add(flow().number(10 + i)
                    .at(60_000 + i * 5_000L)
                    .client("10.20.0.5", 40_000 + i)
                    .server("10.20.1." + i, 445)
                    .sent(20, 4_000)
                    .answered(20, 6_000)
                    .build());
        }
        assertThat(found(LATERAL, spread.subList(0, 5))).isEmpty();
        assertThat(found(LATERAL, spread).getFirst().behaviour().technique()).isEqualTo("star");
        spread.add(flow().number(1)
                .client("10.20.0.77", 50_000)
                .server("10.20.0.5", 3389)
                .sent(500, 40_000)
                .answered(500, 400_000)
                .build());
        BehaviourReading chain = found(LATERAL, spread).getFirst();
        assertThat(chain.behaviour().technique()).isEqualTo("chain");
        assertThat(chain.findings().getFirst().points()).isEqualTo(50);
    }

    @Test
    void aPollerThatLooksAtManyHostsAdministersNone() {
        List<Flow> polls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            polls.add(flow().number(i)
                    .at(i * 1_000L)
                    .client("10.20.0.5", 40_000 + i)
                    .server("10.20.1." + i, 22)
                    .sent(4, 22)
                    .answered(4, 41)
                    .build());
        }
        assertThat(found(LATERAL, polls)).isEmpty();
    }

    @Test
    void aMinerIsToldByItsProtocolOrByItsPool() {
        Flow clear = flow().server("51.15.1.1", 3333)
                .lasting(3_600_000)
                .application(Found.DECODED, "Mining")
                .build();
        Flow hidden = flow().server("51.15.1.1", 14_433)
                .lasting(3_600_000)
                .tls(Messages.hello(0x0303, "xmr-eu1.nanopool.org"))
                .build();
        assertThat(found(MINING, List.of(clear))
                        .getFirst()
                        .findings()
                        .getFirst()
                        .points())
                .isEqualTo(100);
        assertThat(found(MINING, List.of(hidden))
                        .getFirst()
                        .findings()
                        .getFirst()
                        .points())
                .isEqualTo(50);
    }

    @Test
    void aPoolsPageAndOtherPoolsAreNoMining() {
        Flow page = flow().lasting(600_000)
                .tls(Messages.hello(0x0303, "www.nanopool.org", "h2"))
                .build();
        Flow swimming = flow().server("51.15.1.1", 9_443)
                .lasting(600_000)
                .tls(Messages.hello(0x0303, "booking.whirlpools.example"))
                .build();
        assertThat(found(MINING, List.of(page, swimming))).isEmpty();
    }

    @Test
    void aProxyOutsideAndAnOddPortAreATunnelAndTheHousesOwnProxyIsNone() {
        assertThat(found(TUNNEL, List.of(connect("10.20.0.3", "bank.example:443"))))
                .isEmpty();
        BehaviourReading odd =
                found(TUNNEL, List.of(connect("10.20.0.3", "shell.example:22"))).getFirst();
        assertThat(odd.findings().getFirst().points()).isEqualTo(50);
        BehaviourReading both =
                found(TUNNEL, List.of(connect("45.9.9.9", "shell.example:22"))).getFirst();
        assertThat(both.findings().getFirst().points()).isEqualTo(100);
        Flow inside =
                flow().application(Found.DECODED, "HTTP", "WebSocket", "SSH").build();
        assertThat(found(TUNNEL, List.of(inside))).hasSize(1);
        Flow chat = flow().application(Found.DECODED, "HTTP", "WebSocket").build();
        assertThat(found(TUNNEL, List.of(chat))).isEmpty();
    }

    private static Flow connect(String proxy, String target) {
        return flow().client("10.20.0.5", 40_000)
                .http(Messages.exchange(Messages.request("CONNECT", target, target), Messages.response(200)))
                .server(proxy, 8_080)
                .application(Found.DECODED, "HTTP_Connect", "TLS")
                .build();
    }

    @Test
    void farMoreSentToOnePlaceThanAnywhereElseIsLeavingAndAnOrdinaryDayIsNot() {
        Exfiltration exfiltration = new Exfiltration(LIMITS, NETWORKS);
        List<Flow> day = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            day.add(flow().number(i)
                    .at(i * 60_000L)
                    .server("45.2.0." + i % 20, 443)
                    .sent(400, 300_000 + i * 1_000L)
                    .answered(900, 900_000)
                    .build());
        }
        assertThat(holding(exfiltration, day)).isEmpty();
        day.add(upload(400_000_000L, 2_000_000));
        BehaviourReading reading = holding(exfiltration, day).getFirst();
        assertThat(measures(reading)).containsEntry("sentWithinAnHour", 400_000_000.0);
        assertThat(reading.findings().getFirst().observed())
                .isNotNull()
                .satisfies(observed -> assertThat(observed.raw()).contains("45.9.9.9"));
        day.removeLast();
        day.add(upload(400_000_000L, 380_000_000));
        assertThat(holding(exfiltration, day)).as("a call").isEmpty();
    }

    private static Flow upload(long sent, long received) {
        return flow().number(999)
                .at(1_000_000)
                .lasting(900_000)
                .server("45.9.9.9", 443)
                .sent(sent / 1_200, sent)
                .answered(sent / 2_400, received)
                .build();
    }
}
