package io.wirecase.detection.arp;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.AddressClaim;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.testing.Claims;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArpConflictTest {

    private static final long VRRP_MAC = 0x00005E000107L;
    private final ArpConflict detector = new ArpConflict(Networks.PRIVATE);

    @Test
    void aStationThatPushesItsClaimWhileTheOwnerAnswersIsCalledSpoofing() {
        BehaviourReading reading = judged(Claims.poisoned(10));
        assertThat(reading.holds()).isTrue();
        assertThat(Scores.total(reading.findings())).isEqualTo(100);
        assertThat(reading.techniques()).extracting("id").containsExactly("T1557.002");
        assertThat(measures(reading))
                .containsEntry("claimedMacs", 2.0)
                .containsEntry("contestedMinutes", 10.0)
                .containsEntry("changes", 10.0)
                .containsEntry("unsolicitedReplies", 250.0);
        assertThat(measures(reading).get("spoofingLikelihood")).isBetween(0.9, 0.95);
        assertThat(reading.behaviour().claims())
                .extracting(AddressClaim::mac)
                .containsExactly(new MacAddress(Claims.GATEWAY_MAC), new MacAddress(Claims.THIRD_MAC));
        assertThat(reading.behaviour().claims().getFirst().firstNanos())
                .isLessThan(reading.behaviour().claims().getLast().firstNanos());
    }

    @Test
    void anAddressConfiguredTwiceIsAConflictOfFewPointsAndNoAttack() {
        BehaviourReading reading = judged(Claims.configuredTwice(10));
        assertThat(reading.holds()).isTrue();
        assertThat(Scores.total(reading.findings())).isEqualTo(10);
        assertThat(reading.techniques()).isEmpty();
    }

    @Test
    void answersWhoseQuestionsTheCaptureLostAreNoPushing() {
        List<Flow> flows = new ArrayList<>(Claims.configuredTwice(10));
        for (int i = 0; i < 10; i++) {
            flows.add(flow().number(7_000 + i)
                    .at(i * 60_000L + 30_000)
                    .client(Claims.GATEWAY, null)
                    .server(Claims.DESK, null)
                    .arpTold(Claims.GATEWAY_MAC, 10, 1, 0, 0)
                    .build());
        }
        BehaviourReading reading = judged(flows);
        assertThat(measures(reading)).containsEntry("unsolicitedReplies", 10.0);
        assertThat(Scores.total(reading.findings())).isEqualTo(10);
    }

    @Test
    void aSpareThatTakesOverAndAnnouncesItIsNone() {
        assertThat(judged(Claims.takenOver(Claims.THIRD_MAC, 10)).holds()).isFalse();
    }

    @Test
    void aVirtualRouterBesideItsRealOneIsNoneHoweverOftenBothAnswer() {
        List<Flow> flows = new ArrayList<>(Claims.takenOver(VRRP_MAC, 10));
        flows.addAll(Claims.ordinary(20));
        assertThat(judged(flows).holds()).isFalse();
    }

    @Test
    void aVirtualRouterThatIsSpoofedIsFoundAllTheSame() {
        List<Flow> flows = new ArrayList<>();
        for (Flow flow : Claims.poisoned(10)) {
            flows.add(flow);
        }
        flows.add(flow().number(9_000)
                .at(30_000)
                .client(Claims.DESK, null)
                .server(Claims.GATEWAY, null)
                .arpAsked(Claims.DESK_MAC, VRRP_MAC)
                .build());
        assertThat(Scores.total(judged(flows).findings())).isEqualTo(100);
    }

    @Test
    void oneStationThatAnnouncesItselfAllDayIsNone() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            flows.add(flow().number(i)
                    .at(i * 600_000L)
                    .client(Claims.GATEWAY, null)
                    .server(Claims.GATEWAY, null)
                    .arpTold(Claims.GATEWAY_MAC, 1, 0, 1, 0)
                    .build());
        }
        Folded folded = fold(flows);
        assertThat(detector.plausible(folded.state())).isFalse();
    }

    @Test
    void claimsInAnotherStationsNameAreEvidenceOnlyTogetherWithOthers() {
        List<Flow> flows = new ArrayList<>(Claims.takenOver(Claims.THIRD_MAC, 5));
        flows.add(flow().number(9_000)
                .at(400_000)
                .client(Claims.GATEWAY, null)
                .server(Claims.DESK, null)
                .arpTold(Claims.THIRD_MAC, 1, 1, 0, 1)
                .build());
        assertThat(judged(flows).holds()).isFalse();
    }

    @Test
    void aProbeClaimsNothingAndTheSameAddressInAnotherVlanIsAnother() {
        Flow probe = flow().client("0.0.0.0", null)
                .server(Claims.DESK, null)
                .arpTold(Claims.DESK_MAC, 1, 0, 0, 0)
                .build();
        assertThat(detector.read(probe)).isEmpty();

        Flow tagged = flow().vlan(12)
                .client(Claims.DESK, null)
                .server(Claims.GATEWAY, null)
                .arpAsked(Claims.DESK_MAC, Claims.THIRD_MAC)
                .build();
        assertThat(detector.read(tagged))
                .extracting(Digest::detail)
                .containsExactly(Claims.DESK + "/12", "02163e500047/12", Claims.GATEWAY + "/12", "02163e500099/12");
    }

    @Test
    void everyOrderEndsInTheSameStateThroughStorageToo() {
        List<Flow> flows = new ArrayList<>(Claims.poisoned(12));
        for (int station = 0; station < 40; station++) {
            flows.add(flow().number(5_000 + station)
                    .at(station * 7_000L)
                    .client(Claims.GATEWAY, null)
                    .server(Claims.DESK, null)
                    .arpTold(0x020000000000L + station * 7_919L, 1, 1, 0, 0)
                    .build());
        }
        byte[] expected = fold(flows).state().bytes();
        Random chance = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(flows, chance);
            assertThat(fold(flows).state().bytes()).isEqualTo(expected);
        }
    }

    @Test
    void whatIsKeptOfAStationIsBoundedAndTheSameInEveryOrder() {
        List<IpAddress> addresses = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            addresses.add(IpAddress.v4(0x0A000000 + i * 7));
        }
        Holdings holdings = held(Claims.THIRD_MAC, addresses);
        assertThat(holdings.bytes()).hasSizeLessThan(300);
        assertThat(holdings.addresses()).hasSize(Holdings.MAX_ADDRESSES);
        assertThat((double) holdings.distinct()).isBetween(12_000.0, 32_000.0);
        Collections.shuffle(addresses, new Random(4));
        assertThat(held(Claims.THIRD_MAC, addresses).bytes()).isEqualTo(holdings.bytes());
        assertThat(held(Claims.THIRD_MAC, addresses.subList(0, 9)).distinct()).isEqualTo(9);
    }

    private BehaviourReading judged(List<Flow> flows) {
        Folded folded = fold(flows);
        assertThat(detector.plausible(folded.state())).isTrue();
        return detector.read(folded.key(), folded.state());
    }

    private record Folded(BehaviourKey key, LinkState state) {}

    /** What is folded for the gateway's address, stored and read again after every digest. */
    private Folded fold(List<Flow> flows) {
        IpAddress gateway = IpAddress.of(Claims.GATEWAY);
        byte[] state = detector.fresh().bytes();
        BehaviourKey key = null;
        for (Flow flow : flows) {
            for (Digest<Word> digest : detector.read(flow)) {
                if (digest.value() instanceof Word.OfAddress(var address, var claim) && address.equals(gateway)) {
                    key = BehaviourKey.of(flow.origin(), detector.kind(), digest, detector.bucket());
                    var claims = detector.stored(state);
                    claims.add(digest.value());
                    state = claims.bytes();
                }
            }
        }
        assertThat(key).isNotNull();
        return new Folded(key, detector.stored(state));
    }

    /** What is kept of one station, stored and read again after every digest. */
    private Holdings held(long mac, List<IpAddress> addresses) {
        byte[] state = detector.fresh().bytes();
        for (IpAddress address : addresses) {
            LinkState holdings = detector.stored(state);
            holdings.add(new Word.OfStation(mac, address));
            state = holdings.bytes();
        }
        return Objects.requireNonNull(detector.stored(state).holdings());
    }

    private static Map<String, Double> measures(BehaviourReading reading) {
        return reading.behaviour().measures().stream().collect(Collectors.toMap(Measure::name, Measure::value));
    }
}
