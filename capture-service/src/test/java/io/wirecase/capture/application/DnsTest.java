package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wirecase.capture.application.dns.DnsBytes;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.DomainTraffic;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DnsTest {

    private static final byte[] QUESTION =
            DnsBytes.query(9).question("www.example.com", 1).bytes();
    private static final byte[] ANSWER = DnsBytes.response(9, 0)
            .question("www.example.com", 1)
            .address("@12", 60, "192.0.2.1")
            .bytes();

    private static List<DnsFacts.Transaction> transactions(Talk talk) {
        return Objects.requireNonNull(talk.tracker.facts().dns()).transactions();
    }

    @Test
    void a_question_and_its_answer_are_one_transaction() {
        Talk talk = Talk.udp(53).client(QUESTION).client(QUESTION).server(ANSWER);

        assertThat(talk.name()).isEqualTo("DNS");
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.DECODED);
        assertThat(transactions(talk)).hasSize(1);
        DnsFacts.Transaction transaction = transactions(talk).getFirst();
        assertThat(transaction.name()).isEqualTo(new UntrustedText("www.example.com"));
        assertThat(transaction.type()).isEqualTo(1);
        assertThat(transaction.packet()).isEqualTo(1);
        assertThat(transaction.responseCode()).isZero();
        assertThat(transaction.answers()).containsExactly(new DnsFacts.Answer(1, 60, IpAddress.of("192.0.2.1"), null));
    }

    @Test
    void answers_join_by_id_and_question_in_any_order() {
        Talk talk = Talk.udp(53)
                .client(DnsBytes.query(1).question("a.example", 1).bytes())
                .client(DnsBytes.query(1).question("a.example", 28).bytes())
                .client(DnsBytes.query(2).question("a.example", 1).bytes())
                .server(DnsBytes.response(2, 3).question("A.Example", 1).bytes())
                .server(DnsBytes.response(1, 0).question("a.example", 28).bytes());

        assertThat(transactions(talk))
                .extracting(DnsFacts.Transaction::responseCode)
                .containsExactly(null, 0, 3);
    }

    @Test
    void an_answer_alone_is_a_transaction_too() {
        Talk talk = new Talk(Transport.UDP, 53, 50_000).client(ANSWER);

        assertThat(transactions(talk)).hasSize(1);
        assertThat(talk.names.resolve(Talk.SERVER, IpAddress.of("192.0.2.1"), 0))
                .isNotNull();
    }

    @Test
    void transactions_beyond_those_kept_are_counted() {
        Talk talk = Talk.udp(53);
        for (int id = 0; id < 100; id++) {
            talk.client(DnsBytes.query(id).question("a.example", 1).bytes());
            talk.server(DnsBytes.response(id, 0).question("a.example", 1).bytes());
        }

        assertThat(transactions(talk)).hasSize(DnsFacts.MAX_TRANSACTIONS);
        assertThat(Objects.requireNonNull(talk.tracker.facts().dns()).omitted())
                .isEqualTo(100 - DnsFacts.MAX_TRANSACTIONS);
    }

    @Test
    void sums_by_domain_cover_all_transactions_once_some_are_left_out() {
        Talk talk = Talk.udp(53);
        for (int id = 0; id < 100; id++) {
            String name = "abcdefghijklmnop" + (10 + id) + ".t.lantern.example";
            talk.client(DnsBytes.query(id).question(name, 16).bytes());
            talk.server(DnsBytes.response(id, 0)
                    .question(name, 16)
                    .record("@12", 16, 0, new byte[] {4, 'd', 'a', 't', (byte) id})
                    .bytes());
        }
        talk.client(DnsBytes.query(7).question("www.example.com", 1).bytes());
        talk.client(
                DnsBytes.query(7).question("images-of-last-week.example.com", 1).bytes());

        assertThat(Objects.requireNonNull(talk.tracker.facts().dns()).domains())
                .extracting(DomainTraffic::domain, DomainTraffic::transactions, DomainTraffic::names)
                .containsExactly(
                        tuple(new UntrustedText("example.com"), 1L, 1L),
                        tuple(new UntrustedText("lantern.example"), 100L, 100L));
        assertThat(Objects.requireNonNull(talk.tracker.facts().dns()).domains())
                .last()
                .satisfies(traffic -> {
                    assertThat(traffic.nameChars()).isEqualTo(90 * 19 + 10 * 20);
                    assertThat(traffic.dataAnswers()).isEqualTo(100);
                    assertThat(traffic.dataBytes()).isEqualTo(500);
                    assertThat(traffic.distinctAnswers()).isEqualTo(100);
                });
    }

    @Test
    void few_transactions_tell_all_themselves() {
        Talk talk = Talk.udp(53).client(QUESTION).server(ANSWER);

        assertThat(Objects.requireNonNull(talk.tracker.facts().dns()).domains()).isNull();
    }

    @Test
    void among_more_domains_than_fit_the_one_asked_most_stays() {
        Talk talk = Talk.udp(53);
        for (int id = 0; id < 600; id++) {
            String name = "a-long-label-number-" + id + (id % 2 == 0 ? ".lantern.example" : ".site" + id + ".example");
            talk.client(DnsBytes.query(id).question(name, 1).bytes());
        }

        assertThat(Objects.requireNonNull(talk.tracker.facts().dns()).domains())
                .hasSize(DnsFacts.MAX_DOMAINS)
                .anySatisfy(traffic -> assertThat(traffic.transactions()).isEqualTo(300));
    }

    @Test
    void dns_over_tcp_is_read_however_it_is_cut() {
        byte[] both = new byte[2 * (QUESTION.length + 2)];
        byte[] counted = DnsBytes.query(9).question("www.example.com", 1).counted();
        System.arraycopy(counted, 0, both, 0, counted.length);
        counted = DnsBytes.query(8).question("www.example.com", 1).counted();
        System.arraycopy(counted, 0, both, counted.length, counted.length);
        for (int size = 1; size <= both.length; size++) {
            Talk talk = Talk.tcp(53);
            for (int from = 0; from < both.length; from += size) {
                talk.client(java.util.Arrays.copyOfRange(both, from, Math.min(both.length, from + size)));
            }
            assertThat(talk.name()).isEqualTo("DNS");
            assertThat(transactions(talk)).as("cut in %s", size).hasSize(2);
        }
    }

    @Test
    void missing_bytes_end_dns_over_tcp_without_harm() {
        Talk talk = Talk.tcp(53)
                .client(DnsBytes.query(9).question("www.example.com", 1).counted())
                .gap(Party.ORIGINATOR, 3)
                .client("whatever");

        assertThat(transactions(talk)).hasSize(1);
        assertThat(talk.tracker.wantsMore()).isFalse();
    }

    @Test
    void its_kin_are_named_by_their_ports_and_teach_no_names_to_everyone() {
        Talk multicast = Talk.udp(5353).client(ANSWER);
        assertThat(multicast.name()).isEqualTo("MDNS");
        assertThat(multicast.names.resolve(Talk.SERVER, IpAddress.of("192.0.2.1"), 0))
                .isNull();
        assertThat(Talk.udp(5355).client(QUESTION).name()).isEqualTo("LLMNR");
        assertThat(Talk.udp(137).client(QUESTION).name()).isEqualTo("NetBIOS");
    }

    @Test
    void a_whole_query_is_dns_on_any_port_and_half_of_one_is_not() {
        assertThat(Talk.udp(5300).client(QUESTION).name()).isEqualTo("DNS");
        assertThat(Talk.udp(5300)
                        .client(java.util.Arrays.copyOf(QUESTION, QUESTION.length - 1))
                        .name())
                .isEqualTo("Unknown");
        assertThat(Talk.udp(443)
                        .client(DnsBytes.query(1)
                                .question("2.dnscrypt-cert.example.org", 16)
                                .bytes())
                        .name())
                .isEqualTo("DNScrypt");
    }

    @Test
    void garbage_on_the_port_is_dns_by_port_only() {
        Talk talk = Talk.udp(53).client("no message at all, just text");

        assertThat(talk.tracker.facts().dns()).isNull();
        assertThat(talk.tracker.application().from()).isEqualTo(Application.Found.BY_PORT);
    }
}
