package io.wirecase.capture.application;

import static io.wirecase.capture.application.Written.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InfrastructureTest {

    private static ServiceFacts service(Talk talk) {
        return Objects.requireNonNull(talk.tracker.facts().service());
    }

    private static @Nullable String detail(Talk talk, String name) {
        var found = service(talk).details().get(name);
        return found == null ? null : found.raw();
    }

    private static @Nullable String version(Talk talk) {
        var found = service(talk).version();
        return found == null ? null : found.raw();
    }

    @Test
    void a_clock_is_told_by_its_mode_and_stratum() {
        Talk talk = Talk.udp(123).client(bytes("23 00*47")).server(bytes("24 02 00*46"));

        assertThat(version(talk)).isEqualTo("4");
        assertThat(service(talk).requests()).containsExactly("client", "server");
        assertThat(detail(talk, "stratum")).isEqualTo("2");
    }

    @Test
    void a_list_of_a_clocks_clients_is_seen_to_be_asked_for() {
        Talk talk = Talk.udp(123).client(bytes("17 00 03 2a 00*4"));

        assertThat(service(talk).requests()).containsExactly("private");
        assertThat(detail(talk, "private request")).isEqualTo("monlist");
        assertThat(Talk.udp(9999).client(bytes("23 00*47")).name()).isEqualTo("Unknown");
        assertThat(Talk.udp(123).client(bytes("23 00*20")).tracker.application().from())
                .isEqualTo(Application.Found.BY_PORT);
    }

    @Test
    void a_community_is_seen_and_never_kept() {
        Talk talk = Talk.udp(161)
                .client(bytes("301a 020101 0408 'hush-123' a00b 020101 020100 020100 3000"))
                .server(bytes("301a 020101 0408 'hush-123' a20b 020101 020102 020101 3000"));

        assertThat(version(talk)).isEqualTo("2c");
        assertThat(service(talk).requests()).containsExactly("get", "response");
        assertThat(detail(talk, "community")).isEqualTo("present");
        assertThat(detail(talk, "error")).isEqualTo("2");
        assertThat(service(talk).toString()).doesNotContain("hush");
    }

    @Test
    void the_third_version_tells_how_it_is_secured_and_that_there_is_a_user() {
        Talk talk = Talk.udp(161)
                .client(bytes("3032 020103 300d 020101 020205dc 040107 020103"
                        + "0414 3012 0400 020100 020100 0404 'carl' 0400 0400 0408 1122334455667788"));

        assertThat(version(talk)).isEqualTo("3");
        assertThat(detail(talk, "security")).isEqualTo("encrypted");
        assertThat(detail(talk, "user")).isEqualTo("present");
        assertThat(service(talk).toString()).doesNotContain("carl");
    }

    @Test
    void lengths_beyond_the_datagram_are_no_management() {
        assertThat(Talk.udp(40_000)
                        .client(bytes("3084ffffffff 020101 0406 'public'"))
                        .name())
                .isEqualTo("Unknown");
    }

    @Test
    void who_logs_is_kept_and_what_is_logged_is_not() {
        Talk older = Talk.udp(514).client("<34>Oct 11 22:14:15 web-1 su[42]: root asked for secret");
        assertThat(Objects.requireNonNull(service(older).client()).raw()).isEqualTo("web-1");
        assertThat(detail(older, "program")).isEqualTo("su");
        assertThat(detail(older, "severity")).isEqualTo("2");
        assertThat(service(older).toString()).doesNotContain("secret");

        Talk newer = Talk.udp(514).client("<165>1 2003-10-11T22:14:15.003Z web-2 app 9 ID47 - text");
        assertThat(Objects.requireNonNull(service(newer).client()).raw()).isEqualTo("web-2");
        assertThat(detail(newer, "program")).isEqualTo("app");
        assertThat(Talk.udp(514).client("<192>text").tracker.application().from())
                .isEqualTo(Application.Found.BY_PORT);
    }

    @Test
    void a_file_and_the_flow_that_carries_it_belong_together() {
        ExpectedFlows expected = new ExpectedFlows();
        ApplicationTracker asking = tracker(expected, 69);
        send(asking, "0001 'boot/pxe.0' 00 'octet' 00");
        ApplicationTracker carrying = tracker(expected, 50_001);
        send(carrying, "0003 0001 ff*512");

        ServiceFacts facts = Objects.requireNonNull(asking.facts().service());
        assertThat(facts.requests()).containsExactly("read");
        assertThat(Objects.requireNonNull(facts.details().get("file")).raw()).isEqualTo("boot/pxe.0");
        assertThat(carrying.application().name()).isEqualTo("TFTP");
        assertThat(carrying.application().from()).isEqualTo(Application.Found.DECODED);

        ApplicationTracker stranger = tracker(new ExpectedFlows(), 50_001);
        send(stranger, "0003 0001 ff*512");
        assertThat(stranger.application().name()).isEqualTo("Unknown");
    }

    private static ApplicationTracker tracker(ExpectedFlows expected, int port) {
        return new ApplicationTracker(
                Transport.UDP,
                new Endpoint(Talk.CLIENT, 40_000),
                new Endpoint(Talk.SERVER, port),
                new NameResolutions(),
                expected,
                Talk.FLOW);
    }

    private static void send(ApplicationTracker to, String written) {
        byte[] bytes = bytes(written);
        to.data(Party.ORIGINATOR, bytes, 0, bytes.length, 1, 1);
    }

    @Test
    void a_login_at_the_network_keeps_no_user_and_no_password() {
        Talk talk = Talk.udp(1812)
                .client(bytes("01010032 0102030405060708090a0b0c0d0e0f10 0105 'bob' 0212 aa*16 2007 'nas-1'"))
                .server(bytes("03010014 0102030405060708090a0b0c0d0e0f10"));

        assertThat(service(talk).requests()).containsExactly("Access-Request", "Access-Reject");
        assertThat(detail(talk, "user")).isEqualTo("present");
        assertThat(Objects.requireNonNull(service(talk).client()).raw()).isEqualTo("nas-1");
        assertThat(service(talk).toString()).doesNotContain("bob").doesNotContain("aaaa");
    }

    @Test
    void devices_that_announce_themselves_say_what_they_run_and_where() {
        Talk talk = Talk.udp(1900)
                .client("M-SEARCH * HTTP/1.1\r\nST: upnp:rootdevice\r\nUSER-AGENT: Box 1\r\n\r\n")
                .server("HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\nUSN: uuid:1\r\nSERVER: Linux UPnP/1.0\r\n"
                        + "LOCATION: http://192.0.2.1/d.xml\r\n\r\n");

        assertThat(service(talk).requests()).containsExactly("M-SEARCH", "answer");
        assertThat(Objects.requireNonNull(service(talk).client()).raw()).isEqualTo("Box 1");
        assertThat(Objects.requireNonNull(service(talk).server()).raw()).isEqualTo("Linux UPnP/1.0");
        assertThat(detail(talk, "location")).isEqualTo("http://192.0.2.1/d.xml");
    }

    @Test
    void what_controllers_and_small_devices_are_asked_is_named() {
        assertThat(service(Talk.udp(47_808).client(bytes("810a 0011 0104 0005 010c 0c00000001 1955")))
                        .requests())
                .containsExactly("confirmed read-property");
        Talk coap = Talk.udp(5683).client(bytes("4201 0001 aabb bb '.well-known' 04 'core'"));
        assertThat(service(coap).requests()).containsExactly("GET");
        assertThat(detail(coap, "path")).isEqualTo("/.well-known/core");
    }

    @Test
    void a_flood_of_a_reflector_is_named_by_what_was_asked() {
        assertThat(service(Talk.udp(11_211).client(bytes("0001 0000 0001 0000 'stats' 0d0a")))
                        .requests())
                .containsExactly("stats");
        assertThat(service(Talk.udp(389).client(bytes("300c 020101 6307 0400 0a0100 0a01")))
                        .requests())
                .containsExactly("searchRequest");
    }
}
