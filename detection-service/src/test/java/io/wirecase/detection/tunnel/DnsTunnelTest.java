package io.wirecase.detection.tunnel;

import static io.wirecase.detection.testing.Carriers.coded;
import static io.wirecase.detection.testing.Carriers.data;
import static io.wirecase.detection.testing.Carriers.lookup;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.DnsFacts.Answer;
import io.wirecase.core.fact.DomainTraffic;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.RegisteredDomain;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.testing.Carriers;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Messages;
import io.wirecase.detection.testing.Readings;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class DnsTunnelTest {

    private final DnsTunnel detector = new DnsTunnel();
    private final SplittableRandom chance = new SplittableRandom(4);

    @Test
    void codedNamesBelowOneDomainAnsweredWithMuchDataAreATunnel() {
        List<BehaviourReading> readings = Readings.holding(detector, Carriers.tunnel(120));

        assertThat(readings).hasSize(1).first().satisfies(reading -> {
            assertThat(Scores.total(reading.findings())).isEqualTo(100);
            assertThat(reading.findings())
                    .extracting(Finding::observed)
                    .containsExactly(Messages.text("quiet-harbor.example"));
            assertThat(reading.behaviour().technique()).isEqualTo("answers");
            assertThat(reading.techniques()).extracting("id").containsExactly("T1071.004", "T1572");
            assertThat(Readings.measures(reading))
                    .containsEntry("distinctNames", 120.0)
                    .containsEntry("answerBytes", 120.0 * 150)
                    .containsEntry("differentAnswers", 1.0);
            assertThat(Readings.measures(reading).get("nameEntropy")).isBetween(4.2, 5.0);
        });
    }

    @Test
    void aTunnelWhoseFirstQuestionWasNotSeenIsItsClientsAllTheSame() {
        Flow flow = FlowFixtures.flow()
                .dns(new DnsFacts(List.of(), 300, List.of(traffic())))
                .client(Carriers.RESOLVER, 53)
                .server(FlowFixtures.CLIENT, 40_000)
                .sent(300, 90_000)
                .answered(299, 30_000)
                .build();

        assertThat(Readings.holding(detector, List.of(flow))).hasSize(1).first().satisfies(reading -> {
            assertThat(reading.subject().host()).isEqualTo(IpAddress.of(FlowFixtures.CLIENT));
            assertThat(reading.findings())
                    .extracting(Finding::observed)
                    .containsExactly(Messages.text("quiet-harbor.example"));
        });
    }

    private static DomainTraffic traffic() {
        return new DomainTraffic(
                Messages.text("quiet-harbor.example"), 300, 286, 24_000, 24_000 * 4_600L, 300, 60_000, 280);
    }

    @Test
    void oneLongFlowTellsItInSums() {
        DomainTraffic traffic = traffic();
        Flow flow = FlowFixtures.flow()
                .dns(new DnsFacts(List.of(), 300, List.of(traffic)))
                .build();

        assertThat(Readings.holding(detector, List.of(flow))).hasSize(1);
    }

    @Test
    void namesFilledToTheBrimCarryDataWithoutAnyAnswer() {
        List<BehaviourReading> readings = Readings.holding(
                detector,
                lookups(
                        160,
                        i -> lookup(i, hex(30) + "." + hex(30) + "." + hex(20) + ".drop.quiet-harbor.example", 1)));

        assertThat(readings).hasSize(1).first().satisfies(reading -> {
            assertThat(reading.behaviour().technique()).isEqualTo("names");
            assertThat(Scores.total(reading.findings())).isEqualTo(50);
            assertThat(reading.techniques()).extracting("id").contains("T1048.003");
        });
    }

    @Test
    void namesBelowNoTopLevelAreOneDomain() {
        List<BehaviourReading> readings = Readings.holding(
                detector,
                lookups(
                        130,
                        i -> lookup(i, "dnscat." + hex(30) + "." + hex(30) + "." + hex(9) + "0", 16, data(120, i))));

        assertThat(readings)
                .hasSize(1)
                .first()
                .satisfies(reading -> assertThat(reading.findings())
                        .extracting(Finding::observed)
                        .containsExactly(Messages.text(RegisteredDomain.NOWHERE)));
    }

    @Test
    void longNamesOfAContentNetworkThatLeadToAFewAliasesAreNone() {
        none(lookups(
                400, i -> lookup(i, "img-" + hex(16) + ".edge.fast-delivery.example", 1, alias(i % 6), address())));
    }

    @Test
    void hashesAnsweredInAWordAreNone() {
        none(lookups(2_000, i -> lookup(i, hex(32) + ".avqs.careful-shield.example", 1, address())));
        none(lookups(
                2_000,
                i -> lookup(
                        i, coded(chance, 48) + "." + coded(chance, 48) + ".s.live-checks.example", 16, data(24, i))));
    }

    @Test
    void reverseLookupsKeysAndServicesAreNone() {
        none(lookups(500, i -> lookup(i, i % 256 + "." + i / 256 + ".0.203.in-addr.arpa", 12, alias(i))));
        none(lookups(500, i -> lookup(i, coded(chance, 32) + "._domainkey.mail-house.example", 16, data(400, i))));
        none(lookups(500, i -> lookup(i, coded(chance, 32) + ".dkim.mail-house.example", 16, data(400, i))));
        none(lookups(500, i -> lookup(i, "b._dns-sd._udp.office-network.example", 12, alias(1))));
    }

    @Test
    void theSameCodedNameAskedAllDayIsNone() {
        String name = coded(chance, 60) + ".quiet-harbor.example";
        none(lookups(3_000, i -> lookup(i, name, 16, data(200, i))));
    }

    @Test
    void anAnswerSeenAloneNamesNobodyAndOtherKindsOfLookupsAreNotRead() {
        Flow answered = FlowFixtures.flow()
                .client(Carriers.RESOLVER, 53)
                .server(FlowFixtures.CLIENT, 40_000)
                .dns(Messages.answer(coded(chance, 40) + ".quiet-harbor.example", 0))
                .server(FlowFixtures.CLIENT, 40_000)
                .answered(0, 0)
                .build();
        Flow multicast = FlowFixtures.flow()
                .dns(Messages.answer(coded(chance, 40) + ".quiet-harbor.example", 0))
                .application(Found.DECODED, "MDNS")
                .build();

        assertThat(Readings.digests(detector, List.of(answered, multicast))).isZero();
    }

    private void none(List<Flow> flows) {
        assertThat(Readings.holding(detector, flows)).isEmpty();
    }

    private static List<Flow> lookups(int count, IntFunction<Flow> one) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(one.apply(i));
        }
        return flows;
    }

    private String hex(int bytes) {
        byte[] data = new byte[bytes];
        chance.nextBytes(data);
        return HexFormat.of().formatHex(data);
    }

    private static Answer address() {
        return new Answer(1, 60, IpAddress.of("104.16.132.229"), null);
    }

    private static Answer alias(int which) {
        return new Answer(
                5,
                60,
                null,
                Messages.text("e" + which + ".dscx.eu-central.a-fast-delivery-network-of-many-words.example"));
    }
}
