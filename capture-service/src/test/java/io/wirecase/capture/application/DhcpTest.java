package io.wirecase.capture.application;

import static io.wirecase.capture.application.Written.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.DhcpFacts;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DhcpTest {

    private static final String CLIENT = "12345678 0000 0000 00*4 00*4 00*4 00*4 020000000001 00*10 00*192 63825363";
    private static final String SERVER =
            "12345678 0000 0000 00*4 c0a8010a c0a80101 00*4 020000000001 00*10 00*192 63825363";

    private static DhcpFacts dhcp(Talk talk) {
        return Objects.requireNonNull(talk.tracker.facts().dhcp());
    }

    @Test
    void a_client_says_who_it_is_and_what_it_asks_for() {
        Talk talk = Talk.udp(67)
                .client(bytes("01010600" + CLIENT + "350101 3d0701020000000001 0c05 'pc-17' 3c08 'MSFT 5.0'"
                        + "3204c0a8010a 370401030633 ff"));

        DhcpFacts facts = dhcp(talk);
        assertThat(facts.version()).isEqualTo(4);
        assertThat(facts.messages()).containsExactly(1);
        assertThat(facts.clientMac()).isEqualTo(MacAddress.of("02:00:00:00:00:01"));
        assertThat(facts.clientId()).isEqualTo("01020000000001");
        assertThat(facts.hostName()).isEqualTo(new UntrustedText("pc-17"));
        assertThat(facts.vendorClass()).isEqualTo(new UntrustedText("MSFT 5.0"));
        assertThat(facts.requested()).isEqualTo(IpAddress.of("192.168.1.10"));
        assertThat(facts.parameterList()).containsExactly(1, 3, 6, 51);
        assertThat(facts.assigned()).isNull();
        assertThat(facts.server()).isNull();
    }

    @Test
    void a_server_says_what_it_gives_and_whom_to_trust() {
        Talk talk = Talk.udp(67)
                .server(bytes(
                        "02010600" + SERVER + "350102 3604c0a80101 330400000e10 0304c0a80101 0608c0a8010108080808 ff"));

        DhcpFacts facts = dhcp(talk);
        assertThat(facts.messages()).containsExactly(2);
        assertThat(facts.assigned()).isEqualTo(IpAddress.of("192.168.1.10"));
        assertThat(facts.server()).isEqualTo(IpAddress.of("192.168.1.1"));
        assertThat(facts.leaseSeconds()).isEqualTo(3600);
        assertThat(facts.routers()).containsExactly(IpAddress.of("192.168.1.1"));
        assertThat(facts.resolvers()).containsExactly(IpAddress.of("192.168.1.1"), IpAddress.of("8.8.8.8"));
    }

    @Test
    void clients_that_share_a_flow_are_not_mixed() {
        Talk talk = Talk.udp(67)
                .client(bytes("01010600" + CLIENT + "350101 0c01 'a' ff"))
                .client(bytes("01010600" + CLIENT.replace("020000000001", "020000000002") + "350103 0c01 'b' ff"));

        assertThat(dhcp(talk).clientMac()).isEqualTo(MacAddress.of("02:00:00:00:00:01"));
        assertThat(dhcp(talk).hostName()).isEqualTo(new UntrustedText("a"));
        assertThat(dhcp(talk).messages()).containsExactly(1, 3);
    }

    @Test
    void an_option_longer_than_its_message_is_read_as_far_as_it_goes() {
        Talk talk = Talk.udp(67).client(bytes("01010600" + CLIENT + "350101 0cff 'cut'"));

        assertThat(dhcp(talk).hostName()).isEqualTo(new UntrustedText("cut"));
    }

    @Test
    void an_older_message_without_options_is_named_and_tells_nothing() {
        Talk talk = Talk.udp(67).client(bytes("01010600 12345678 00*292"));

        assertThat(talk.name()).isEqualTo("DHCP");
        assertThat(talk.tracker.facts().dhcp()).isNull();
    }

    @Test
    void the_newer_version_tells_client_and_addresses_apart_by_who_sends() {
        String identity = "0001 000a 0003 0001 020000000001";
        String address = "0003 0028 00000001 00000000 00000000 0005 0018 20010db8 00*11 05 00000708 00000e10";
        Talk asking = Talk.udp(547).client(bytes("01123456" + identity + address + "0006 0004 0017 0018"));
        Talk giving = Talk.udp(547).server(bytes("07123456" + address + "0017 0010 20010db8 00*11 53"));

        assertThat(dhcp(asking).clientId()).isEqualTo("00030001020000000001");
        assertThat(dhcp(asking).clientMac()).isEqualTo(MacAddress.of("02:00:00:00:00:01"));
        assertThat(dhcp(asking).requested()).isEqualTo(IpAddress.of("2001:db8::5"));
        assertThat(dhcp(asking).assigned()).isNull();
        assertThat(dhcp(asking).parameterList()).containsExactly(23, 24);
        assertThat(dhcp(giving).assigned()).isEqualTo(IpAddress.of("2001:db8::5"));
        assertThat(dhcp(giving).leaseSeconds()).isEqualTo(3600);
        assertThat(dhcp(giving).resolvers()).containsExactly(IpAddress.of("2001:db8::53"));
    }

    @Test
    void what_a_relay_passes_on_is_read_and_relays_without_end_are_not_followed() {
        String relayed = "01123456 0001 000a 0003 0001 020000000001";
        Talk talk = Talk.udp(547).client(bytes("0c00 00*32 0009 0012" + relayed));
        assertThat(dhcp(talk).messages()).containsExactly(12, 1);
        assertThat(dhcp(talk).clientMac()).isEqualTo(MacAddress.of("02:00:00:00:00:01"));

        String deep = relayed;
        for (int i = 0; i < 12; i++) {
            deep = "0c00 00*32 0009" + String.format("%04x", bytes(deep).length) + deep;
        }
        assertThat(dhcp(Talk.udp(547).client(bytes(deep))).clientMac()).isNull();
    }
}
