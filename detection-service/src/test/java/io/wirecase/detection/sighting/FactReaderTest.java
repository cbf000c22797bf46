package io.wirecase.detection.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.DhcpFacts;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.fact.SshFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.intel.Sighting.Kind;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a flow tells of its hosts, and of which. */
class FactReaderTest {

    private static final String OURS = FlowFixtures.CLIENT;
    private static final String SERVER = "192.168.50.9";

    private final FactReader reader = new FactReader(Networks.PRIVATE);

    @Test
    void aHelloTellsNameFingerprintsStackAndService() {
        TlsFacts tls = new TlsFacts(
                0x0303,
                null,
                null,
                text("WWW.Example.org"),
                List.of(),
                null,
                "ja3",
                "t13d",
                false,
                "ja3s",
                null,
                null,
                null);

        assertThat(told(FlowFixtures.flow().server(SERVER, 443).tls(tls).build()))
                .containsExactlyInAnyOrder(
                        OURS + " SYN 64;64240;1460;7;mss,sok,ts,nop,ws",
                        OURS + " ASKED_NAME www.example.org",
                        SERVER + " SERVED_NAME www.example.org",
                        OURS + " JA3 ja3",
                        OURS + " JA4 t13d",
                        SERVER + " JA3S ja3s",
                        SERVER + " SERVICE tcp/443 TLS");
    }

    @Test
    void nothingIsToldOfHostsThatAreNotOurs() {
        TlsFacts tls = new TlsFacts(0x0303, null, null, text("a.example"), List.of(), null, "ja3", null, false);

        assertThat(told(FlowFixtures.flow().tls(tls).build())).isNotEmpty().allMatch(fact -> fact.startsWith(OURS));
        Flow outside =
                FlowFixtures.flow().client("198.51.100.7", 4_000).tls(tls).build();
        assertThat(told(outside)).isNotEmpty().allMatch(fact -> fact.startsWith("198.51.100.7"));
        Flow towardsUs = FlowFixtures.flow()
                .client("198.51.100.7", 4_000)
                .server(SERVER, 443)
                .tls(tls)
                .build();
        assertThat(told(towardsUs)).isNotEmpty().allMatch(fact -> fact.startsWith(SERVER));
    }

    @Test
    void onePacketInSomebodysNameTellsNothingOfHim() {
        assertThat(told(FlowFixtures.flow().server(SERVER, 22).silent().build()))
                .isEmpty();
        DnsFacts.Transaction asked = new DnsFacts.Transaction(1, 1, 7, text("a.example"), 1, null, List.of(), 0);
        Flow unanswered = FlowFixtures.flow().dns(asked).answered(0, 0).build();
        assertThat(told(unanswered)).isEmpty();
    }

    @Test
    void whatIsAskedOfAResolverIsNoNameOfTheResolver() {
        DnsFacts.Transaction asked = new DnsFacts.Transaction(1, 1, 7, text("A.Example"), 1, 0, List.of(), 0);
        Flow flow = FlowFixtures.flow().server(SERVER, 53).dns(asked).build();

        assertThat(told(flow))
                .containsExactlyInAnyOrder(OURS + " ASKED_NAME a.example", SERVER + " SERVICE udp/53 DNS");
    }

    @Test
    void bannersAreToldOfTheirSide() {
        SshFacts ssh = new SshFacts(text("SSH-2.0-a"), text("SSH-2.0-b"), "h1", "h2", null, null);
        ServiceFacts service = new ServiceFacts("MQTT", null, text("pump"), text("broker"), List.of(), Map.of());
        Flow flow = with(
                FlowFixtures.flow().server(SERVER, 22).build(),
                facts -> facts.draft().ssh(ssh).service(service).build());

        assertThat(told(flow))
                .contains(
                        OURS + " SSH_CLIENT SSH-2.0-a",
                        SERVER + " SSH_SERVER SSH-2.0-b",
                        OURS + " HASSH h1",
                        SERVER + " HASSH_SERVER h2",
                        OURS + " CLIENT_SOFTWARE MQTT: pump",
                        SERVER + " SERVER_SOFTWARE MQTT: broker");
    }

    @Test
    void whatAClientSaysToDhcpIsOfTheAddressItGets() {
        DhcpFacts dhcp = new DhcpFacts(
                4,
                List.of(1, 2),
                new MacAddress(7),
                null,
                text("printer-3"),
                text("MSFT 5.0"),
                List.of(),
                null,
                IpAddress.of("192.168.50.33"),
                null,
                List.of(),
                List.of(),
                null);
        Flow flow = with(
                FlowFixtures.flow()
                        .transport(Transport.UDP)
                        .client("0.0.0.0", 68)
                        .server("255.255.255.255", 67)
                        .build(),
                facts -> facts.draft().dhcp(dhcp).build());

        assertThat(told(flow))
                .containsExactlyInAnyOrder(
                        "192.168.50.33 MAC " + new MacAddress(7),
                        "192.168.50.33 DHCP_NAME printer-3",
                        "192.168.50.33 DHCP_VENDOR MSFT 5.0");
    }

    @Test
    void hardwareAddressesAreThoseClaimedByArpAndNotThoseOfARouter() {
        Flow arp = FlowFixtures.flow().server(SERVER, null).arpAsked(5, 6).build();

        assertThat(told(arp)).contains(OURS + " MAC " + new MacAddress(5), SERVER + " MAC " + new MacAddress(6));
        assertThat(told(FlowFixtures.flow().towardsMac(9).build())).noneMatch(fact -> fact.contains(" MAC "));
    }

    @Test
    void aLongTextIsCutAndTheSameFactHasTheSameId() {
        Flow flow = FlowFixtures.flow().build();
        Fact longFact = new Fact("office", flow.originator(), Kind.USER_AGENT, "x".repeat(5_000));

        assertThat(longFact.value()).hasSize(Fact.LONGEST);
        assertThat(longFact.in(flow).id())
                .isEqualTo(longFact.in(FlowFixtures.flow().number(9).build()).id())
                .isNotEqualTo(new Fact("plant", flow.originator(), Kind.USER_AGENT, longFact.value())
                        .in(flow)
                        .id());
    }

    private List<String> told(Flow flow) {
        return reader.read(flow).stream()
                .map(fact -> fact.host() + " " + fact.kind() + " " + fact.value())
                .toList();
    }

    private static Flow with(Flow flow, Function<Facts, Facts> change) {
        return new Flow(
                flow.id(),
                flow.origin(),
                flow.key(),
                flow.span(),
                flow.traffic(),
                flow.ending(),
                flow.application(),
                change.apply(flow.facts()),
                flow.resolution(),
                flow.activity());
    }

    private static UntrustedText text(String raw) {
        return new UntrustedText(raw);
    }
}
