package io.wirecase.capture.application;

import static io.wirecase.capture.application.Written.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.UntrustedText;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TunnelsAndPeersTest {

    private static ServiceFacts service(Talk talk) {
        return Objects.requireNonNull(talk.tracker.facts().service());
    }

    @Test
    void keys_are_exchanged_in_a_version_by_software_that_says_so() {
        Talk talk = Talk.udp(500)
                .client(bytes("0102030405060708 0000000000000000 2b20 2208 00000000 0000002c 00000010 'strongSwan!!'"));

        assertThat(Objects.requireNonNull(service(talk).version()).raw()).isEqualTo("2.0");
        assertThat(service(talk).requests()).containsExactly("IKE_SA_INIT");
        assertThat(Objects.requireNonNull(service(talk).details().get("vendor 1"))
                        .raw())
                .isEqualTo("strongSwan!!");
    }

    @Test
    void commands_of_an_engine_for_games_must_fill_the_datagram() {
        String receipt = "01ff0000 00000014 00000000 00000001 00000004";
        Talk talk = Talk.udp(5055)
                .server(bytes("0000 0002 7dfbd185 22b6e6ba" + receipt + "03ff0100 0000000c 00000000"))
                .client(bytes("7d*12 01"));

        assertThat(talk.name()).isEqualTo("Photon");
        assertThat(service(talk).requests()).containsExactly("acknowledge", "verify connect", "latency probe");
        assertThat(Talk.udp(40_000)
                        .server(bytes("0000 0001 7dfbd185 22b6e6ba" + receipt))
                        .name())
                .isEqualTo("Unknown");
        Talk longer = Talk.udp(5055).server(bytes("0000 0002 7dfbd185 22b6e6ba" + receipt + "00"));
        assertThat(longer.tracker.application().from()).isEqualTo(Application.Found.UNKNOWN);
    }

    @Test
    void what_nobody_has_assigned_in_a_header_is_told() {
        assertThat(oddity("7f20 2308")).isEqualTo("next payload 127");
        assertThat(oddity("0120 2208")).isEqualTo("next payload 1");
        assertThat(oddity("2120 4008")).isEqualTo("exchange 64");
        assertThat(oddity("2120 2248")).isEqualTo("flags 72");
        assertThat(oddity("1910 0200")).isEqualTo("next payload 25");
        assertThat(oddity("0110 0900")).isEqualTo("exchange 9");
        assertThat(oddity("0110 0210")).isEqualTo("flags 16");
    }

    @Test
    void what_was_assigned_later_or_is_private_is_in_order() {
        assertThat(oddity("3520 2308")).isEqualTo("none");
        assertThat(oddity("2120 2b20")).isEqualTo("none");
        assertThat(oddity("8020 f008")).isEqualTo("none");
        assertThat(oddity("1410 0601")).isEqualTo("none");
    }

    /** Next payload, version, exchange and flags. */
    private static String oddity(String fields) {
        Talk talk = Talk.udp(500).client(bytes("0102030405060708 0000000000000000" + fields + "00000000 0000001c"));
        UntrustedText odd = service(talk).details().get(ServiceFacts.ODD_HEADER);
        return odd == null ? "none" : odd.raw();
    }

    @Test
    void encrypted_packets_beside_their_keys_are_one_protocol() {
        Talk talk = Talk.udp(4500).client(bytes("a1b2c3d4 00000001 5a*40"));
        assertThat(talk.name()).isEqualTo("IPSec");
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.GUESSED);

        talk.client(bytes("a1b2c3d4 00000002 5a*40"))
                .client(bytes("00000000 0102030405060708 0000000000000000 2120 2308 00000001 0000001c"));
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.DECODED);
        assertThat(service(talk).requests()).containsExactly("ESP", "IKE_AUTH");
    }

    @Test
    void a_tunnel_on_any_port_is_told_by_resets_of_both_sides() {
        Talk talk = Talk.udp(443)
                .client(bytes("38 0102030405060708 00 00000000"))
                .server(bytes("40 1112131415161718 01 00000000 0102030405060708 00000000"));

        assertThat(talk.name()).isEqualTo("OpenVPN");
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.DECODED);
        assertThat(service(talk).requests()).containsExactly("client reset", "server reset");
    }

    @Test
    void authenticated_resets_need_three_datagrams_of_one_session() {
        String reset = "38 0102030405060708 aa*33";
        Talk talk = Talk.udp(443).client(bytes(reset)).client(bytes(reset));
        assertThat(talk.name()).isEqualTo("QUIC");
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.BY_PORT);
        talk.client(bytes(reset));
        assertThat(talk.name()).isEqualTo("OpenVPN");

        Talk other = Talk.udp(443);
        for (int i = 0; i < 5; i++) {
            other.client(bytes("38 010203040506070" + i + " aa*33"));
        }
        assertThat(other.tracker.application().from()).isEqualTo(Application.Found.BY_PORT);
    }

    @Test
    void a_handshake_of_a_modern_tunnel_is_told_by_its_length_alone() {
        Talk talk = Talk.udp(443).client(bytes("01000000 11*144")).server(bytes("02000000 22*88"));

        assertThat(talk.name()).isEqualTo("WireGuard");
        assertThat(service(talk).requests()).containsExactly("handshake initiation", "handshake response");
        assertThat(Talk.udp(40_000).client(bytes("01000000 11*143")).name()).isEqualTo("Unknown");
    }

    @Test
    void peers_ask_each_other_and_show_their_software() {
        Talk talk = Talk.udp(6881)
                .client(bytes("'d1:ad2:id20:aaaaaaaaaaaaaaaaaaaae1:q9:get_peers1:t2:aa1:v4:UT' 0102 '1:y1:qe'"))
                .server("d1:rd2:id20:bbbbbbbbbbbbbbbbbbbbe1:t2:aa1:y1:re");

        assertThat(service(talk).requests()).containsExactly("get_peers", "response");
        assertThat(Objects.requireNonNull(service(talk).details().get("software code"))
                        .raw())
                .isEqualTo("UT");
    }

    @Test
    void the_transport_of_peers_needs_a_connection_that_goes_on() {
        Talk talk = Talk.udp(50_001)
                .client(bytes("4100 1000 00000001 00000000 00100000 0001 0000"))
                .server(bytes("2100 1000 00000001 00000005 00100000 0001 0001"))
                .client(bytes("0100 1001 00000400 00000005 00100000 0002 0001 'data'"));
        assertThat(talk.name()).isEqualTo("BitTorrent");

        Talk still = Talk.udp(50_001);
        for (int i = 0; i < 6; i++) {
            still.client(bytes("0100 1001 00000400 00000005 00100000 0002 0001 'data'"));
        }
        assertThat(still.name()).isEqualTo("Unknown");
    }
}
