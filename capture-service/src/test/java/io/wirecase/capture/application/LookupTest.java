package io.wirecase.capture.application;

import static io.wirecase.capture.application.Written.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.dns.DnsBytes;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Application;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LookupTest {

    /** The question for WPAD, a workstation's name: each half byte is a letter from A. */
    private static final String WPAD = "20 'FHFAEBEECACACACACACACACACACACAAA' 00";

    private static ServiceFacts service(Talk talk) {
        return Objects.requireNonNull(talk.tracker.facts().service());
    }

    private static String detail(Talk talk, String name) {
        return Objects.requireNonNull(service(talk).details().get(name)).raw();
    }

    @Test
    void a_netbios_name_is_shown_as_people_know_it_with_who_answered_for_it() {
        Talk talk = Talk.udp(137)
                .client(bytes("1234 0110 0001 0000 0000 0000" + WPAD + "0020 0001"))
                .server(bytes("1234 8500 0000 0001 0000 0000" + WPAD
                        + "0020 0001 000493e0 000c 0000 c0a8010a 0000 c0a8010b"));

        assertThat(talk.name()).isEqualTo("NetBIOS");
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.DECODED);
        assertThat(service(talk).requests()).containsExactly("query", "query response");
        assertThat(detail(talk, "name")).isEqualTo("WPAD<00>");
        assertThat(detail(talk, "answer")).isEqualTo("192.168.1.10 192.168.1.11");
        assertThat(talk.tracker.facts().dns()).isNull();
    }

    @Test
    void a_host_that_registers_a_netbios_name_calls_itself_that() {
        Talk talk = Talk.udp(137).client(bytes("1234 2910 0001 0000 0000 0001" + WPAD + "0020 0001 c00c 0020 0001"));

        assertThat(service(talk).requests()).containsExactly("registration");
        assertThat(Objects.requireNonNull(service(talk).client()).raw()).isEqualTo("WPAD<00>");
    }

    @Test
    void netbios_names_cut_anywhere_never_throw() {
        byte[] answer =
                bytes("1234 8400 0000 0001 0000 0000" + WPAD + "0021 0001 00000000 0027 02 'HOST           ' 00 0400");
        for (int length = 0; length <= answer.length; length++) {
            assertThat(Talk.udp(137).client(Arrays.copyOf(answer, length)).name())
                    .isEqualTo("NetBIOS");
        }
        assertThat(detail(Talk.udp(137).client(answer), "names")).isEqualTo("HOST<00>");
    }

    @Test
    void dns_says_how_large_its_datagrams_were_and_what_was_offered() {
        byte[] question = bytes("0001 0100 0001 0000 0000 0001 01 'a' 00 0001 0001 00 0029 04d0 00000000 0000");
        byte[] answer = DnsBytes.response(1, 0)
                .question("a", 1)
                .record("@12", 16, 60, new byte[1300])
                .bytes();
        Talk talk = Talk.udp(53).client(question).server(answer);

        assertThat(Objects.requireNonNull(talk.tracker.facts().dns()).datagrams())
                .isEqualTo(new DnsFacts.Datagrams(answer.length, 1232));
    }

    @Test
    void dns_over_a_stream_has_no_datagrams() {
        Talk talk = Talk.tcp(53)
                .client(DnsBytes.query(9).question("www.example.com", 1).counted());

        assertThat(Objects.requireNonNull(talk.tracker.facts().dns()).datagrams())
                .isNull();
    }

    @Test
    void certificates_of_encrypted_resolvers_tell_whose_they_are() {
        assertThat(Talk.udp(443)
                        .client(DnsBytes.query(1)
                                .question("2.SecureDNS.avast.com", 16)
                                .bytes())
                        .name())
                .isEqualTo("AVASTSecureDNS");
        assertThat(Talk.udp(443)
                        .client(DnsBytes.query(1)
                                .question("2.securedns.example", 16)
                                .bytes())
                        .name())
                .isEqualTo("DNS");
    }
}
