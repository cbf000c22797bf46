package io.wirecase.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolPortsTest {

    @Test
    void a_port_has_one_owner_and_it_depends_on_the_transport() {
        assertThat(ProtocolPorts.owner(Transport.TCP, 80)).contains("HTTP");
        assertThat(ProtocolPorts.owner(Transport.TCP, 443)).contains("TLS");
        assertThat(ProtocolPorts.owner(Transport.UDP, 443)).contains("QUIC");
        assertThat(ProtocolPorts.owner(Transport.TCP, 8080)).contains("HTTP_Proxy");
        assertThat(ProtocolPorts.owner(Transport.UDP, 53)).contains("DNS");
        assertThat(ProtocolPorts.owner(Transport.TCP, 445)).contains("SMBv23");
    }

    @Test
    void ports_without_an_owner_and_transports_without_ports_have_no_answer() {
        assertThat(ProtocolPorts.owner(Transport.TCP, 54321)).isEmpty();
        assertThat(ProtocolPorts.owner(Transport.TCP, -1)).isEmpty();
        assertThat(ProtocolPorts.owner(Transport.UDP, 70000)).isEmpty();
        assertThat(ProtocolPorts.owner(Transport.ICMP, 53)).isEmpty();
        assertThat(ProtocolPorts.defaults(Transport.SCTP, "DNS")).isEmpty();
    }

    @Test
    void the_usual_port_of_a_protocol_comes_first() {
        assertThat(ProtocolPorts.defaults(Transport.TCP, "HTTP")).containsExactly(80);
        assertThat(ProtocolPorts.defaults(Transport.TCP, "HTTP_Connect")).containsExactly(8080);
        assertThat(ProtocolPorts.defaults(Transport.TCP, "SMTP")).containsExactly(25, 587);
        assertThat(ProtocolPorts.defaults(Transport.UDP, "NetBIOS")).containsExactly(137, 138, 139);
        assertThat(ProtocolPorts.defaults(Transport.TCP, "QUIC")).isEmpty();
    }

    @Test
    void a_protocol_that_is_not_listed_is_at_home_nowhere() {
        assertThat(ProtocolPorts.hasDefaults("HTTP")).isTrue();
        assertThat(ProtocolPorts.hasDefaults("RTP")).isFalse();
        assertThat(ProtocolPorts.defaults(Transport.UDP, "RTP")).isEmpty();
    }

    @Test
    void every_owner_lists_its_port_among_its_defaults() {
        for (Transport transport : List.of(Transport.TCP, Transport.UDP)) {
            int owned = 0;
            for (int port = 0; port <= 65535; port++) {
                var owner = ProtocolPorts.owner(transport, port);
                if (owner.isPresent()) {
                    owned++;
                    assertThat(ProtocolPorts.defaults(transport, owner.get())).contains(port);
                }
            }
            assertThat(owned).isGreaterThan(40);
        }
    }
}
