package io.wirecase.capture.application;

import static io.wirecase.capture.application.Written.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallsTest {

    private static final String INVITE = "INVITE sip:b@example.com SIP/2.0\r\nUser-Agent: Phone 1\r\n"
            + "Proxy-Authorization: Digest username=\"a\", response=\"0123456789abcdef\"\r\n"
            + "Content-Type: application/sdp\r\n\r\n"
            + "v=0\r\nc=IN IP4 198.51.100.7\r\nm=audio 49170 RTP/AVP 0\r\nm=video 0 RTP/AVP 31\r\n"
            + "m=text 51000 RTP/AVP 98\r\nc=IN IP4 198.51.100.8\r\n";

    private static ServiceFacts service(Talk talk) {
        return Objects.requireNonNull(talk.tracker.facts().service());
    }

    private static @Nullable String detail(Talk talk, String name) {
        var found = service(talk).details().get(name);
        return found == null ? null : found.raw();
    }

    @Test
    void a_call_tells_both_phones_and_never_how_one_proved_itself() {
        Talk talk = Talk.udp(5060)
                .client(INVITE)
                .server("SIP/2.0 200 OK\r\nServer: Exchange 2\r\n\r\n")
                .client("BYE sip:b@example.com SIP/2.0\r\n\r\n");

        assertThat(service(talk).requests()).containsExactly("INVITE", "BYE");
        assertThat(Objects.requireNonNull(service(talk).client()).raw()).isEqualTo("Phone 1");
        assertThat(Objects.requireNonNull(service(talk).server()).raw()).isEqualTo("Exchange 2");
        assertThat(detail(talk, "authorization")).isEqualTo("present");
        assertThat(service(talk).toString()).doesNotContain("0123456789abcdef").doesNotContain("username");
    }

    @Test
    void media_that_a_call_agreed_on_is_known_from_its_first_datagram() {
        ExpectedFlows expected = new ExpectedFlows();
        tracker(expected, "203.0.113.9", 5060).data(Party.ORIGINATOR, Talk.bytes(INVITE), 0, INVITE.length(), 1, 1);
        byte[] media = bytes("8000 0001 00000000 12345678 ff*160");

        ApplicationTracker announced = tracker(expected, "198.51.100.7", 49_170);
        announced.data(Party.ORIGINATOR, media, 0, media.length, 2, 2);
        assertThat(announced.application().name()).isEqualTo("RTP");
        assertThat(announced.application().from()).isEqualTo(Application.Found.DECODED);
        ApplicationTracker own = tracker(expected, "198.51.100.8", 51_000);
        own.data(Party.ORIGINATOR, media, 0, media.length, 2, 2);
        assertThat(own.application().name()).isEqualTo("RTP");

        ApplicationTracker other = tracker(expected, "198.51.100.7", 49_172);
        other.data(Party.ORIGINATOR, media, 0, media.length, 2, 2);
        assertThat(other.application().name()).isEqualTo("Unknown");
        ApplicationTracker late = tracker(expected, "198.51.100.7", 49_170);
        late.data(Party.ORIGINATOR, media, 0, media.length, 3_600 * Talk.SECOND, 2);
        assertThat(late.application().name()).isEqualTo("Unknown");
    }

    private static ApplicationTracker tracker(ExpectedFlows expected, String server, int port) {
        return new ApplicationTracker(
                Transport.UDP,
                new Endpoint(Talk.CLIENT, 40_000),
                new Endpoint(IpAddress.of(server), port),
                new NameResolutions(),
                expected,
                Talk.FLOW);
    }

    @Test
    void media_shows_its_source_and_payload_type() {
        Talk talk = Talk.udp(40_002);
        for (int i = 1; i <= 4; i++) {
            talk.client(bytes(String.format("8008 %04x %08x 12345678 d5*160", i, i * 160)));
        }

        assertThat(service(talk).requests()).containsExactly("PCMA");
        assertThat(detail(talk, "originator's source")).isEqualTo("12345678");
    }

    @Test
    void datagrams_whose_source_or_numbers_jump_are_no_media() {
        Talk source = Talk.udp(40_002);
        Talk numbers = Talk.udp(40_002);
        for (int i = 1; i <= 8; i++) {
            source.client(bytes(String.format("8008 %04x 00000000 %08x d5*160", i, i)));
            numbers.client(bytes(String.format("8008 %04x 00000000 12345678 d5*160", i * 7919 & 0xFFFF)));
        }

        assertThat(source.name()).isEqualTo("Unknown");
        assertThat(numbers.name()).isEqualTo("Unknown");
    }

    @Test
    void reports_on_media_are_told_encrypted_or_not() {
        Talk clear = Talk.udp(40_003)
                .client(bytes("80c9 0001 12345678 81ca 0002 12345678 0101 'a' 00"))
                .client(bytes("80c9 0001 12345678"));
        assertThat(clear.name()).isEqualTo("RTCP");
        assertThat(service(clear).requests()).containsExactly("receiver report", "source description");

        Talk encrypted = Talk.udp(40_003);
        for (int i = 0; i < 3; i++) {
            encrypted.client(bytes("80c9 0001 12345678 80000001 a1b2c3d4e5f60718293a"));
        }
        assertThat(encrypted.name()).isEqualTo("RTCP");
    }

    @Test
    void a_server_says_how_the_client_looks_from_outside() {
        Talk talk = Talk.udp(3478)
                .client(bytes("0001 0000 2112a442 000102030405060708090a0b"))
                .server(bytes("0101 001c 2112a442 000102030405060708090a0b"
                        + "0020 0008 0001 a147 e112a643 8022 0007 'coturn4' 00 0000 0000"));

        assertThat(service(talk).requests()).containsExactly("Binding", "Binding success");
        assertThat(Objects.requireNonNull(service(talk).server()).raw()).isEqualTo("coturn4");
        assertThat(detail(talk, "mapped")).isEqualTo("192.0.2.1");
    }

    @Test
    void a_relay_is_asked_for_by_someone_who_is_not_named() {
        Talk talk = Talk.udp(3478)
                .client(bytes(
                        "0003 0018 2112a442 000102030405060708090a0b 0006 0005 'alice' 000000 0014 0007 'example' 00"))
                .client(bytes("4001 0004 01020304"));

        assertThat(service(talk).requests()).containsExactly("Allocate", "channel data");
        assertThat(detail(talk, "realm")).isEqualTo("example");
        assertThat(detail(talk, "user")).isEqualTo("present");
        assertThat(service(talk).toString()).doesNotContain("alice");
    }
}
